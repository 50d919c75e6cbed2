#include <array>

#include "breaking/openapi/rules.h"

namespace accord::breaking::api {

using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kCallers{finding::Audience::kRest};

}  // namespace

const RuleInfo kSecurityAdded{
    .id = "api-security-added",
    .severity = Severity::kInfo,
    .summary = "A way to be let in was added to an operation.",
    .explanation =
        "Where others stand beside it, clients come in as before. Where there was none,"
        " they have to log in now: an error in profile strict.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Leave the old ways open until all clients use the new one.",
    .example =
        " get:\n"
        "   security:\n"
        "     - key: []\n"
        "+    - oauth: [read]\n"};

const RuleInfo kSecurityRemoved{
    .id = "api-security-removed",
    .severity = Severity::kInfo,
    .summary = "A way to be let in was removed from an operation.",
    .explanation =
        "Clients that use it are locked out, unless another one takes what they bring: "
        "an error in profile strict.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Leave the old ways open until all clients use the new one.",
    .example =
        " get:\n"
        "   security:\n"
        "-    - key: []\n"
        "     - oauth: [read]\n"};

const RuleInfo kSecurityScopeAdded{
    .id = "api-security-scope-added",
    .severity = Severity::kInfo,
    .summary = "An operation demands another scope.",
    .explanation =
        "Clients whose tokens do not have it are locked out: an error in profile "
        "strict.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Demand the scope once all clients have it.",
    .example =
        " get:\n"
        "   security:\n"
        "-    - oauth: [read]\n"
        "+    - oauth: [read, list]\n"};

const RuleInfo kSecurityScopeRemoved{
    .id = "api-security-scope-removed",
    .severity = Severity::kInfo,
    .summary = "An operation no longer demands a scope.",
    .explanation = "Clients that have it come in as before; it is merely not asked for now.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " get:\n"
        "   security:\n"
        "-    - oauth: [read, list]\n"
        "+    - oauth: [read]\n"};

const RuleInfo kGlobalSecurityAdded{
    .id = "api-global-security-added",
    .severity = Severity::kInfo,
    .summary = "A way to be let in was added for all operations.",
    .explanation =
        "Where others stand beside it, clients come in as before. Where there was none,"
        " they have to log in now: an error in profile strict.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Leave the old ways open until all clients use the new one.",
    .example =
        "+security:\n"
        "+  - oauth: [read]\n"};

const RuleInfo kGlobalSecurityRemoved{
    .id = "api-global-security-removed",
    .severity = Severity::kInfo,
    .summary = "A way to be let in was removed for all operations.",
    .explanation =
        "Clients that use it are locked out, unless another one takes what they bring: "
        "an error in profile strict.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Leave the old ways open until all clients use the new one.",
    .example =
        " security:\n"
        "-  - key: []\n"
        "   - oauth: [read]\n"};

const RuleInfo kGlobalSecurityScopeAdded{
    .id = "api-global-security-scope-added",
    .severity = Severity::kInfo,
    .summary = "All operations demand another scope.",
    .explanation =
        "Clients whose tokens do not have it are locked out: an error in profile "
        "strict.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Demand the scope once all clients have it.",
    .example =
        " security:\n"
        "-  - oauth: [read]\n"
        "+  - oauth: [read, list]\n"};

const RuleInfo kGlobalSecurityScopeRemoved{
    .id = "api-global-security-scope-removed",
    .severity = Severity::kInfo,
    .summary = "Operations no longer demand a scope.",
    .explanation = "Clients that have it come in as before; it is merely not asked for now.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " security:\n"
        "-  - oauth: [read, list]\n"
        "+  - oauth: [read]\n"};

const RuleInfo kSchemeAdded{
    .id = "api-security-component-added",
    .severity = Severity::kInfo,
    .summary = "A security scheme was added to the components.",
    .explanation = "It counts where an operation asks for it, and is judged there.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " securitySchemes:\n"
        "+  oauth: {type: oauth2}\n"};

const RuleInfo kSchemeRemoved{
    .id = "api-security-component-removed",
    .severity = Severity::kInfo,
    .summary = "A security scheme was removed from the components.",
    .explanation = "It counts where an operation asked for it, and is judged there.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " securitySchemes:\n"
        "-  oauth: {type: oauth2}\n"};

