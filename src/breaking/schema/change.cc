#include "breaking/schema/change.h"

#include <algorithm>
#include <array>
#include <utility>

namespace accord::breaking {
namespace {

using schema::SchemaNode;
using Keyword = std::pair<Axis, std::string_view>;

constexpr std::array<Keyword, 49> kKeywords{{
    {Axis::kType, "type"},
    {Axis::kType, "nullable"},
    {Axis::kConst, "const"},
    {Axis::kEnum, "enum"},
    {Axis::kEnum, "const"},
    {Axis::kMinimum, "minimum"},
    {Axis::kMinimum, "exclusiveMinimum"},
    {Axis::kMaximum, "maximum"},
    {Axis::kMaximum, "exclusiveMaximum"},
    {Axis::kMultipleOf, "multipleOf"},
    {Axis::kMinLength, "minLength"},
    {Axis::kMaxLength, "maxLength"},
    {Axis::kPattern, "pattern"},
    {Axis::kFormat, "format"},
    {Axis::kMinItems, "minItems"},
    {Axis::kMaxItems, "maxItems"},
    {Axis::kUniqueItems, "uniqueItems"},
    {Axis::kItems, "items"},
    {Axis::kItems, "additionalItems"},
    {Axis::kTuple, "prefixItems"},
    {Axis::kTuple, "items"},
    {Axis::kContains, "contains"},
    {Axis::kMinContains, "minContains"},
    {Axis::kMinContains, "contains"},
    {Axis::kMaxContains, "maxContains"},
    {Axis::kMaxContains, "contains"},
    {Axis::kUnevaluatedItems, "unevaluatedItems"},
    {Axis::kProperty, "properties"},
    {Axis::kProperty, "additionalProperties"},
    {Axis::kProperty, "unevaluatedProperties"},
    {Axis::kRequired, "required"},
    {Axis::kPatternProperty, "patternProperties"},
    {Axis::kPatternProperty, "additionalProperties"},
    {Axis::kAdditionalProperties, "additionalProperties"},
    {Axis::kPropertyNames, "propertyNames"},
    {Axis::kMinProperties, "minProperties"},
    {Axis::kMaxProperties, "maxProperties"},
    {Axis::kDependency, "dependentRequired"},
    {Axis::kDependency, "dependentSchemas"},
    {Axis::kDependency, "dependencies"},
    {Axis::kUnevaluatedProperties, "unevaluatedProperties"},
    {Axis::kAllOf, "allOf"},
    {Axis::kAnyOf, "anyOf"},
    {Axis::kOneOf, "oneOf"},
    {Axis::kNot, "not"},
    {Axis::kCondition, "if"},
    {Axis::kCondition, "then"},
    {Axis::kCondition, "else"},
    {Axis::kSchema, ""},
}};

/// Changes that may cut both ways whichever way they go.
bool CutsBothWays(const KeywordChange& change) {
  switch (change.axis) {
    case Axis::kProperty:
    case Axis::kPatternProperty:
    case Axis::kTuple:
    case Axis::kOneOf:
      return true;
    default:
      return change.action == Action::kChanged;
  }
}

}  // namespace

bool MayBreakBackward(const KeywordChange& change) {
  return CutsBothWays(change) || change.action == Action::kAdded ||
         change.action == Action::kTightened;
}

bool MayBreakForward(const KeywordChange& change) {
  return CutsBothWays(change) || change.action == Action::kRemoved ||
         change.action == Action::kLoosened;
}

bool IsAbout(Axis axis, std::string_view keyword) {
  return std::ranges::find(kKeywords, Keyword(axis, keyword)) != kKeywords.end();
}

void NodeChanges::Add(Axis axis, Action action, std::string_view keyword, std::string what) {
  changes.push_back({.axis = axis,
                     .action = action,
                     .name = {},
                     .what = std::move(what),
                     .before = SpanOf(before, keyword),
                     .after = SpanOf(after, keyword)});
}

std::vector<KeywordChange> ChangesOf(const SchemaNode& before, const SchemaNode& after) {
  NodeChanges pair{before, after, {}};
  const bool never_before = before.boolean == false;
  const bool never_after = after.boolean == false;
  if (never_before != never_after) {
    pair.Add(Axis::kSchema,
             never_after ? Action::kTightened : Action::kLoosened,
             {},
             never_after ? "no value is allowed here any more" : "values are allowed here now");
    return std::move(pair.changes);
  }
  CompareValues(pair);
  CompareNumbers(pair);
  CompareStrings(pair);
  CompareArrays(pair);
  CompareObjects(pair);
  CompareComposition(pair);
  return std::move(pair.changes);
}

}  // namespace accord::breaking
