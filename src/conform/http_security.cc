#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "conform/http.h"
#include "conform/rules.h"

namespace accord::conform {
namespace {

using openapi::SecurityRequirement;
using openapi::SecurityScheme;

/// Whether a request meets one scheme.
enum class Met { kYes, kNo, kUnproven };

const SecurityScheme* FindScheme(const openapi::Description& api, const std::string& name) {
  const auto found = std::find_if(
      api.security_schemes.begin(), api.security_schemes.end(), [&](const SecurityScheme& scheme) {
        return scheme.name == name;
      });
  return found != api.security_schemes.end() ? &*found : nullptr;
}

/// What is missing, and where it would be.
struct Missing {
  const finding::RuleInfo* rule = nullptr;
  std::string path;
  std::string what;
};

class Credentials {
 public:
  Credentials(const openapi::Description& api, const pact::Request& request)
      : api_(api), request_(request) {}

  /// True when all schemes are met; what is missing is added.
  bool Meets(const SecurityRequirement& requirement, std::vector<Missing>& missing) {
    bool all = true;
    for (const SecurityRequirement::Scheme& named : requirement.schemes) {
      const SecurityScheme* scheme = FindScheme(api_, named.name);
      const std::optional<Missing> lacks = scheme != nullptr ? Lacks(*scheme) : std::nullopt;
      if (lacks) {
        missing.push_back(*lacks);
        all = false;
      }
    }
    return all;
  }

 private:
  std::optional<Missing> Lacks(const SecurityScheme& scheme) const {
    const pact::Header* header = pact::FindHeader(request_.headers, "Authorization");
    if (scheme.type == "apiKey") {
      return LacksKey(scheme);
    }
    if (scheme.type == "http") {
      // Other schemes of RFC 9110 are named in the same way.
      const bool met = header != nullptr && !header->values.empty() &&
                       base::ToLowerAscii(header->values.front()).starts_with(scheme.scheme + " ");
      return met ? std::nullopt
                 : std::optional<Missing>(
                       {&kAuthorizationMissing,
                        "request.headers",
                        fmt::format("an Authorization header with '{}'", scheme.scheme)});
    }
    const bool by_token = scheme.type == "oauth2" || scheme.type == "openIdConnect";
    if (by_token && header == nullptr) {
      return Missing{
          &kAuthorizationUnproven, "request.headers", fmt::format("a token for '{}'", scheme.name)};
    }
    return std::nullopt;
  }

  std::optional<Missing> LacksKey(const SecurityScheme& scheme) const {
    const std::string& name = scheme.parameter;
    switch (scheme.in) {
      case openapi::In::kHeader:
        if (pact::FindHeader(request_.headers, name) == nullptr) {
          return Missing{
              &kAuthorizationMissing, "request.headers", fmt::format("the header '{}'", name)};
        }
        return std::nullopt;
      case openapi::In::kQuery:
        if (pact::FindParameter(request_.query, name) == nullptr) {
          return Missing{&kAuthorizationMissing,
                         "request.query",
                         fmt::format("the query parameter '{}'", name)};
        }
        return std::nullopt;
      case openapi::In::kCookie:
        if (!FindCookie(request_.headers, name)) {
          return Missing{
              &kCookieIncompatible, "request.headers.cookie", fmt::format("the cookie '{}'", name)};
        }
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

  const openapi::Description& api_;
  const pact::Request& request_;
};

}  // namespace

const openapi::Security& HttpCheck::Requirements() const {
  return operation().security ? *operation().security : route_.api->security;
}

void HttpCheck::CheckSecurity(Remarks& remarks) {
  Credentials credentials(*route_.api, request());
  std::vector<Missing> missing;
  bool unproven = false;
  for (const SecurityRequirement& requirement : Requirements()) {
    std::vector<Missing> here;
    if (credentials.Meets(requirement, here)) {
      return;
    }
    // Missing tokens alone are no proof that the request will be refused.
    unproven = unproven || std::all_of(here.begin(), here.end(), [](const Missing& one) {
                 return one.rule == &kAuthorizationUnproven;
               });
    missing.insert(missing.end(), here.begin(), here.end());
  }
  std::vector<const Missing*> told;
  for (const Missing& one : missing) {
    const bool counts = !unproven || one.rule == &kAuthorizationUnproven;
    const bool known = std::any_of(
        told.begin(), told.end(), [&](const Missing* other) { return other->what == one.what; });
    if (!counts || known) {
      continue;
    }
    told.push_back(&one);
    const std::string_view part = std::string_view(one.path).substr(8);
    remarks.Add(
        *one.rule,
        fmt::format("the request lacks {}", one.what),
        {RequestSpan(part.substr(0, part.find('.')), ""), one.path, operation().source.Span()});
  }
}

}  // namespace accord::conform
