#include <array>

#include "breaking/schema/rules.h"

namespace accord::breaking {

namespace {

constexpr std::array<KeywordRule, 16> kRules{{
    {Axis::kAllOf,
     Action::kTightened,
     {.id = "all-of-added",
      .summary = "Data has to fit one more schema of `allOf`.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it does not fit that schema.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"allOf\": [\n"
                 "   {\"$ref\": \"#/$defs/base\"},\n"
                 "+  {\"required\": [\"email\"]}\n"
                 " ]\n"}},
    {Axis::kAllOf,
     Action::kLoosened,
     {.id = "all-of-removed",
      .summary = "Data no longer has to fit a schema of `allOf`.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it does not fit that schema.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"allOf\": [\n"
                 "   {\"$ref\": \"#/$defs/base\"},\n"
                 "-  {\"required\": [\"email\"]}\n"
                 " ]\n"}},
    {Axis::kAnyOf,
     Action::kAdded,
     {.id = "any-of-set",
      .summary = "Data has to fit one of the schemas of a new `anyOf`.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it fits none of them.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = "+\"anyOf\": [{\"required\": [\"id\"]}, {\"required\": [\"name\"]}]\n"}},
    {Axis::kAnyOf,
     Action::kRemoved,
     {.id = "any-of-unset",
      .summary = "An `anyOf` is gone.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it fits none of the schemas.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = "-\"anyOf\": [{\"required\": [\"id\"]}, {\"required\": [\"name\"]}]\n"}},
    {Axis::kAnyOf,
     Action::kLoosened,
     {.id = "any-of-added",
      .summary = "A schema was added to an `anyOf`.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it is of the added kind.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"anyOf\": [\n"
                 "   {\"type\": \"string\"},\n"
                 "+  {\"type\": \"integer\"}\n"
                 " ]\n"}},
    {Axis::kAnyOf,
     Action::kTightened,
     {.id = "any-of-removed",
      .summary = "A schema was removed from an `anyOf`.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it is of the removed kind.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"anyOf\": [\n"
                 "   {\"type\": \"string\"},\n"
                 "-  {\"type\": \"integer\"}\n"
                 " ]\n"}},
    {Axis::kOneOf,
     Action::kAdded,
     {.id = "one-of-set",
      .summary = "Data has to fit one of the schemas of a new `oneOf`.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it fits none of them. With `oneOf`, data that fits two of them is refused, "
          "too.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = "+\"oneOf\": [{\"required\": [\"id\"]}, {\"required\": [\"name\"]}]\n"}},
    {Axis::kOneOf,
     Action::kRemoved,
     {.id = "one-of-unset",
      .summary = "An `oneOf` is gone.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it fits none of the schemas. With `oneOf`, data that fits two of them "
          "is refused, too.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = "-\"oneOf\": [{\"required\": [\"id\"]}, {\"required\": [\"name\"]}]\n"}},
    {Axis::kOneOf,
     Action::kLoosened,
     {.id = "one-of-added",
      .summary = "A schema was added to an `oneOf`.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it is of the added kind. With `oneOf`, data that fits two of them is "
          "refused, too.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"oneOf\": [\n"
                 "   {\"type\": \"string\"},\n"
                 "+  {\"type\": \"integer\"}\n"
                 " ]\n"}},
    {Axis::kOneOf,
     Action::kTightened,
     {.id = "one-of-removed",
      .summary = "A schema was removed from an `oneOf`.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it is of the removed kind. With `oneOf`, data that fits two of them is "
          "refused, too.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"oneOf\": [\n"
                 "   {\"type\": \"string\"},\n"
                 "-  {\"type\": \"integer\"}\n"
                 " ]\n"}},
    {Axis::kNot,
     Action::kAdded,
     {.id = "not-added",
      .summary = "Data must not fit a schema.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it fits that schema.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = "+\"not\": {\"required\": [\"legacy\"]}\n"}},
    {Axis::kNot,
     Action::kRemoved,
     {.id = "not-removed",
      .summary = "Data may fit a schema that it must not have fitted.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it fits that schema.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = "-\"not\": {\"required\": [\"legacy\"]}\n"}},
    {Axis::kNot,
     Action::kChanged,
     {.id = "not-changed",
      .summary = "The schema that data must not fit is another one.",
      .explanation = "What one version allows, the other may forbid.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = "-\"not\": {\"required\": [\"legacy\"]}\n"
                 "+\"not\": {\"required\": [\"obsolete\"]}\n"}},
    {Axis::kCondition,
     Action::kAdded,
     {.id = "condition-added",
      .summary = "A condition (`if`) brings demands with it.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when the condition holds and the demand is not met.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = "+\"if\": {\"required\": [\"card\"]},\n"
                 "+\"then\": {\"required\": [\"address\"]}\n"}},
    {Axis::kCondition,
     Action::kRemoved,
     {.id = "condition-removed",
      .summary = "A condition (`if`) is gone.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when the condition holds and the demand is not met.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = "-\"if\": {\"required\": [\"card\"]},\n"
                 "-\"then\": {\"required\": [\"address\"]}\n"}},
    {Axis::kCondition,
     Action::kChanged,
     {.id = "condition-changed",
      .summary = "A condition (`if`) or what it demands is another one.",
      .explanation = "What one version asks for need not be what the other asks for.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"if\": {\"required\": [\"card\"]},\n"
                 "-\"then\": {\"required\": [\"address\"]}\n"
                 "+\"then\": {\"required\": [\"holder\"]}\n"}},
}};

}  // namespace

/// About schemas made of others.
std::span<const KeywordRule> CompositionRules() {
  return kRules;
}

}  // namespace accord::breaking
