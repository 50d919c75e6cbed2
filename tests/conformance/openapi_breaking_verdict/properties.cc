#include "tests/conformance/openapi_breaking_verdict/properties.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace accord::breaking::test {
namespace {

/// What the id of a rule begins and ends with.
using Ends = std::pair<std::string_view, std::string_view>;
struct Row {
  std::string_view property;  ///< Without `incompatible.`.
  Ends rule;
};

constexpr std::array kRows{
    Row{"openapi.endpoints.decreased", {"api-path-removed-", ""}},
    Row{"openapi.endpoints.decreased", {"api-removed-", ""}},
    // The corpus names this property for a body that became required.
    Row{"openapi.endpoints.decreased", {"request-body-became-required", ""}},
    Row{"request.content.decreased", {"request-body-media-type-removed", ""}},
    Row{"response.content.decreased", {"response-media-type-removed", ""}},
    Row{"response.responses.decreased", {"response-success-status-removed", ""}},
    Row{"response.responses.decreased", {"response-non-success-status-removed", ""}},
    Row{"response.enum.increased", {"response-", "enum-value-added"}},
    Row{"response.header.explode.changed", {"response-header-explode-changed", ""}},
    Row{"response.header.required.increased", {"response-header-became-required", ""}},
    Row{"response.headers.decreased", {"optional-response-header-removed", ""}},
    Row{"response.headers.decreased", {"required-response-header-removed", ""}},
    Row{"response.max.length.increased", {"response-", "max-length-increased"}},
    Row{"response.max.length.increased", {"response-", "max-length-unset"}},
    Row{"request.min.length.increased", {"request-", "min-length-increased"}},
    Row{"response.min.length.increased", {"response-", "min-length-increased"}},
    Row{"response.min.length.increased", {"response-", "min-length-set"}},
    Row{"response.oneof.increased", {"response-", "one-of-added"}},
    Row{"request.param.allowempty.decreased", {"request-parameter-empty-forbidden", ""}},
    Row{"request.param.explode.changed", {"request-parameter-explode-changed", ""}},
    Row{"request.params.decreased", {"request-parameter-removed", ""}},
    Row{"request.params.required.increased", {"request-parameter-became-required", ""}},
    Row{"request.params.required.increased", {"new-required-request-parameter", ""}},
    Row{"request.readonly.increased", {"request-", "-became-read-only"}},
    Row{"request.required.increased", {"request-property-became-required", ""}},
    Row{"response.required.decreased", {"response-property-became-optional", ""}},
    Row{"response.required.decreased", {"response-required-property-removed", ""}},
    Row{"response.writeonly.increased", {"response-", "-became-write-only"}},
    Row{"response.writeonly.required.decreased",
        {"response-required-property-became-not-write-only", ""}},
    Row{"response.writeonly.required.decreased",
        {"response-write-only-property-became-optional", ""}},
    Row{"schema.max-properties.changed", {"", "max-properties-set"}},
    Row{"schema.max-properties.changed", {"", "max-properties-unset"}},
    Row{"schema.max-properties.changed", {"", "max-properties-increased"}},
    Row{"schema.max-properties.changed", {"", "max-properties-decreased"}},
    Row{"schema.min-properties.changed", {"", "min-properties-set"}},
    Row{"schema.min-properties.changed", {"", "min-properties-unset"}},
    Row{"schema.min-properties.changed", {"", "min-properties-increased"}},
    Row{"schema.min-properties.changed", {"", "min-properties-decreased"}},
    Row{"schema.pattern.changed", {"", "-pattern-changed"}},
    Row{"schema.pattern.changed", {"", "-pattern-added"}},
    Row{"schema.pattern.changed", {"", "-pattern-removed"}},
    Row{"security.requirement.schemes.increased", {"api-security-removed", ""}},
    Row{"security.requirement.schemes.increased", {"api-security-added", ""}},
    Row{"security.requirement.schemes.increased", {"api-global-security-removed", ""}},
    Row{"security.requirement.schemes.increased", {"api-global-security-added", ""}},
    Row{"security.scheme.oauth2.refresh.url.changed",
        {"api-security-component-oauth-refresh-url-changed", ""}},
    Row{"security.scheme.oauth2.token.url.changed",
        {"api-security-component-oauth-token-url-changed", ""}},
    Row{"security.scheme.bearer.format.changed",
        {"api-security-component-bearer-format-changed", ""}},
    Row{"security.scheme.openidconnect.url.changed",
        {"api-security-component-openid-url-changed", ""}},
    Row{"security.scheme.scheme.changed", {"api-security-component-scheme-changed", ""}},
};

constexpr std::array kAlways{
    Ends{"", "-discriminator-property-name-changed"},
    Ends{"", "-type-changed"},
    Ends{"", "-type-generalized"},
    Ends{"", "-type-specialized"},
    Ends{"", "-body-media-type-schema-added"},
};

constexpr std::array kNever{Ends{"response-", "-min-length-decreased"}};

bool Fits(std::string_view rule, const Ends& ends) {
  return ends.second.empty() && !ends.first.ends_with('-')
             ? rule == ends.first
             : rule.starts_with(ends.first) && rule.ends_with(ends.second);
}

}  // namespace

bool IsAbout(std::string_view rule, std::string_view property) {
  static constexpr std::string_view kPrefix = "incompatible.";
  if (!property.starts_with(kPrefix)) {
    return false;
  }
  property.remove_prefix(kPrefix.size());
  return std::ranges::any_of(kRows, [rule, property](const Row& row) {
    return row.property == property && Fits(rule, row.rule);
  });
}

bool AlwaysBreaks(std::string_view rule) {
  return std::ranges::any_of(kAlways, [rule](const Ends& ends) { return Fits(rule, ends); });
}

bool NeverBreaks(std::string_view rule) {
  return std::ranges::any_of(kNever, [rule](const Ends& ends) { return Fits(rule, ends); });
}

}  // namespace accord::breaking::test
