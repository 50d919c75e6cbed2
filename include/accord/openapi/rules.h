#pragma once

#include <span>

#include "accord/finding/finding.h"

namespace accord::openapi {

/// Every rule about the form of OpenAPI documents.
std::span<const finding::RuleInfo* const> Rules();

extern const finding::RuleInfo kNotOpenApi;             ///< openapi-not-recognized
extern const finding::RuleInfo kVersionUnknown;         ///< openapi-version-unknown
extern const finding::RuleInfo kStructureInvalid;       ///< openapi-structure-invalid
extern const finding::RuleInfo kFieldMissing;           ///< openapi-field-missing
extern const finding::RuleInfo kFieldUnknown;           ///< openapi-field-unknown
extern const finding::RuleInfo kReferenceUnresolved;    ///< openapi-reference-unresolved
extern const finding::RuleInfo kReferenceCycle;         ///< openapi-reference-cycle
extern const finding::RuleInfo kPathInvalid;            ///< openapi-path-invalid
extern const finding::RuleInfo kDuplicatePath;          ///< openapi-duplicate-path
extern const finding::RuleInfo kDuplicateOperationId;   ///< openapi-duplicate-operation-id
extern const finding::RuleInfo kDuplicateParameter;     ///< openapi-duplicate-parameter
extern const finding::RuleInfo kPathParameterMissing;   ///< openapi-path-parameter-missing
extern const finding::RuleInfo kPathParameterUnused;    ///< openapi-path-parameter-unused
extern const finding::RuleInfo kSecuritySchemeUnknown;  ///< openapi-security-scheme-unknown
extern const finding::RuleInfo kTooLarge;               ///< openapi-too-large

}  // namespace accord::openapi
