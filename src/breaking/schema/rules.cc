#include "breaking/schema/rules.h"

#include <vector>

#include "accord/breaking/schema.h"

namespace accord::breaking {

using finding::RuleInfo;
using finding::Severity;

const RuleInfo kSchemaChanged{
    .id = "schema-changed",
    .summary = "A schema changed in a way that has no name of its own.",
    .explanation =
        "The two versions do not accept the same data; the example shows a value that one of them "
        "refuses.",
    .categories = "SCHEMA BACKWARD FORWARD",
    .breaks = kJsonReaders,
    .remedy = kBothForms,
    .example =
        " {\"allOf\": [\n"
        "-  {\"$ref\": \"#/$defs/a\"}\n"
        "+  {\"$ref\": \"#/$defs/b\"}\n"
        " ]}\n"};

const RuleInfo kSchemaDeleted{
    .id = "schema-deleted",
    .summary = "A schema document is gone.",
    .explanation =
        "Whoever refers to the document by its path or identifier no longer finds it. Data that "
        "was "
        "written by it has no schema to be read by.",
    .categories = "SCHEMA BACKWARD FORWARD",
    .breaks = kJsonReaders,
    .remedy =
        "Keep the document, marked with `deprecated`, until nobody refers to it. A document that "
        "moved can stay as a `$ref` to its new place.",
    .example = "-order.schema.json\n"};

const RuleInfo kCompatibilityUnknown{
    .id = "schema-compatibility-unknown",
    .severity = Severity::kWarning,
    .summary = "Whether two versions of a schema get along could not be decided.",
    .explanation =
        "Neither a proof that all data stays readable was found, nor an example that does not. The "
        "finding names the reason; `--explain-unknown` tells what would be needed. Where unknown "
        "must not pass, make it an error: `--severity schema-compatibility-unknown=error`.",
    .categories = "SCHEMA BACKWARD FORWARD",
    .breaks = kJsonReaders,
    .remedy =
        "Make the change in smaller steps, or write the constraint in a way that can be decided: "
        "patterns without look-around and back-references, `additionalProperties` in place of "
        "`unevaluatedProperties`.",
    .example =
        " \"id\": {\"type\": \"string\",\n"
        "-  \"pattern\": \"^(?!x)\"\n"
        "+  \"pattern\": \"^(?!xy)\"\n"
        " }\n"};

const RuleInfo& RuleOf(Axis axis, Action action) {
  for (const auto rules : {ValueRules(), ArrayRules(), ObjectRules(), CompositionRules()}) {
    for (const KeywordRule& row : rules) {
      if (row.axis == axis && row.action == action) {
        return row.rule;
      }
    }
  }
  return kSchemaChanged;
}

std::span<const RuleInfo* const> SchemaRules() {
  static const std::vector<const RuleInfo*> all_rules = [] {
    std::vector<const RuleInfo*> all;
    for (const auto rules : {ValueRules(), ArrayRules(), ObjectRules(), CompositionRules()}) {
      for (const KeywordRule& row : rules) {
        all.push_back(&row.rule);
      }
    }
    all.insert(all.end(), {&kSchemaChanged, &kSchemaDeleted, &kCompatibilityUnknown});
    return all;
  }();
  return all_rules;
}

}  // namespace accord::breaking
