#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "accord/finding/finding.h"

#include "breaking/openapi/change.h"

namespace accord::breaking::api {

/// Where a schema stands, as ids of rules name it.
enum class SchemaPlace : std::uint8_t {
  kRequestBody,
  kRequestProperty,  ///< All that is inside of a request body.
  kReadOnlyProperty,
  kParameter,
  kParameterProperty,  ///< All that is inside of a parameter.
  kRequestHeaderProperty,
  kResponseBody,
  kResponseProperty,
  kWriteOnlyProperty,
  kResponseHeader,
};
inline constexpr std::size_t kSchemaPlaces = 10;

Flow FlowOf(SchemaPlace place);

/// What was edited.
enum class SchemaEdit : std::uint8_t {
  kComposed,  ///< Of a bound or a part; see below.
  kTypeChanged,
  kTypeGeneralized,
  kTypeSpecialized,
  kTypeCompatible,
  kBecameNullable,
  kBecameNotNullable,
  kTypesWidened,
  kTypesNarrowed,
  kForbidden,
  kAllowed,
  // Values.
  kBecameEnum,
  kEnumRemoved,
  kEnumValueAdded,
  kEnumValueRemoved,
  kMediaTypeEnumValueRemoved,
  kExtensibleEnumValueRemoved,
  kConstAdded,
  kConstRemoved,
  kConstChanged,
  kDefaultAdded,
  kDefaultRemoved,
  kDefaultChanged,
  kMultipleOfAdded,
  kMultipleOfRemoved,
  kMultipleOfChanged,
  kPatternAdded,
  kPatternRemoved,
  kPatternChanged,
  kPatternGeneralized,
  kContentMediaTypeChanged,
  kContentEncodingChanged,
  // Arrays.
  kUniqueItemsAdded,
  kUniqueItemsRemoved,
  kPrefixItemsAdded,
  kPrefixItemsRemoved,
  // Objects.
  kPropertyRemoved,
  kNewRequiredProperty,
  kNewRequiredPropertyWithDefault,
  kNewOptionalProperty,
  kRequiredPropertyRemoved,
  kOptionalPropertyRemoved,
  kRequiredPropertyAdded,
  kOptionalPropertyAdded,
  kBecameRequired,
  kBecameRequiredWithDefault,
  kBecameOptional,
  kAdditionalPropertiesForbidden,
  kAdditionalPropertiesAllowed,
  kAdditionalPropertiesRestricted,
  kAdditionalPropertiesRelaxed,
  kDependentRequiredAdded,
  kDependentRequiredRemoved,
  kDependentRequiredChanged,
  kDependentSchemaAdded,
  kDependentSchemaRemoved,
  kPatternPropertyAdded,
  kPatternPropertyRemoved,
  // Properties that go one way only.
  kRequiredBecameReadOnly,
  kRequiredBecameNotReadOnly,
  kRequiredBecameWriteOnly,
  kRequiredBecameNotWriteOnly,
  kOptionalBecameReadOnly,
  kOptionalBecameNotReadOnly,
  kOptionalBecameWriteOnly,
  kOptionalBecameNotWriteOnly,
  // Composition.
  kAllOfAdded,
  kAllOfRemoved,
  kAllOfAnnotationAdded,
  kAllOfAnnotationRemoved,
  kAnyOfAdded,
  kAnyOfRemoved,
  kOneOfAdded,
  kOneOfRemoved,
  kWrappedInOneOf,
  kDiscriminatorAdded,
  kDiscriminatorRemoved,
  kDiscriminatorRenamed,
  kMappingAdded,
  kMappingRemoved,
  kMappingChanged,
  // How long properties stay.
  kDeprecated,
  kDeprecatedWithSunset,
  kSunsetMissing,
  kSunsetInvalid,
  kSunsetTooSoon,
  kReactivated,
  kStabilityDecreased,
  kStabilityIncreased,
};

/// Keywords that limit a number, or the count of something.
enum class SchemaBound : std::uint8_t {
  kMax,
  kExclusiveMax,
  kMin,
  kExclusiveMin,
  kMaxLength,
  kMinLength,
  kMaxItems,
  kMinItems,
  kMaxProperties,
  kMinProperties,
  kMaxContains,
  kMinContains,
};
inline constexpr std::size_t kSchemaBounds = 12;
enum class BoundEdit : std::uint8_t { kSet, kUnset, kIncreased, kDecreased };

/// Keywords that hold one schema, of which it counts whether they are there.
enum class SchemaPart : std::uint8_t {
  kItems,
  kContains,
  kUnevaluatedItems,
  kPropertyNames,
  kUnevaluatedProperties,
  kNot,
  kIf,
  kThen,
  kElse,
  kContentSchema,
};
inline constexpr std::size_t kSchemaParts = 10;
std::string_view KeywordOf(SchemaBound bound);
std::string_view KeywordOf(SchemaPart part);

/// Aspects of a schema. A transition, such as wrapping a schema to let null pass, explains what
/// changed in some of them.
enum class SchemaFacet : std::uint8_t {
  kType,
  kValues,
  kConstraints,
  kStructure,
  kExistence,
  kRequiredness,
  kLife,
};

/// What an edit does to the set of values, taken alone.
enum class Leaning : std::uint8_t { kNarrower, kWider, kEither, kNone };

/// What messages name, and in which order, at each kind of place: P the path of the property, N its
/// name (of a parameter: I its place and N its name), M the media type, S the status, V all
/// values, L the last, a digit one of them.
struct ArgumentOrder {
  std::string_view request_body;
  std::string_view request_property;
  std::string_view parameter;
  std::string_view parameter_property;
  std::string_view response_body;
  std::string_view response_property;
  std::string_view response_header;
};

/// An edit wherever it may happen: one rule for each place.
struct SchemaEditRow {
  SchemaEdit edit = {};
  /// The id, with `{}` for the place.
  std::string_view pattern = {};
  /// One letter for each SchemaPlace, requests and responses apart: E, W, I oasdiff's levels; `~`
  /// a rule that oasdiff does not have; `-` no rule.
  std::string_view levels = {};
  SchemaFacet facet = SchemaFacet::kConstraints;
  Leaning leaning = Leaning::kNone;
  const ArgumentOrder* arguments = nullptr;
  std::string_view summary = {};  ///< With `{}` for the place.
  std::string_view message = {};  ///< With `{0}` … for the values.
  std::string_view before = {};   ///< An example: a schema in JSON.
  std::string_view after = {};
  /// Put in front of `property` in the place: `required`.
  std::string_view modifier = {};
  /// The example is the object around the property `x`, which the edit is about.
  bool about_property = false;
  /// Does not count for properties that are never sent that way: read-only ones in requests,
  /// write-only ones in responses.
  bool quiet_when_read_only = false;
  bool quiet_when_write_only = false;
  bool text_only = false;  ///< Only where values are text.
};

/// A rule with the axes it comes from.
struct EditRule {
  finding::RuleInfo info;
  const SchemaEditRow* row = nullptr;
  SchemaPlace place = {};
  bool oasdiff = false;
};

const SchemaEditRow& EditRowOf(SchemaEdit edit);
/// nullptr: there is no such edit, since the bound has a default.
const SchemaEditRow* EditRowOf(SchemaBound bound, BoundEdit edit);
const SchemaEditRow& EditRowOf(SchemaPart part, bool added);

/// The rule of an edit at a place; nullptr when there is none.
const EditRule* RuleAt(const SchemaEditRow& row, SchemaPlace place);
/// Every rule, sorted by id.
std::span<const EditRule* const> EditRules();

// The rows, by subject.
std::span<const SchemaEditRow> ComposedRows();  ///< Bounds and parts.
std::span<const SchemaEditRow> TypeRows();
std::span<const SchemaEditRow> ValueRows();
std::span<const SchemaEditRow> ObjectRows();
std::span<const SchemaEditRow> CompositionRows();
std::span<const SchemaEditRow> LifecycleRows();

}  // namespace accord::breaking::api
