#include <array>

#include "breaking/schema/rules.h"

namespace accord::breaking {

namespace {

constexpr std::array<KeywordRule, 25> kRules{{
    {Axis::kMinItems,
     Action::kTightened,
     {.id = "min-items-increased",
      .summary = "The lower limit for the length of arrays was raised.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"array\",\n"
                 "-  \"minItems\": 1\n"
                 "+  \"minItems\": 2\n"
                 " }\n"}},
    {Axis::kMinItems,
     Action::kLoosened,
     {.id = "min-items-decreased",
      .summary = "The lower limit for the length of arrays was lowered.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"array\",\n"
                 "-  \"minItems\": 2\n"
                 "+  \"minItems\": 1\n"
                 " }\n"}},
    {Axis::kMaxItems,
     Action::kAdded,
     {.id = "max-items-set",
      .summary = "There is now an upper limit for the length of arrays.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it is beyond the limit.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"array\",\n"
                 "+  \"maxItems\": 10\n"
                 " }\n"}},
    {Axis::kMaxItems,
     Action::kRemoved,
     {.id = "max-items-removed",
      .summary = "The upper limit for the length of arrays is gone.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it makes use of that.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"array\",\n"
                 "-  \"maxItems\": 10\n"
                 " }\n"}},
    {Axis::kMaxItems,
     Action::kTightened,
     {.id = "max-items-decreased",
      .summary = "The upper limit for the length of arrays was lowered.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"array\",\n"
                 "-  \"maxItems\": 100\n"
                 "+  \"maxItems\": 10\n"
                 " }\n"}},
    {Axis::kMaxItems,
     Action::kLoosened,
     {.id = "max-items-increased",
      .summary = "The upper limit for the length of arrays was raised.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"array\",\n"
                 "-  \"maxItems\": 10\n"
                 "+  \"maxItems\": 100\n"
                 " }\n"}},
    {Axis::kUniqueItems,
     Action::kAdded,
     {.id = "unique-items-added",
      .summary = "Items of an array have to differ.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when an item occurs twice.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"tags\": {\"type\": \"array\",\n"
                 "+  \"uniqueItems\": true\n"
                 " }\n"}},
    {Axis::kUniqueItems,
     Action::kRemoved,
     {.id = "unique-items-removed",
      .summary = "Items of an array may be equal.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when an item occurs twice.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"tags\": {\"type\": \"array\",\n"
                 "-  \"uniqueItems\": true\n"
                 " }\n"}},
    {Axis::kItems,
     Action::kAdded,
     {.id = "items-forbidden",
      .summary = "Items that no other keyword describes are no longer allowed.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it has some.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"array\",\n"
                 "-  \"items\": true\n"
                 "+  \"items\": false\n"
                 " }\n"}},
    {Axis::kItems,
     Action::kRemoved,
     {.id = "items-allowed",
      .summary = "Items that no other keyword describes are now allowed.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it has some.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"array\",\n"
                 "-  \"items\": false\n"
                 "+  \"items\": true\n"
                 " }\n"}},
    {Axis::kItems,
     Action::kTightened,
     {.id = "items-restricted",
      .summary = "Items that no other keyword describes have to fit a stricter schema.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when some do not.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"array\",\n"
                 "-  \"items\": {}\n"
                 "+  \"items\": {\"type\": \"string\"}\n"
                 " }\n"}},
    {Axis::kItems,
     Action::kLoosened,
     {.id = "items-relaxed",
      .summary = "Items that no other keyword describes fit a looser schema.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when some do not fit the old one.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"array\",\n"
                 "-  \"items\": {\"type\": \"string\"}\n"
                 "+  \"items\": {}\n"
                 " }\n"}},
    {Axis::kTuple,
     Action::kAdded,
     {.id = "tuple-item-added",
      .summary = "A place in an array got a schema of its own.",
      .explanation =
          "Old data has at this place what the schema for the rest allowed, and new data what "
          "the new schema allows: each may be refused by the other side.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"point\": {\"type\": \"array\", \"prefixItems\": [\n"
                 "   {\"type\": \"number\"},\n"
                 "+  {\"type\": \"number\"}\n"
                 " ]}\n"}},
    {Axis::kTuple,
     Action::kRemoved,
     {.id = "tuple-item-removed",
      .summary = "A place in an array lost the schema of its own.",
      .explanation =
          "What stands at this place is now up to the schema for the rest: it may refuse what "
          "old data has there, or allow what old readers refuse.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"point\": {\"type\": \"array\", \"prefixItems\": [\n"
                 "   {\"type\": \"number\"},\n"
                 "-  {\"type\": \"number\"}\n"
                 " ]}\n"}},
    {Axis::kContains,
     Action::kAdded,
     {.id = "contains-added",
      .summary = "An array has to contain certain items.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when no item is one.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"roles\": {\"type\": \"array\",\n"
                 "+  \"contains\": {\"const\": \"owner\"}\n"
                 " }\n"}},
    {Axis::kContains,
     Action::kRemoved,
     {.id = "contains-removed",
      .summary = "An array no longer has to contain certain items.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when no item is one.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"roles\": {\"type\": \"array\",\n"
                 "-  \"contains\": {\"const\": \"owner\"}\n"
                 " }\n"}},
    {Axis::kContains,
     Action::kChanged,
     {.id = "contains-changed",
      .summary = "The items that an array has to contain are others.",
      .explanation =
          "An array that has what one version asks for need not have what the other does.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"roles\": {\"type\": \"array\",\n"
                 "-  \"contains\": {\"const\": \"owner\"}\n"
                 "+  \"contains\": {\"const\": \"admin\"}\n"
                 " }\n"}},
    {Axis::kMinContains,
     Action::kTightened,
     {.id = "min-contains-increased",
      .summary = "The lower limit for the number of items that fit `contains` was raised.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"array\",\n"
                 "-  \"minContains\": 1\n"
                 "+  \"minContains\": 2\n"
                 " }\n"}},
    {Axis::kMinContains,
     Action::kLoosened,
     {.id = "min-contains-decreased",
      .summary = "The lower limit for the number of items that fit `contains` was lowered.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"array\",\n"
                 "-  \"minContains\": 2\n"
                 "+  \"minContains\": 1\n"
                 " }\n"}},
    {Axis::kMaxContains,
     Action::kTightened,
     {.id = "max-contains-decreased",
      .summary = "The upper limit for the number of items that fit `contains` was lowered.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"array\",\n"
                 "-  \"maxContains\": 5\n"
                 "+  \"maxContains\": 2\n"
                 " }\n"}},
    {Axis::kMaxContains,
     Action::kLoosened,
     {.id = "max-contains-increased",
      .summary = "The upper limit for the number of items that fit `contains` was raised.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"array\",\n"
                 "-  \"maxContains\": 2\n"
                 "+  \"maxContains\": 5\n"
                 " }\n"}},
    {Axis::kUnevaluatedItems,
     Action::kAdded,
     {.id = "unevaluated-items-forbidden",
      .summary = "Items that no schema in force describes are no longer allowed.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it has some.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"array\",\n"
                 "-  \"unevaluatedItems\": true\n"
                 "+  \"unevaluatedItems\": false\n"
                 " }\n"}},
    {Axis::kUnevaluatedItems,
     Action::kRemoved,
     {.id = "unevaluated-items-allowed",
      .summary = "Items that no schema in force describes are now allowed.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it has some.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"array\",\n"
                 "-  \"unevaluatedItems\": false\n"
                 "+  \"unevaluatedItems\": true\n"
                 " }\n"}},
    {Axis::kUnevaluatedItems,
     Action::kTightened,
     {.id = "unevaluated-items-restricted",
      .summary = "Items that no schema in force describes have to fit a stricter schema.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when some do not.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"array\",\n"
                 "-  \"unevaluatedItems\": {}\n"
                 "+  \"unevaluatedItems\": {\"type\": \"string\"}\n"
                 " }\n"}},
    {Axis::kUnevaluatedItems,
     Action::kLoosened,
     {.id = "unevaluated-items-relaxed",
      .summary = "Items that no schema in force describes fit a looser schema.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when some do not fit the old one.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"array\",\n"
                 "-  \"unevaluatedItems\": {\"type\": \"string\"}\n"
                 "+  \"unevaluatedItems\": {}\n"
                 " }\n"}},
}};

}  // namespace

/// About arrays.
std::span<const KeywordRule> ArrayRules() {
  return kRules;
}

}  // namespace accord::breaking
