#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "accord/match/compare.h"

#include "match/matchers.h"

namespace accord::match {

/// The values of one name (header, query parameter, form field) on both sides.
struct ValueLists {
  std::span<const std::string_view> expected;
  std::span<const std::string_view> actual;
  ActiveRules rules;                        ///< On the name.
  std::span<const ActiveRules> item_rules;  ///< On single values, by index; may be shorter.
  bool (*same)(std::string_view expected, std::string_view actual) = nullptr;  ///< nullptr: ==.
  std::string_view noun;     ///< "header", "query parameter".
  std::string_view verb;     ///< How a sentence goes on: "to have", "with".
  std::string_view subject;  ///< The name in sentences.
  Part part = Part::kHeader;
  std::string name;  ///< The name in mismatches.
  document::Value source;
};

/// Without rules the lists must be the same, item by item. Rules on the name apply to each value
/// and let there be more or fewer of them; `min` and `max` limit the count. A value without an
/// expected one of its index is compared with the first.
void CompareValueLists(const ValueLists& lists, std::vector<Mismatch>& out);

}  // namespace accord::match
