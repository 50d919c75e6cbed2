#include "breaking/schema/policies.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace accord::breaking {
namespace {

using schema::SchemaNode;
using Named = std::pair<SchemaPolicy, std::string_view>;

constexpr std::array<Named, 4> kNames{{
    {SchemaPolicy::kOpenContentAdditions, "open-content-additions"},
    {SchemaPolicy::kClosedModels, "closed-models"},
    {SchemaPolicy::kRequiredWithDefault, "required-with-default"},
    {SchemaPolicy::kEnumAdditions, "enum-additions"},
}};

bool IsOpen(const SchemaNode& node) {
  const SchemaNode* rest = node.additional_properties;
  return (rest == nullptr || rest->boolean == true) && node.unevaluated_properties == nullptr;
}

bool HasDefault(const SchemaNode& node, const std::string& name) {
  for (const schema::Property& property : node.properties) {
    if (property.name == name) {
      return property.schema->source->Find("default") != nullptr;
    }
  }
  return false;
}

/// Nothing but undeclared properties of its writer's version can tell the two versions apart.
bool NeedsUndeclared(const ChangePlace& place) {
  const SchemaNode& writer = place.backward ? place.before : place.after;
  switch (place.change.axis) {
    case Axis::kProperty:
      return place.change.action == (place.backward ? Action::kAdded : Action::kRemoved) &&
             IsOpen(writer);
    case Axis::kAdditionalProperties:
    case Axis::kUnevaluatedProperties:
      return IsOpen(writer);
    default:
      return false;
  }
}

bool Covers(SchemaPolicy policy, const ChangePlace& place) {
  const KeywordChange& change = place.change;
  switch (policy) {
    case SchemaPolicy::kOpenContentAdditions:
      return place.backward && change.axis == Axis::kProperty && change.action == Action::kAdded &&
             IsOpen(place.before);
    case SchemaPolicy::kClosedModels:
      return NeedsUndeclared(place);
    case SchemaPolicy::kRequiredWithDefault:
      return place.backward && change.axis == Axis::kRequired &&
             HasDefault(place.after, change.name);
    case SchemaPolicy::kEnumAdditions:
      return !place.backward && change.axis == Axis::kEnum && change.action == Action::kLoosened;
  }
  return false;
}

}  // namespace

std::string_view ToString(SchemaPolicy policy) {
  return std::ranges::find(kNames, policy, &Named::first)->second;
}

std::optional<SchemaPolicy> ParseSchemaPolicy(std::string_view name) {
  const auto known = std::ranges::find(kNames, name, &Named::second);
  return known == kNames.end() ? std::nullopt : std::optional(known->first);
}

std::span<const SchemaPolicy> SchemaPolicies() {
  static constexpr std::array kAll{SchemaPolicy::kOpenContentAdditions,
                                   SchemaPolicy::kClosedModels,
                                   SchemaPolicy::kRequiredWithDefault,
                                   SchemaPolicy::kEnumAdditions};
  return kAll;
}

std::optional<SchemaPolicy> PolicyFor(const ChangePlace& place,
                                      const std::set<SchemaPolicy>& in_use) {
  std::optional<SchemaPolicy> possible;
  for (const SchemaPolicy policy : SchemaPolicies()) {
    if (!Covers(policy, place)) {
      continue;
    }
    if (in_use.count(policy) != 0) {
      return policy;
    }
    possible = possible.value_or(policy);
  }
  return possible;
}

}  // namespace accord::breaking
