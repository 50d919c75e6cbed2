#include <array>

#include "breaking/schema/rules.h"

namespace accord::breaking {

namespace {

constexpr std::array<KeywordRule, 25> kRules{{
    {Axis::kProperty,
     Action::kAdded,
     {.id = "property-added",
      .summary = "A property was declared.",
      .explanation =
          "Where the object was open, old data may have the name with any value, and the new "
          "version refuses what does not fit. Where it was closed, old readers refuse data "
          "that has the property. The policy `open-content-additions` lets the first pass.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"properties\": {\n"
                 "   \"id\": {\"type\": \"string\"},\n"
                 "+  \"email\": {\"type\": \"string\"}\n"
                 " }\n"}},
    {Axis::kProperty,
     Action::kRemoved,
     {.id = "property-removed",
      .summary = "A property is no longer declared.",
      .explanation =
          "Where the object is closed, the new version refuses old data that has the property. "
          "Where it is open, new data may have the name with any value, and old readers refuse "
          "what does not fit.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"properties\": {\n"
                 "   \"id\": {\"type\": \"string\"},\n"
                 "-  \"email\": {\"type\": \"string\"}\n"
                 " }\n"}},
    {Axis::kRequired,
     Action::kTightened,
     {.id = "property-became-required",
      .summary = "A property has to be present.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lacks the property. Where readers fill in a default, the policy "
          "`required-with-default` lets this pass.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = "-\"required\": [\"id\"]\n"
                 "+\"required\": [\"id\", \"email\"]\n"}},
    {Axis::kRequired,
     Action::kLoosened,
     {.id = "property-became-optional",
      .summary = "A property may be absent.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lacks the property.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = "-\"required\": [\"id\", \"email\"]\n"
                 "+\"required\": [\"id\"]\n"}},
    {Axis::kPatternProperty,
     Action::kAdded,
     {.id = "pattern-property-added",
      .summary = "Properties whose names match a pattern got a schema.",
      .explanation =
          "Old data may have such names with any value that the object allowed; where it was "
          "closed, old readers refuse the names.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"patternProperties\": {\n"
                 "+  \"^x-\": {\"type\": \"string\"}\n"
                 " }\n"}},
    {Axis::kPatternProperty,
     Action::kRemoved,
     {.id = "pattern-property-removed",
      .summary = "Properties whose names match a pattern lost their schema.",
      .explanation =
          "Where the object is closed, old data with such names is refused; where it is open, "
          "new data may have any value there.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"patternProperties\": {\n"
                 "-  \"^x-\": {\"type\": \"string\"}\n"
                 " }\n"}},
    {Axis::kAdditionalProperties,
     Action::kAdded,
     {.id = "additional-properties-forbidden",
      .summary = "Properties that are not declared are no longer allowed.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it has some.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"object\",\n"
                 "-  \"additionalProperties\": true\n"
                 "+  \"additionalProperties\": false\n"
                 " }\n"}},
    {Axis::kAdditionalProperties,
     Action::kRemoved,
     {.id = "additional-properties-allowed",
      .summary = "Properties that are not declared are now allowed.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it has some.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"object\",\n"
                 "-  \"additionalProperties\": false\n"
                 "+  \"additionalProperties\": true\n"
                 " }\n"}},
    {Axis::kAdditionalProperties,
     Action::kTightened,
     {.id = "additional-properties-restricted",
      .summary = "Properties that are not declared have to fit a stricter schema.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when some do not.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"object\",\n"
                 "-  \"additionalProperties\": {}\n"
                 "+  \"additionalProperties\": {\"type\": \"string\"}\n"
                 " }\n"}},
    {Axis::kAdditionalProperties,
     Action::kLoosened,
     {.id = "additional-properties-relaxed",
      .summary = "Properties that are not declared fit a looser schema.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when some do not fit the old one.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"object\",\n"
                 "-  \"additionalProperties\": {\"type\": \"string\"}\n"
                 "+  \"additionalProperties\": {}\n"
                 " }\n"}},
    {Axis::kPropertyNames,
     Action::kAdded,
     {.id = "property-names-added",
      .summary = "Names of properties have to fit a schema.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when a name does not fit.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"object\",\n"
                 "+  \"propertyNames\": {\"maxLength\": 20}\n"
                 " }\n"}},
    {Axis::kPropertyNames,
     Action::kRemoved,
     {.id = "property-names-removed",
      .summary = "Names of properties no longer have to fit a schema.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when a name does not fit.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"object\",\n"
                 "-  \"propertyNames\": {\"maxLength\": 20}\n"
                 " }\n"}},
    {Axis::kMinProperties,
     Action::kTightened,
     {.id = "min-properties-increased",
      .summary = "The lower limit for the number of properties was raised.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"object\",\n"
                 "-  \"minProperties\": 1\n"
                 "+  \"minProperties\": 2\n"
                 " }\n"}},
    {Axis::kMinProperties,
     Action::kLoosened,
     {.id = "min-properties-decreased",
      .summary = "The lower limit for the number of properties was lowered.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"object\",\n"
                 "-  \"minProperties\": 2\n"
                 "+  \"minProperties\": 1\n"
                 " }\n"}},
    {Axis::kMaxProperties,
     Action::kAdded,
     {.id = "max-properties-set",
      .summary = "There is now an upper limit for the number of properties.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it is beyond the limit.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"object\",\n"
                 "+  \"maxProperties\": 10\n"
                 " }\n"}},
    {Axis::kMaxProperties,
     Action::kRemoved,
     {.id = "max-properties-removed",
      .summary = "The upper limit for the number of properties is gone.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it makes use of that.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"object\",\n"
                 "-  \"maxProperties\": 10\n"
                 " }\n"}},
    {Axis::kMaxProperties,
     Action::kTightened,
     {.id = "max-properties-decreased",
      .summary = "The upper limit for the number of properties was lowered.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"object\",\n"
                 "-  \"maxProperties\": 100\n"
                 "+  \"maxProperties\": 10\n"
                 " }\n"}},
    {Axis::kMaxProperties,
     Action::kLoosened,
     {.id = "max-properties-increased",
      .summary = "The upper limit for the number of properties was raised.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"object\",\n"
                 "-  \"maxProperties\": 10\n"
                 "+  \"maxProperties\": 100\n"
                 " }\n"}},
    {Axis::kDependency,
     Action::kAdded,
     {.id = "dependency-added",
      .summary = "A property brings demands with it.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it has the property and does not meet them.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = "+\"dependentRequired\": {\"card\": [\"address\"]}\n"}},
    {Axis::kDependency,
     Action::kRemoved,
     {.id = "dependency-removed",
      .summary = "A property no longer brings demands with it.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it has the property and does not meet them.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = "-\"dependentRequired\": {\"card\": [\"address\"]}\n"}},
    {Axis::kDependency,
     Action::kChanged,
     {.id = "dependency-changed",
      .summary = "A property brings other demands with it.",
      .explanation = "What meets the demands of one version need not meet those of the other.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = "-\"dependentRequired\": {\"card\": [\"address\"]}\n"
                 "+\"dependentRequired\": {\"card\": [\"holder\"]}\n"}},
    {Axis::kUnevaluatedProperties,
     Action::kAdded,
     {.id = "unevaluated-properties-forbidden",
      .summary = "Properties that no schema in force describes are no longer allowed.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it has some.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"object\",\n"
                 "-  \"unevaluatedProperties\": true\n"
                 "+  \"unevaluatedProperties\": false\n"
                 " }\n"}},
    {Axis::kUnevaluatedProperties,
     Action::kRemoved,
     {.id = "unevaluated-properties-allowed",
      .summary = "Properties that no schema in force describes are now allowed.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it has some.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"object\",\n"
                 "-  \"unevaluatedProperties\": false\n"
                 "+  \"unevaluatedProperties\": true\n"
                 " }\n"}},
    {Axis::kUnevaluatedProperties,
     Action::kTightened,
     {.id = "unevaluated-properties-restricted",
      .summary = "Properties that no schema in force describes have to fit a stricter schema.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when some do not.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"object\",\n"
                 "-  \"unevaluatedProperties\": {}\n"
                 "+  \"unevaluatedProperties\": {\"type\": \"string\"}\n"
                 " }\n"}},
    {Axis::kUnevaluatedProperties,
     Action::kLoosened,
     {.id = "unevaluated-properties-relaxed",
      .summary = "Properties that no schema in force describes fit a looser schema.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when some do not fit the old one.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"object\",\n"
                 "-  \"unevaluatedProperties\": {\"type\": \"string\"}\n"
                 "+  \"unevaluatedProperties\": {}\n"
                 " }\n"}},
}};

}  // namespace

/// About objects.
std::span<const KeywordRule> ObjectRules() {
  return kRules;
}

}  // namespace accord::breaking