const RuleInfo kSchemeTypeChanged{
    .id = "api-security-component-type-changed",
    .severity = Severity::kInfo,
    .summary = "A security scheme is of another type.",
    .explanation = "Clients that log in as before are locked out: an error in profile strict.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Add a scheme of another name, and take both.",
    .example =
        " securitySchemes:\n"
        "   login:\n"
        "-    type: apiKey\n"
        "+    type: http\n"};

const RuleInfo kSchemeOauthUrlChanged{
    .id = "api-security-component-oauth-url-changed",
    .severity = Severity::kInfo,
    .summary = "The authorization URL of a security scheme was changed.",
    .explanation = "Clients that were set up with the old one may find nobody there.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep the old URL alive, for instance by a redirect.",
    .example =
        " flows:\n"
        "   implicit:\n"
        "-    authorizationUrl: https://a.example.com/auth\n"
        "+    authorizationUrl: https://b.example.com/auth\n"};

const RuleInfo kSchemeTokenUrlChanged{
    .id = "api-security-component-oauth-token-url-changed",
    .severity = Severity::kInfo,
    .summary = "The token URL of a security scheme was changed.",
    .explanation = "Clients that were set up with the old one may find nobody there.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep the old URL alive.",
    .example =
        " flows:\n"
        "   implicit:\n"
        "-    tokenUrl: https://a.example.com/token\n"
        "+    tokenUrl: https://b.example.com/token\n"};

const RuleInfo kSchemeScopeAdded{
    .id = "api-security-component-oauth-scope-added",
    .severity = Severity::kInfo,
    .summary = "A scope was added to a security scheme.",
    .explanation = "It counts where an operation asks for it, and is judged there.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " scopes:\n"
        "+  list: list orders\n"};

const RuleInfo kSchemeScopeRemoved{.id = "api-security-component-oauth-scope-removed",
                                   .severity = Severity::kInfo,
                                   .summary = "A scope was removed from a security scheme.",
                                   .explanation = "Clients that ask for it do not get it any more.",
                                   .categories = kOasdiffRule,
                                   .breaks = kCallers,
                                   .remedy = "Keep granting it until nobody asks for it.",
                                   .example =
                                       " scopes:\n"
                                       "-  list: list orders\n"};

const RuleInfo kSchemeScopeChanged{
    .id = "api-security-component-oauth-scope-changed",
    .severity = Severity::kInfo,
    .summary = "The description of a scope was changed.",
    .explanation = "What the scope lets do may have changed with it.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done when only the words changed.",
    .example =
        " scopes:\n"
        "-  list: list orders\n"
        "+  list: list own orders\n"};

const RuleInfo kSchemeRefreshUrlChanged{
    .id = "api-security-component-oauth-refresh-url-changed",
    .severity = Severity::kWarning,
    .summary = "The refresh URL of a security scheme was changed.",
    .explanation =
        "Clients that were set up with the old one may find nobody there. A warning, "
        "because the document does not say whether it still answers.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Keep the old URL alive.",
    .example =
        " flows:\n"
        "   implicit:\n"
        "-    refreshUrl: https://a.example.com/refresh\n"
        "+    refreshUrl: https://b.example.com/refresh\n"};

const RuleInfo kSchemeFlowAdded{.id = "api-security-component-oauth-flow-added",
                                .severity = Severity::kInfo,
                                .summary = "An OAuth flow was added to a security scheme.",
                                .explanation = "Clients that use the others log in as before.",
                                .categories = kOwnRule,
                                .breaks = kCallers,
                                .remedy = "Nothing has to be done.",
                                .example =
                                    " flows:\n"
                                    "   implicit: {...}\n"
                                    "+  clientCredentials: {...}\n"};

const RuleInfo kSchemeFlowRemoved{.id = "api-security-component-oauth-flow-removed",
                                  .severity = Severity::kError,
                                  .summary = "An OAuth flow of a security scheme is gone.",
                                  .explanation = "Clients that use it cannot log in any more.",
                                  .categories = kOwnRule,
                                  .breaks = kCallers,
                                  .remedy = "Keep the flow until nobody uses it.",
                                  .example =
                                      " flows:\n"
                                      "   implicit: {...}\n"
                                      "-  clientCredentials: {...}\n"};

