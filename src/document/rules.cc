#include "accord/document/rules.h"

#include <array>

namespace accord::document {

using finding::RuleInfo;
using finding::Severity;

const RuleInfo kSyntaxError{
    .id = "syntax-error",
    .severity = Severity::kError,
    .summary = "A document is neither well-formed JSON nor well-formed YAML.",
    .explanation =
        "Nothing in the document can be used until it parses. Correct the text at the reported "
        "place; the cause often stands a little before it: a comma too many, a bracket or a quote "
        "that was never closed, an indentation that does not line up."};

const RuleInfo kEmptyDocument{
    .id = "empty-document",
    .severity = Severity::kError,
    .summary = "A document holds nothing but blanks or comments.",
    .explanation =
        "An empty file is usually the trace of an interrupted write or of a wrong path. Write the "
        "document again or take it out of the list of inputs."};

const RuleInfo kNotUtf8{
    .id = "not-utf8",
    .severity = Severity::kError,
    .summary = "A document is not encoded in UTF-8.",
    .explanation =
        "JSON is exchanged in UTF-8 (RFC 8259 §8.1) and accord reads YAML in UTF-8 only. Convert "
        "the file, for example with `iconv -f UTF-16 -t UTF-8`."};

const RuleInfo kTooLarge{
    .id = "too-large",
    .severity = Severity::kError,
    .summary = "A document is larger than the limit.",
    .explanation =
        "The limit protects against inputs that would use up the memory. Split the document, or "
        "check whether the right file was named."};

const RuleInfo kTooDeep{
    .id = "too-deep",
    .severity = Severity::kError,
    .summary = "Containers are nested deeper than the limit.",
    .explanation =
        "Documents people write stay far below the limit; extreme nesting is a sign of a broken "
        "generator or of an attack. Flatten the document."};

const RuleInfo kDuplicateKey{
    .id = "duplicate-key",
    .severity = Severity::kWarning,
    .summary = "An object holds the same key more than once.",
    .explanation =
        "Readers disagree about which of the values counts (RFC 8259 §4); accord takes the last "
        "one. Remove or rename the others so that every reader sees the same document."};

const RuleInfo kAliasLimit{
    .id = "alias-limit",
    .severity = Severity::kError,
    .summary = "YAML aliases expand to too many nodes, or to themselves.",
    .explanation =
        "A few nested aliases can stand for billions of nodes, and one that contains itself for "
        "infinitely many. Write the repeated parts out, or share less."};

const RuleInfo kSeveralDocuments{
    .id = "several-documents",
    .severity = Severity::kError,
    .summary = "A YAML file holds more than one document.",
    .explanation =
        "A contract, specification or configuration is one document; reading only the first one "
        "would silently drop the rest. Split the file at its `---` lines."};

const RuleInfo kSchemaViolation{
    .id = "schema-violation",
    .severity = Severity::kError,
    .summary = "A document does not have the form that its format demands.",
    .explanation =
        "accord checks its own configuration, reports and contract files against the JSON Schemas "
        "it ships with. Change the value at the reported place as the message says."};

std::span<const RuleInfo* const> Rules() {
  static constexpr std::array<const RuleInfo*, 9> kRules{&kSyntaxError,
                                                         &kEmptyDocument,
                                                         &kNotUtf8,
                                                         &kTooLarge,
                                                         &kTooDeep,
                                                         &kDuplicateKey,
                                                         &kAliasLimit,
                                                         &kSeveralDocuments,
                                                         &kSchemaViolation};
  return kRules;
}

}  // namespace accord::document
