#pragma once

#include <span>
#include <string_view>

#include "accord/finding/finding.h"

// The rules about anything but the insides of schemas; the text of each is in rules_*.cc. Ids and
// severities are oasdiff's where it has the rule.
namespace accord::breaking::api {

/// Categories of rules that oasdiff has, too, and of those that it has not.
inline constexpr std::string_view kOasdiffRule = "OPENAPI OASDIFF";
inline constexpr std::string_view kOwnRule = "OPENAPI";

bool IsOasdiffRule(const finding::RuleInfo& rule);
/// Whether a rule is about the inside of a schema.
bool IsSchemaRule(const finding::RuleInfo& rule);

// Paths, operations, webhooks and callbacks, servers.
extern const finding::RuleInfo kEndpointAdded;
extern const finding::RuleInfo kRemovedWithoutDeprecation;
extern const finding::RuleInfo kRemovedWithDeprecation;
extern const finding::RuleInfo kRemovedBeforeSunset;
extern const finding::RuleInfo kPathRemovedWithoutDeprecation;
extern const finding::RuleInfo kPathRemovedWithDeprecation;
extern const finding::RuleInfo kPathRemovedBeforeSunset;
extern const finding::RuleInfo kSunsetParse;
extern const finding::RuleInfo kOperationIdAdded;
extern const finding::RuleInfo kOperationIdRemoved;
extern const finding::RuleInfo kTagAdded;
extern const finding::RuleInfo kTagRemoved;
extern const finding::RuleInfo kWebhookAdded;
extern const finding::RuleInfo kWebhookRemoved;
extern const finding::RuleInfo kCallbackAdded;
extern const finding::RuleInfo kCallbackRemoved;
extern const finding::RuleInfo kDocumentRemoved;
extern const finding::RuleInfo kServerAdded;
extern const finding::RuleInfo kServerRemoved;

// Deprecation, sunset dates, stability.
extern const finding::RuleInfo kDeprecated;
extern const finding::RuleInfo kDeprecatedWithSunset;
extern const finding::RuleInfo kReactivated;
extern const finding::RuleInfo kDeprecatedSunsetParse;
extern const finding::RuleInfo kDeprecatedSunsetMissing;
extern const finding::RuleInfo kSunsetTooSmall;
extern const finding::RuleInfo kSunsetDeleted;
extern const finding::RuleInfo kSunsetChangedTooSmall;
extern const finding::RuleInfo kInvalidStability;
extern const finding::RuleInfo kStabilityDecreased;
extern const finding::RuleInfo kStabilityIncreased;
extern const finding::RuleInfo kParameterDeprecated;
extern const finding::RuleInfo kParameterReactivated;
extern const finding::RuleInfo kParameterDeprecatedSunsetMissing;
extern const finding::RuleInfo kParameterSunsetTooSmall;
extern const finding::RuleInfo kParameterSunsetDeleted;
extern const finding::RuleInfo kParameterSunsetChangedTooSmall;
extern const finding::RuleInfo kParameterSunsetParse;

// Parameters.
extern const finding::RuleInfo kNewRequiredParameter;
extern const finding::RuleInfo kNewOptionalParameter;
extern const finding::RuleInfo kNewPathParameter;
extern const finding::RuleInfo kNewRequiredSharedParameter;
extern const finding::RuleInfo kNewOptionalSharedParameter;
extern const finding::RuleInfo kParameterRemoved;
extern const finding::RuleInfo kParameterRemovedWithDeprecation;
extern const finding::RuleInfo kParameterRemovedBeforeSunset;
extern const finding::RuleInfo kParameterBecameRequired;
extern const finding::RuleInfo kParameterBecameOptional;
extern const finding::RuleInfo kParameterStyleChanged;
extern const finding::RuleInfo kParameterExplodeChanged;
extern const finding::RuleInfo kParameterReservedAllowed;
extern const finding::RuleInfo kParameterReservedForbidden;
extern const finding::RuleInfo kParameterEmptyAllowed;
extern const finding::RuleInfo kParameterEmptyForbidden;
extern const finding::RuleInfo kParameterContentChanged;

// Bodies.
extern const finding::RuleInfo kBodyAddedRequired;
extern const finding::RuleInfo kBodyAddedOptional;
extern const finding::RuleInfo kBodyRemoved;
extern const finding::RuleInfo kBodyBecameRequired;
extern const finding::RuleInfo kBodyBecameOptional;
extern const finding::RuleInfo kRequestMediaTypeAdded;
extern const finding::RuleInfo kRequestMediaTypeRemoved;
extern const finding::RuleInfo kRequestMediaTypeSpecialized;
extern const finding::RuleInfo kRequestMediaTypeSchemaAdded;
extern const finding::RuleInfo kRequestMediaTypeSchemaRemoved;
extern const finding::RuleInfo kRequestEncodingChanged;
extern const finding::RuleInfo kResponseMediaTypeSchemaAdded;
extern const finding::RuleInfo kResponseMediaTypeSchemaRemoved;

// Responses, their headers and links.
extern const finding::RuleInfo kSuccessStatusAdded;
extern const finding::RuleInfo kSuccessStatusRemoved;
extern const finding::RuleInfo kNonSuccessStatusAdded;
extern const finding::RuleInfo kNonSuccessStatusRemoved;
extern const finding::RuleInfo kSuccessRangeAdded;
extern const finding::RuleInfo kSuccessRangeRemoved;
extern const finding::RuleInfo kNonSuccessRangeAdded;
extern const finding::RuleInfo kNonSuccessRangeRemoved;
extern const finding::RuleInfo kDefaultResponseAdded;
extern const finding::RuleInfo kDefaultResponseRemoved;
extern const finding::RuleInfo kResponseMediaTypeAdded;
extern const finding::RuleInfo kResponseMediaTypeRemoved;
extern const finding::RuleInfo kResponseMediaTypeNameChanged;
extern const finding::RuleInfo kResponseMediaTypeGeneralized;
extern const finding::RuleInfo kResponseMediaTypeSpecialized;
extern const finding::RuleInfo kResponseHeaderAdded;
extern const finding::RuleInfo kRequiredResponseHeaderRemoved;
extern const finding::RuleInfo kOptionalResponseHeaderRemoved;
extern const finding::RuleInfo kResponseHeaderBecameOptional;
extern const finding::RuleInfo kResponseHeaderBecameRequired;
extern const finding::RuleInfo kResponseHeaderDeprecated;
extern const finding::RuleInfo kResponseHeaderReactivated;
extern const finding::RuleInfo kResponseHeaderExplodeChanged;
extern const finding::RuleInfo kLinkAdded;
extern const finding::RuleInfo kLinkRemoved;
extern const finding::RuleInfo kLinkChanged;

// Security, components, the version.
extern const finding::RuleInfo kSecurityAdded;
extern const finding::RuleInfo kSecurityRemoved;
extern const finding::RuleInfo kSecurityScopeAdded;
extern const finding::RuleInfo kSecurityScopeRemoved;
extern const finding::RuleInfo kGlobalSecurityAdded;
extern const finding::RuleInfo kGlobalSecurityRemoved;
extern const finding::RuleInfo kGlobalSecurityScopeAdded;
extern const finding::RuleInfo kGlobalSecurityScopeRemoved;
extern const finding::RuleInfo kSchemeAdded;
extern const finding::RuleInfo kSchemeRemoved;
extern const finding::RuleInfo kSchemeTypeChanged;
extern const finding::RuleInfo kSchemeOauthUrlChanged;
extern const finding::RuleInfo kSchemeTokenUrlChanged;
extern const finding::RuleInfo kSchemeScopeAdded;
extern const finding::RuleInfo kSchemeScopeRemoved;
extern const finding::RuleInfo kSchemeScopeChanged;
extern const finding::RuleInfo kSchemeRefreshUrlChanged;
extern const finding::RuleInfo kSchemeFlowAdded;
extern const finding::RuleInfo kSchemeFlowRemoved;
extern const finding::RuleInfo kSchemeSchemeChanged;
extern const finding::RuleInfo kSchemeInChanged;
extern const finding::RuleInfo kSchemeNameChanged;
extern const finding::RuleInfo kSchemeBearerFormatChanged;
extern const finding::RuleInfo kSchemeOpenIdUrlChanged;
extern const finding::RuleInfo kSchemaRemoved;
extern const finding::RuleInfo kVersionNotBumped;
extern const finding::RuleInfo kVersionDecreased;
extern const finding::RuleInfo kMajorVersionNotBumped;

/// All of the above.
std::span<const finding::RuleInfo* const> DocumentRules();

}  // namespace accord::breaking::api
