#include "breaking/openapi/rules.h"

#include <array>
#include <set>
#include <vector>

#include "accord/breaking/openapi.h"

#include "breaking/openapi/judge.h"
#include "breaking/openapi/schema_changes.h"

namespace accord::breaking::api {
namespace {

using finding::RuleInfo;

constexpr std::array kRules{&kEndpointAdded,
                            &kRemovedWithoutDeprecation,
                            &kRemovedWithDeprecation,
                            &kRemovedBeforeSunset,
                            &kPathRemovedWithoutDeprecation,
                            &kPathRemovedWithDeprecation,
                            &kPathRemovedBeforeSunset,
                            &kSunsetParse,
                            &kOperationIdAdded,
                            &kOperationIdRemoved,
                            &kTagAdded,
                            &kTagRemoved,
                            &kWebhookAdded,
                            &kWebhookRemoved,
                            &kCallbackAdded,
                            &kCallbackRemoved,
                            &kDocumentRemoved,
                            &kServerAdded,
                            &kServerRemoved,
                            &kDeprecated,
                            &kDeprecatedWithSunset,
                            &kReactivated,
                            &kDeprecatedSunsetParse,
                            &kDeprecatedSunsetMissing,
                            &kSunsetTooSmall,
                            &kSunsetDeleted,
                            &kSunsetChangedTooSmall,
                            &kInvalidStability,
                            &kStabilityDecreased,
                            &kStabilityIncreased,
                            &kParameterDeprecated,
                            &kParameterReactivated,
                            &kParameterDeprecatedSunsetMissing,
                            &kParameterSunsetTooSmall,
                            &kParameterSunsetDeleted,
                            &kParameterSunsetChangedTooSmall,
                            &kParameterSunsetParse,
                            &kNewRequiredParameter,
                            &kNewOptionalParameter,
                            &kNewPathParameter,
                            &kNewRequiredSharedParameter,
                            &kNewOptionalSharedParameter,
                            &kParameterRemoved,
                            &kParameterRemovedWithDeprecation,
                            &kParameterRemovedBeforeSunset,
                            &kParameterBecameRequired,
                            &kParameterBecameOptional,
                            &kParameterStyleChanged,
                            &kParameterExplodeChanged,
                            &kParameterReservedAllowed,
                            &kParameterReservedForbidden,
                            &kParameterEmptyAllowed,
                            &kParameterEmptyForbidden,
                            &kParameterContentChanged,
                            &kBodyAddedRequired,
                            &kBodyAddedOptional,
                            &kBodyRemoved,
                            &kBodyBecameRequired,
                            &kBodyBecameOptional,
                            &kRequestMediaTypeAdded,
                            &kRequestMediaTypeRemoved,
                            &kRequestMediaTypeSpecialized,
                            &kRequestMediaTypeSchemaAdded,
                            &kRequestMediaTypeSchemaRemoved,
                            &kRequestEncodingChanged,
                            &kResponseMediaTypeSchemaAdded,
                            &kResponseMediaTypeSchemaRemoved,
                            &kSuccessStatusAdded,
                            &kSuccessStatusRemoved,
                            &kNonSuccessStatusAdded,
                            &kNonSuccessStatusRemoved,
                            &kSuccessRangeAdded,
                            &kSuccessRangeRemoved,
                            &kNonSuccessRangeAdded,
                            &kNonSuccessRangeRemoved,
                            &kDefaultResponseAdded,
                            &kDefaultResponseRemoved,
                            &kResponseMediaTypeAdded,
                            &kResponseMediaTypeRemoved,
                            &kResponseMediaTypeNameChanged,
                            &kResponseMediaTypeGeneralized,
                            &kResponseMediaTypeSpecialized,
                            &kResponseHeaderAdded,
                            &kRequiredResponseHeaderRemoved,
                            &kOptionalResponseHeaderRemoved,
                            &kResponseHeaderBecameOptional,
                            &kResponseHeaderBecameRequired,
                            &kResponseHeaderDeprecated,
                            &kResponseHeaderReactivated,
                            &kResponseHeaderExplodeChanged,
                            &kLinkAdded,
                            &kLinkRemoved,
                            &kLinkChanged,
                            &kSecurityAdded,
                            &kSecurityRemoved,
                            &kSecurityScopeAdded,
                            &kSecurityScopeRemoved,
                            &kGlobalSecurityAdded,
                            &kGlobalSecurityRemoved,
                            &kGlobalSecurityScopeAdded,
                            &kGlobalSecurityScopeRemoved,
                            &kSchemeAdded,
                            &kSchemeRemoved,
                            &kSchemeTypeChanged,
                            &kSchemeOauthUrlChanged,
                            &kSchemeTokenUrlChanged,
                            &kSchemeScopeAdded,
                            &kSchemeScopeRemoved,
                            &kSchemeScopeChanged,
                            &kSchemeRefreshUrlChanged,
                            &kSchemeFlowAdded,
                            &kSchemeFlowRemoved,
                            &kSchemeSchemeChanged,
                            &kSchemeInChanged,
                            &kSchemeNameChanged,
                            &kSchemeBearerFormatChanged,
                            &kSchemeOpenIdUrlChanged,
                            &kSchemaRemoved,
                            &kVersionNotBumped,
                            &kVersionDecreased,
                            &kMajorVersionNotBumped};

}  // namespace

bool IsOasdiffRule(const RuleInfo& rule) {
  return IsSchemaRule(rule) ? IsOasdiffSchemaRule(rule) : rule.categories == kOasdiffRule;
}

bool IsSchemaRule(const RuleInfo& rule) {
  static const std::set<const RuleInfo*> rules(SchemaChangeRules().begin(),
                                               SchemaChangeRules().end());
  return rules.count(&rule) != 0;
}

std::span<const RuleInfo* const> DocumentRules() {
  return kRules;
}

}  // namespace accord::breaking::api

namespace accord::breaking {

std::span<const finding::RuleInfo* const> OpenApiRules() {
  static const std::vector<const finding::RuleInfo*> all_rules = [] {
    const auto document_rules = api::DocumentRules();
    std::vector<const finding::RuleInfo*> all(document_rules.begin(), document_rules.end());
    const auto schema_rules = api::SchemaChangeRules();
    all.insert(all.end(), schema_rules.begin(), schema_rules.end());
    const auto judge_rules = api::JudgeRules();
    all.insert(all.end(), judge_rules.begin(), judge_rules.end());
    return all;
  }();
  return all_rules;
}

}  // namespace accord::breaking
