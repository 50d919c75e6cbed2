#pragma once

#include <span>

#include "accord/finding/finding.h"

namespace accord::document {

extern const finding::RuleInfo kSyntaxError;
extern const finding::RuleInfo kEmptyDocument;
extern const finding::RuleInfo kNotUtf8;
extern const finding::RuleInfo kTooLarge;
extern const finding::RuleInfo kTooDeep;
extern const finding::RuleInfo kDuplicateKey;
extern const finding::RuleInfo kAliasLimit;
extern const finding::RuleInfo kSeveralDocuments;
extern const finding::RuleInfo kSchemaViolation;

/// Every rule about the form of documents.
std::span<const finding::RuleInfo* const> Rules();

}  // namespace accord::document
