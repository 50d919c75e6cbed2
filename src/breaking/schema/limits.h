#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "breaking/schema/change.h"

namespace accord::breaking {

/// Which limit of what: `{Axis::kMaxLength, "maxLength", "longest length", true}`.
struct LimitName {
  Axis axis;
  std::string_view keyword;
  std::string_view words;
  bool upper;
};

/// Compares two limits; absent ones limit nothing. `text` shows a limit.
template <typename T, typename Text>
void CompareLimit(NodeChanges& pair,
                  const LimitName& name,
                  const std::optional<T>& before,
                  const std::optional<T>& after,
                  const Text& text) {
  if (!before && !after) {
    return;
  }
  if (!before) {
    pair.Add(name.axis,
             Action::kAdded,
             name.keyword,
             fmt::format("there is a {} now: {}", name.words, text(*after)));
  } else if (!after) {
    pair.Add(name.axis,
             Action::kRemoved,
             name.keyword,
             fmt::format("there is no {} any more (it was {})", name.words, text(*before)));
  } else if (*before != *after) {
    const bool raised = *before < *after;
    pair.Add(name.axis,
             raised == name.upper ? Action::kLoosened : Action::kTightened,
             name.keyword,
             fmt::format("the {} was {} from {} to {}",
                         name.words,
                         raised ? "raised" : "lowered",
                         text(*before),
                         text(*after)));
  }
}

}  // namespace accord::breaking
