#include <array>

#include "breaking/schema/rules.h"

namespace accord::breaking {

namespace {

constexpr std::array<KeywordRule, 35> kRules{{
    {Axis::kSchema,
     Action::kTightened,
     {.id = "schema-forbidden",
      .summary = "A place at which values were allowed allows none any more.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it has a value there.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = "   \"note\":\n"
                 "-    {\"type\": \"string\"}\n"
                 "+    false\n"}},
    {Axis::kSchema,
     Action::kLoosened,
     {.id = "schema-allowed",
      .summary = "A place at which no value was allowed allows some.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it has a value there.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = "   \"note\":\n"
                 "-    false\n"
                 "+    {\"type\": \"string\"}\n"}},
    {Axis::kType,
     Action::kTightened,
     {.id = "type-narrowed",
      .summary = "Fewer types of values are allowed.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it has a value of the type that is gone.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"quantity\": {\n"
                 "-  \"type\": \"number\"\n"
                 "+  \"type\": \"integer\"\n"
                 " }\n"}},
    {Axis::kType,
     Action::kLoosened,
     {.id = "type-widened",
      .summary = "More types of values are allowed.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it has a value of the type that was added.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"quantity\": {\n"
                 "-  \"type\": \"integer\"\n"
                 "+  \"type\": [\"integer\", \"null\"]\n"
                 " }\n"}},
    {Axis::kType,
     Action::kChanged,
     {.id = "type-changed",
      .summary = "Values are of another type.",
      .explanation =
          "Neither side can read what the other writes: the old type is refused by the new "
          "version, and the new type by the old one.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"id\": {\n"
                 "-  \"type\": \"integer\"\n"
                 "+  \"type\": \"string\"\n"
                 " }\n"}},
    {Axis::kConst,
     Action::kAdded,
     {.id = "const-added",
      .summary = "Only one value is allowed any more.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it has any other value.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"kind\": {\n"
                 "+  \"const\": \"order\"\n"
                 " }\n"}},
    {Axis::kConst,
     Action::kRemoved,
     {.id = "const-removed",
      .summary = "Other values than a single one are allowed.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it has any other value.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"kind\": {\n"
                 "-  \"const\": \"order\"\n"
                 " }\n"}},
    {Axis::kConst,
     Action::kChanged,
     {.id = "const-changed",
      .summary = "The only allowed value is another one.",
      .explanation = "What one version demands, the other refuses.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"kind\": {\n"
                 "-  \"const\": \"order\"\n"
                 "+  \"const\": \"purchase\"\n"
                 " }\n"}},
    {Axis::kEnum,
     Action::kAdded,
     {.id = "became-enum",
      .summary = "Only listed values are allowed.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when its value is not in the list.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"state\": {\"type\": \"string\",\n"
                 "+  \"enum\": [\"open\", \"paid\"]\n"
                 " }\n"}},
    {Axis::kEnum,
     Action::kRemoved,
     {.id = "enum-removed",
      .summary = "Values are no longer limited to a list.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when its value is not in the list.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"state\": {\"type\": \"string\",\n"
                 "-  \"enum\": [\"open\", \"paid\"]\n"
                 " }\n"}},
    {Axis::kEnum,
     Action::kTightened,
     {.id = "enum-value-removed",
      .summary = "A value was removed from an `enum`.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it has the removed value.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"state\": {\n"
                 "-  \"enum\": [\"open\", \"paid\", \"lost\"]\n"
                 "+  \"enum\": [\"open\", \"paid\"]\n"
                 " }\n"}},
    {Axis::kEnum,
     Action::kLoosened,
     {.id = "enum-value-added",
      .summary = "A value was added to an `enum`.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it has the added value. Where readers are written to cope with unknown "
          "values, the policy `enum-additions` lets this pass.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"state\": {\n"
                 "-  \"enum\": [\"open\", \"paid\"]\n"
                 "+  \"enum\": [\"open\", \"paid\", \"lost\"]\n"
                 " }\n"}},
    {Axis::kMinimum,
     Action::kAdded,
     {.id = "min-set",
      .summary = "There is now a lower limit for numbers.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it is beyond the limit.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"integer\",\n"
                 "+  \"minimum\": 5\n"
                 " }\n"}},
    {Axis::kMinimum,
     Action::kRemoved,
     {.id = "min-removed",
      .summary = "The lower limit for numbers is gone.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it makes use of that.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"integer\",\n"
                 "-  \"minimum\": 5\n"
                 " }\n"}},
    {Axis::kMinimum,
     Action::kTightened,
     {.id = "min-increased",
      .summary = "The lower limit for numbers was raised.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"integer\",\n"
                 "-  \"minimum\": 1\n"
                 "+  \"minimum\": 5\n"
                 " }\n"}},
    {Axis::kMinimum,
     Action::kLoosened,
     {.id = "min-decreased",
      .summary = "The lower limit for numbers was lowered.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"integer\",\n"
                 "-  \"minimum\": 5\n"
                 "+  \"minimum\": 1\n"
                 " }\n"}},
    {Axis::kMaximum,
     Action::kAdded,
     {.id = "max-set",
      .summary = "There is now an upper limit for numbers.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it is beyond the limit.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"integer\",\n"
                 "+  \"maximum\": 50\n"
                 " }\n"}},
    {Axis::kMaximum,
     Action::kRemoved,
     {.id = "max-removed",
      .summary = "The upper limit for numbers is gone.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it makes use of that.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"integer\",\n"
                 "-  \"maximum\": 50\n"
                 " }\n"}},
    {Axis::kMaximum,
     Action::kTightened,
     {.id = "max-decreased",
      .summary = "The upper limit for numbers was lowered.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"integer\",\n"
                 "-  \"maximum\": 100\n"
                 "+  \"maximum\": 50\n"
                 " }\n"}},
    {Axis::kMaximum,
     Action::kLoosened,
     {.id = "max-increased",
      .summary = "The upper limit for numbers was raised.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"integer\",\n"
                 "-  \"maximum\": 50\n"
                 "+  \"maximum\": 100\n"
                 " }\n"}},
    {Axis::kMultipleOf,
     Action::kAdded,
     {.id = "multiple-of-set",
      .summary = "Numbers have to be multiples of a step.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when its number is none.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"price\": {\"type\": \"number\",\n"
                 "+  \"multipleOf\": 0.01\n"
                 " }\n"}},
    {Axis::kMultipleOf,
     Action::kRemoved,
     {.id = "multiple-of-removed",
      .summary = "Numbers no longer have to be multiples of a step.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when its number is none.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"price\": {\"type\": \"number\",\n"
                 "-  \"multipleOf\": 0.01\n"
                 " }\n"}},
    {Axis::kMultipleOf,
     Action::kChanged,
     {.id = "multiple-of-changed",
      .summary = "The step that numbers are multiples of is another one.",
      .explanation =
          "A multiple of one step need not be one of the other. Only a step that divides the "
          "old one is safe for old data.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"price\": {\"type\": \"number\",\n"
                 "-  \"multipleOf\": 0.01\n"
                 "+  \"multipleOf\": 0.05\n"
                 " }\n"}},
    {Axis::kMinLength,
     Action::kTightened,
     {.id = "min-length-increased",
      .summary = "The lower limit for the length of strings was raised.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"string\",\n"
                 "-  \"minLength\": 1\n"
                 "+  \"minLength\": 3\n"
                 " }\n"}},
    {Axis::kMinLength,
     Action::kLoosened,
     {.id = "min-length-decreased",
      .summary = "The lower limit for the length of strings was lowered.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"string\",\n"
                 "-  \"minLength\": 3\n"
                 "+  \"minLength\": 1\n"
                 " }\n"}},
    {Axis::kMaxLength,
     Action::kAdded,
     {.id = "max-length-set",
      .summary = "There is now an upper limit for the length of strings.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it is beyond the limit.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"string\",\n"
                 "+  \"maxLength\": 20\n"
                 " }\n"}},
    {Axis::kMaxLength,
     Action::kRemoved,
     {.id = "max-length-removed",
      .summary = "The upper limit for the length of strings is gone.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it makes use of that.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"string\",\n"
                 "-  \"maxLength\": 20\n"
                 " }\n"}},
    {Axis::kMaxLength,
     Action::kTightened,
     {.id = "max-length-decreased",
      .summary = "The upper limit for the length of strings was lowered.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it lies between the two limits.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " {\"type\": \"string\",\n"
                 "-  \"maxLength\": 100\n"
                 "+  \"maxLength\": 20\n"
                 " }\n"}},
    {Axis::kMaxLength,
     Action::kLoosened,
     {.id = "max-length-increased",
      .summary = "The upper limit for the length of strings was raised.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it lies between the two limits.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " {\"type\": \"string\",\n"
                 "-  \"maxLength\": 20\n"
                 "+  \"maxLength\": 100\n"
                 " }\n"}},
    {Axis::kPattern,
     Action::kAdded,
     {.id = "pattern-added",
      .summary = "Strings have to match a pattern.",
      .explanation =
          "Data that fits the old version is refused by readers that check against the new one "
          "when it does not match.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"id\": {\"type\": \"string\",\n"
                 "+  \"pattern\": \"^[0-9]+$\"\n"
                 " }\n"}},
    {Axis::kPattern,
     Action::kRemoved,
     {.id = "pattern-removed",
      .summary = "Strings no longer have to match a pattern.",
      .explanation =
          "Data that fits the new version is refused by readers that still check against the "
          "old one when it does not match.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"id\": {\"type\": \"string\",\n"
                 "-  \"pattern\": \"^[0-9]+$\"\n"
                 " }\n"}},
    {Axis::kPattern,
     Action::kChanged,
     {.id = "pattern-changed",
      .summary = "The pattern of strings is another one.",
      .explanation =
          "There are strings that match one pattern and not the other; the example is one. A "
          "pattern that is only written in another way is not reported.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"id\": {\"type\": \"string\",\n"
                 "-  \"pattern\": \"^[0-9]+$\"\n"
                 "+  \"pattern\": \"^[0-9]{8}$\"\n"
                 " }\n"}},
    {Axis::kFormat,
     Action::kAdded,
     {.id = "format-added",
      .severity = finding::Severity::kWarning,
      .summary = "Strings are said to have a format.",
      .explanation = "Where formats are checked, data of another form is refused. Where they only "
                     "annotate, programs may still rely on them.",
      .categories = "SCHEMA BACKWARD",
      .breaks = kJsonReaders,
      .remedy = kKeepTheOld,
      .example = " \"created\": {\"type\": \"string\",\n"
                 "+  \"format\": \"date-time\"\n"
                 " }\n"}},
    {Axis::kFormat,
     Action::kRemoved,
     {.id = "format-removed",
      .severity = finding::Severity::kWarning,
      .summary = "Strings are no longer said to have a format.",
      .explanation =
          "Where formats are checked, old readers refuse data of another form. Where they only "
          "annotate, programs may still rely on them.",
      .categories = "SCHEMA FORWARD",
      .breaks = kJsonReaders,
      .remedy = kReadersFirst,
      .example = " \"created\": {\"type\": \"string\",\n"
                 "-  \"format\": \"date-time\"\n"
                 " }\n"}},
    {Axis::kFormat,
     Action::kChanged,
     {.id = "format-changed",
      .severity = finding::Severity::kWarning,
      .summary = "Strings are said to have another format.",
      .explanation =
          "Where formats are checked, each side refuses the other's data. Where they only "
          "annotate, programs may still rely on them.",
      .categories = "SCHEMA BACKWARD FORWARD",
      .breaks = kJsonReaders,
      .remedy = kBothForms,
      .example = " \"created\": {\"type\": \"string\",\n"
                 "-  \"format\": \"date\"\n"
                 "+  \"format\": \"date-time\"\n"
                 " }\n"}},
}};

}  // namespace

/// About types, listed values, numbers and strings.
std::span<const KeywordRule> ValueRules() {
  return kRules;
}

}  // namespace accord::breaking