const RuleInfo kSchemeSchemeChanged{.id = "api-security-component-scheme-changed",
                                    .severity = Severity::kError,
                                    .summary = "A security scheme asks for another HTTP scheme.",
                                    .explanation = "Clients that log in as before are locked out.",
                                    .categories = kOwnRule,
                                    .breaks = kCallers,
                                    .remedy = "Add a scheme of another name, and take both.",
                                    .example =
                                        " securitySchemes:\n"
                                        "   login:\n"
                                        "     type: http\n"
                                        "-    scheme: basic\n"
                                        "+    scheme: bearer\n"};

const RuleInfo kSchemeInChanged{.id = "api-security-component-in-changed",
                                .severity = Severity::kError,
                                .summary = "The key of a security scheme is sent in another place.",
                                .explanation = "Clients that send it as before are locked out.",
                                .categories = kOwnRule,
                                .breaks = kCallers,
                                .remedy = "Add a scheme of another name, and take both.",
                                .example =
                                    " securitySchemes:\n"
                                    "   key:\n"
                                    "     type: apiKey\n"
                                    "-    in: query\n"
                                    "+    in: header\n"};

const RuleInfo kSchemeNameChanged{
    .id = "api-security-component-name-changed",
    .severity = Severity::kError,
    .summary = "The key of a security scheme is sent under another name.",
    .explanation = "Clients that send it as before are locked out.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Add a scheme of another name, and take both.",
    .example =
        " securitySchemes:\n"
        "   key:\n"
        "     type: apiKey\n"
        "-    name: api_key\n"
        "+    name: key\n"};

const RuleInfo kSchemeBearerFormatChanged{
    .id = "api-security-component-bearer-format-changed",
    .severity = Severity::kWarning,
    .summary = "The format of bearer tokens was changed.",
    .explanation =
        "Clients that make tokens themselves make the wrong ones. A warning, because "
        "most get them from a server.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Take tokens of both formats.",
    .example =
        " securitySchemes:\n"
        "   login:\n"
        "     scheme: bearer\n"
        "-    bearerFormat: JWT\n"
        "+    bearerFormat: opaque\n"};

const RuleInfo kSchemeOpenIdUrlChanged{
    .id = "api-security-component-openid-url-changed",
    .severity = Severity::kWarning,
    .summary = "The discovery URL of OpenID Connect was changed.",
    .explanation =
        "Clients that were set up with the old one may find nobody there. A warning, "
        "because the document does not say whether it still answers.",
    .categories = kOwnRule,
    .breaks = kCallers,
    .remedy = "Keep the old URL alive.",
    .example =
        " securitySchemes:\n"
        "   login:\n"
        "-    openIdConnectUrl: https://a.example.com\n"
        "+    openIdConnectUrl: https://b.example.com\n"};

const RuleInfo kSchemaRemoved{
    .id = "api-schema-removed",
    .severity = Severity::kInfo,
    .summary = "A schema was removed from the components.",
    .explanation = "What uses it is compared by itself; generated code may lose a type.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done; who generates code may miss the type.",
    .example =
        " schemas:\n"
        "-  Order: {...}\n"};

const RuleInfo kVersionNotBumped{
    .id = "api-version-not-bumped",
    .severity = Severity::kInfo,
    .summary = "Something breaks, but `info.version` is as it was.",
    .explanation = "Clients see by the version whether they have to look.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Raise the major version with a change that breaks something.",
    .example =
        " info:\n"
        "   version: 1.0.0\n"
        " paths:\n"
        "-  /orders: {...}\n"};

const RuleInfo kVersionDecreased{
    .id = "api-version-decreased",
    .severity = Severity::kInfo,
    .summary = "Something breaks, and `info.version` was lowered.",
    .explanation = "Clients see by the version whether they have to look.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Raise the major version with a change that breaks something.",
    .example =
        " info:\n"
        "-  version: 1.1.0\n"
        "+  version: 1.0.0\n"
        " paths:\n"
        "-  /orders: {...}\n"};

const RuleInfo kMajorVersionNotBumped{
    .id = "api-major-version-not-bumped",
    .severity = Severity::kInfo,
    .summary = "Something breaks, but the major part of `info.version` is as it was.",
    .explanation =
        "By Semantic Versioning clients may take a version of the same major part "
        "without a look; below 1.0.0 the minor part counts.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Raise the major version with a change that breaks something.",
    .example =
        " info:\n"
        "-  version: 1.0.0\n"
        "+  version: 1.1.0\n"
        " paths:\n"
        "-  /orders: {...}\n"};

}  // namespace accord::breaking::api
