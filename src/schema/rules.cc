#include <array>

#include "accord/schema/schema.h"

namespace accord::schema {

using finding::RuleInfo;
using finding::Severity;

const RuleInfo kSchemaInvalid{
    .id = "schema-invalid",
    .severity = Severity::kError,
    .summary = "A schema does not fit the meta-schema of its dialect.",
    .explanation =
        "A keyword has a value that it cannot have, such as a negative length or a type that does "
        "not exist. Validators disagree on what such a schema means, so accord does not use it. "
        "Correct the value, or name the dialect that the schema is written in with `$schema`."};

const RuleInfo kSchemaDialect{
    .id = "schema-dialect-unknown",
    .severity = Severity::kError,
    .summary = "`$schema` names a meta-schema that is not known and could not be loaded.",
    .explanation =
        "The dialect decides what every keyword means. Drafts 4, 6, 7, 2019-09, 2020-12 and the "
        "dialects of OpenAPI come built in; a meta-schema of your own must be among the documents "
        "that references may lead to, and must itself name one of these as its `$schema`."};

const RuleInfo kSchemaVocabulary{
    .id = "schema-vocabulary-unknown",
    .severity = Severity::kError,
    .summary = "The meta-schema of a schema requires a vocabulary that accord does not know.",
    .explanation =
        "`$vocabulary` with the value `true` says that whoever does not understand the vocabulary "
        "must refuse the schema. With `false` its keywords are ignored instead."};

const RuleInfo kSchemaReference{
    .id = "schema-reference-unresolved",
    .severity = Severity::kError,
    .summary = "A reference leads to no schema.",
    .explanation =
        "The document could not be loaded, or has no schema at that pointer or anchor. References "
        "are resolved against the nearest `$id` above them. Documents are never fetched from the "
        "network unless that is allowed; name the folder that holds them instead."};

const RuleInfo kSchemaReferenceCycle{
    .id = "schema-reference-cycle",
    .severity = Severity::kError,
    .summary = "References lead back to where they started without looking into the instance.",
    .explanation =
        "Validation of any instance would never end. A schema may refer to itself only through a "
        "keyword that steps into a member or an item, such as `properties` or `items`."};

const RuleInfo kSchemaIdClash{
    .id = "schema-id-clash",
    .severity = Severity::kError,
    .summary = "Two different schemas have the same identifier.",
    .explanation =
        "References to an `$id` or an anchor must have one meaning. Rename one of the two; copies "
        "of one and the same schema may share their `$id`."};

const RuleInfo kSchemaPattern{
    .id = "schema-pattern-invalid",
    .severity = Severity::kError,
    .summary = "A regular expression cannot be read.",
    .explanation =
        "`pattern` and `patternProperties` hold regular expressions as JavaScript (ECMA-262) has "
        "them, with the flag `u`. Possessive quantifiers, atomic groups, inline flags, `\\A` and "
        "`\\Z` do not exist there."};

const RuleInfo kSchemaPatternLenient{
    .id = "schema-pattern-lenient",
    .severity = Severity::kWarning,
    .summary = "A regular expression is only valid without the flag `u`.",
    .explanation =
        "It is read as old JavaScript does. Validators that set the flag, as the specification "
        "asks, refuse it. Mostly a backslash stands in front of a character that needs none."};

const RuleInfo kInstanceInvalid{
    .id = "instance-invalid",
    .severity = Severity::kError,
    .summary = "A document does not fit its schema.",
    .explanation =
        "The value that is shown breaks the keyword of the schema that is named beside it."};

const RuleInfo kPatternTooExpensive{
    .id = "pattern-too-expensive",
    .severity = Severity::kError,
    .summary = "Matching a regular expression took too many steps and was given up.",
    .explanation =
        "The expression backtracks exponentially on this text, mostly because of nested "
        "repetitions such as `(a+)+`. The text counts as not matching. Rewrite the expression so "
        "that each text can be matched in one way only."};

std::span<const RuleInfo* const> Rules() {
  static constexpr std::array kRules = {
      &kSchemaInvalid,
      &kSchemaDialect,
      &kSchemaVocabulary,
      &kSchemaReference,
      &kSchemaReferenceCycle,
      &kSchemaIdClash,
      &kSchemaPattern,
      &kSchemaPatternLenient,
      &kInstanceInvalid,
      &kPatternTooExpensive,
  };
  return kRules;
}

}  // namespace accord::schema
