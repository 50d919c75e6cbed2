#pragma once

#include <span>

#include "accord/finding/finding.h"

namespace accord::proto {

/// Every rule about the form of .proto files, descriptor sets and their configuration.
std::span<const finding::RuleInfo* const> Rules();

extern const finding::RuleInfo kProtoSyntax;           ///< proto-syntax-error
extern const finding::RuleInfo kProtoInvalid;          ///< proto-invalid (does not link)
extern const finding::RuleInfo kProtoImportMissing;    ///< proto-import-missing
extern const finding::RuleInfo kProtoImportCycle;      ///< proto-import-cycle
extern const finding::RuleInfo kProtoDuplicateSymbol;  ///< proto-duplicate-symbol
extern const finding::RuleInfo kProtoDuplicateFile;    ///< proto-duplicate-file
extern const finding::RuleInfo kProtoUnreadable;       ///< proto-unreadable
extern const finding::RuleInfo kProtoTooDeep;          ///< proto-too-deep
extern const finding::RuleInfo kProtoEdition;          ///< proto-edition-unsupported
extern const finding::RuleInfo kBufConfig;             ///< buf-config-invalid

}  // namespace accord::proto
