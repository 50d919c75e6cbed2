#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"

#include "breaking/schema/change.h"

namespace accord::breaking {
namespace {

using schema::SchemaNode;
using schema::TypeSet;

constexpr std::size_t kShownValues = 5;
constexpr std::size_t kShownText = 60;

std::string TypesInWords(TypeSet types) {
  using Named = std::pair<TypeSet, std::string_view>;
  static constexpr std::array<Named, 8> kNames = {{{schema::kObjectType, "object"},
                                                   {schema::kArrayType, "array"},
                                                   {schema::kStringType, "string"},
                                                   {schema::kNumberType, "number"},
                                                   {schema::kIntegerType, "integer"},
                                                   {schema::kFractionType, "fraction"},
                                                   {schema::kBooleanType, "boolean"},
                                                   {schema::kNullType, "null"}}};
  if (types == schema::kAnyType) {
    return "any type";
  }
  std::vector<std::string> names;
  for (const auto& [type, name] : kNames) {
    if ((types & type) == type) {
      names.emplace_back(name);
      types = static_cast<TypeSet>(types & ~type);
    }
  }
  return names.empty() ? "no type" : base::Join(names, " or ");
}

void CompareTypes(NodeChanges& pair) {
  const TypeSet before = pair.before.types;
  const TypeSet after = pair.after.types;
  if (before == after) {
    return;
  }
  const int both = before & after;
  const Action action = both == after    ? Action::kTightened
                        : both == before ? Action::kLoosened
                                         : Action::kChanged;
  pair.Add(
      Axis::kType,
      action,
      "type",
      fmt::format("the type changed from {} to {}", TypesInWords(before), TypesInWords(after)));
}

/// Listed values as text, in which equal values are mostly equal.
std::vector<std::string> ValuesOf(const SchemaNode& node) {
  std::vector<std::string> values;
  for (const document::Node* value : node.values) {
    values.push_back(document::WriteJson(*value, {.indent = 0, .sort_keys = true}));
  }
  return values;
}

std::vector<std::string> Without(const std::vector<std::string>& values,
                                 const std::vector<std::string>& others) {
  const std::unordered_set<std::string_view> known(others.begin(), others.end());
  std::vector<std::string> left;
  std::ranges::copy_if(values, std::back_inserter(left), [&known](const std::string& value) {
    return known.count(value) == 0;
  });
  return left;
}

std::string InWords(const std::vector<std::string>& values) {
  std::vector<std::string> shown;
  for (std::size_t i = 0; i < std::min(values.size(), kShownValues); ++i) {
    shown.push_back(base::Ellipsize(values[i], kShownText));
  }
  std::string text = base::Join(shown, ", ");
  if (values.size() > kShownValues) {
    text += fmt::format(" and {} more", values.size() - kShownValues);
  }
  return text;
}

void CompareListedValues(NodeChanges& pair) {
  const std::vector<std::string> before = ValuesOf(pair.before);
  const std::vector<std::string> after = ValuesOf(pair.after);
  const std::vector<std::string> removed = Without(before, after);
  const std::vector<std::string> added = Without(after, before);
  const bool consts = pair.before.enum_keyword == "const" && pair.after.enum_keyword == "const";
  if (consts && !removed.empty() && !added.empty()) {
    pair.Add(Axis::kConst,
             Action::kChanged,
             "const",
             fmt::format("the only value changed from {} to {}", InWords(removed), InWords(added)));
    return;
  }
  if (!removed.empty()) {
    pair.Add(Axis::kEnum,
             Action::kTightened,
             pair.after.enum_keyword,
             fmt::format("{} may no longer stand here", InWords(removed)));
    pair.changes.back().before = SpanOf(pair.before, pair.before.enum_keyword);
  }
  if (!added.empty()) {
    pair.Add(Axis::kEnum,
             Action::kLoosened,
             pair.after.enum_keyword,
             fmt::format("{} may stand here now", InWords(added)));
    pair.changes.back().before = SpanOf(pair.before, pair.before.enum_keyword);
  }
}

}  // namespace

void CompareValues(NodeChanges& pair) {
  CompareTypes(pair);
  if (pair.before.has_enum && pair.after.has_enum) {
    CompareListedValues(pair);
    return;
  }
  if (pair.before.has_enum == pair.after.has_enum) {
    return;
  }
  const SchemaNode& with = pair.before.has_enum ? pair.before : pair.after;
  const Axis axis = with.enum_keyword == "const" ? Axis::kConst : Axis::kEnum;
  const std::string values = InWords(ValuesOf(with));
  if (pair.before.has_enum) {
    pair.Add(axis,
             Action::kRemoved,
             with.enum_keyword,
             fmt::format("values are no longer limited to {}", values));
  } else {
    pair.Add(
        axis, Action::kAdded, with.enum_keyword, fmt::format("values are limited to {}", values));
  }
}

}  // namespace accord::breaking
