#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/schema/validate.h"

#include "conform/bodies.h"
#include "conform/http.h"
#include "conform/media_types.h"
#include "conform/rules.h"

namespace accord::conform {
namespace {

using openapi::In;
using openapi::MediaType;
using openapi::Parameter;

constexpr int kFirstFailure = 400;

/// The status says that the request itself is bad: nothing is to be learnt from its parts.
bool BlamesRequest(int status) {
  constexpr std::array kStatuses = {400, 405, 406, 411, 413, 414, 415, 416, 417, 422, 428, 431};
  return std::find(kStatuses.begin(), kStatuses.end(), status) != kStatuses.end();
}

bool BlamesCredentials(int status) {
  return status == 401 || status == 403 || status == 407;
}

const std::vector<MediaType>& NoTypes() {
  static const std::vector<MediaType> none;
  return none;
}

}  // namespace

void HttpCheck::CheckRequest() {
  CheckAccept();
  CheckRequestType();
  const int status = response().status;
  if (status < kFirstFailure) {
    CheckParts(remarks_, true);
  } else if (!BlamesRequest(status)) {
    Remarks parts(remarks_.ledger());
    parts.SetElement(remarks_.element());
    CheckParts(parts, !BlamesCredentials(status));
    Suspect(std::move(parts));
  }
}

void HttpCheck::CheckParts(Remarks& remarks, bool security) {
  if (security) {
    CheckSecurity(remarks);
  }
  CheckRequestHeaders(remarks);
  CheckQuery(remarks);
  CheckCookies(remarks);
  if (!remarks_.Has(kRequestTypeIncompatible)) {
    CheckRequestBody(remarks);
  }
}

void HttpCheck::Suspect(Remarks parts) {
  for (finding::Finding& finding : parts.findings()) {
    if (finding.severity == finding::Severity::kError) {
      finding.message =
          fmt::format("a request that is expected to fail with {} has another fault: {}",
                      response().status,
                      finding.message);
      finding.rule = &kFailureUnexplained;
      finding.severity = kFailureUnexplained.severity;
      remarks_.Add(std::move(finding));
    }
  }
}

void HttpCheck::CheckAccept() {
  const std::string accept = HeaderText(request().headers, "Accept");
  if (accept.empty()) {
    return;
  }
  std::vector<MediaType> all = ListedTypes("x-produces");
  bool described_for_status = !all.empty();
  for (const openapi::Response& described : operation().responses) {
    all.insert(all.end(), described.content.begin(), described.content.end());
    described_for_status =
        described_for_status ||
        (described.status == std::to_string(response().status) && !described.content.empty());
  }
  const auto place = [&] {
    return Place{
        RequestSpan("headers", "accept"), "request.headers.accept", operation().source.Span()};
  };
  if (all.empty()) {
    remarks_.Add(
        kAcceptUnknown,
        fmt::format("the request accepts '{}', but no response describes its content", accept),
        place());
  } else if (described_for_status && FindMediaType(accept, all) == nullptr) {
    remarks_.Add(kAcceptIncompatible,
                 fmt::format("the operation responds in none of the types accepted: '{}'", accept),
                 place());
  }
}

void HttpCheck::CheckRequestType() {
  const std::string type = HeaderText(request().headers, "Content-Type");
  std::vector<MediaType> described = operation().body ? operation().body->content : NoTypes();
  if (described.empty()) {
    described = ListedTypes("x-consumes");
  }
  const bool any = described.size() == 1 && described.front().name == "*/*";
  const auto place = [&] {
    return Place{RequestSpan("headers", "content-type"),
                 "request.headers.content-type",
                 operation().body ? operation().body->source.Span() : operation().source.Span()};
  };
  if (!type.empty() && described.empty()) {
    remarks_.Add(kRequestTypeUnknown,
                 fmt::format("the request has Content-Type '{}', but no body is described", type),
                 place());
  } else if (!type.empty() && FindMediaType(type, described) == nullptr) {
    remarks_.Add(
        kRequestTypeIncompatible, fmt::format("the operation does not take '{}'", type), place());
  } else if (type.empty() && !described.empty() && !any && request().body.present()) {
    remarks_.Add(kRequestTypeMissing,
                 fmt::format("the request has a body, but no Content-Type; '{}' is taken",
                             described.front().name),
                 place());
  }
}

void HttpCheck::CheckRequestHeaders(Remarks& remarks) {
  Texts texts(*route_.api, workshop_.schemas, remarks);
  std::vector<std::string> described;
  for (const Parameter& parameter : operation().parameters) {
    if (parameter.in != In::kHeader) {
      continue;
    }
    described.push_back(base::ToLowerAscii(parameter.name));
    const TextSubject subject{&kRequestHeaderIncompatible,
                              fmt::format("the request header '{}'", parameter.name),
                              {RequestSpan("headers", parameter.name),
                               "request.headers." + parameter.name,
                               parameter.source.Span()}};
    if (pact::FindHeader(request().headers, parameter.name) != nullptr) {
      texts.Check(Describe(parameter), HeaderText(request().headers, parameter.name), subject);
    } else if (parameter.required) {
      remarks.Add(*subject.rule, subject.name + " is required", subject.place);
    }
  }
  for (const std::string& name : CredentialsIn(In::kHeader)) {
    described.push_back(base::ToLowerAscii(name));
  }
  for (const pact::Header& header : request().headers) {
    const std::string name = base::ToLowerAscii(header.name);
    if (!IsStandardRequestHeader(name) &&
        std::find(described.begin(), described.end(), name) == described.end()) {
      remarks.Add(
          kRequestHeaderUnknown,
          fmt::format("the request header '{}' is not described", header.name),
          {RequestSpan("headers", name), "request.headers." + name, operation().source.Span()});
    }
  }
}

std::vector<std::string> HttpCheck::CredentialsIn(In in) const {
  std::vector<std::string> names;
  for (const openapi::SecurityScheme& scheme : route_.api->security_schemes) {
    const auto is_asked = [&scheme](const openapi::SecurityRequirement& requirement) {
      return std::any_of(requirement.schemes.begin(),
                         requirement.schemes.end(),
                         [&scheme](const auto& named) { return named.name == scheme.name; });
    };
    const openapi::Security& asked = Requirements();
    if (scheme.in == in && std::any_of(asked.begin(), asked.end(), is_asked)) {
      names.push_back(scheme.parameter);
    }
  }
  return names;
}

void HttpCheck::CheckQueryParameter(const Parameter& parameter, Query& query, Remarks& remarks) {
  Texts texts(*route_.api, workshop_.schemas, remarks);
  const TextSubject subject{&kQueryIncompatible,
                            fmt::format("the query parameter '{}'", parameter.name),
                            {RequestSpan("query", parameter.name),
                             "request.query." + parameter.name,
                             parameter.source.Span()}};
  const DescribedText described = Describe(parameter);
  const CompiledSchema* const schema = texts.SchemaOf(described, subject.name);
  // With `content` the value is one text, whatever it says.
  const bool is_text = !parameter.content.empty();
  const schema::TypeSet types = is_text             ? schema::kStringType
                                : schema != nullptr ? TypesOf(*schema->root)
                                                    : schema::kAnyType;
  const std::vector<Wire> readings = query.Take(
      described.spelling,
      types,
      schema != nullptr && !is_text ? PropertyNames(*schema->root) : std::vector<std::string>());
  const bool empty = readings.size() == 1 && readings.front().kind == Wire::Kind::kText &&
                     readings.front().text.empty();
  if (readings.empty() && parameter.required) {
    remarks.Add(*subject.rule, subject.name + " is required", subject.place);
  } else if (schema != nullptr && !(empty && parameter.allow_empty_value)) {
    texts.CheckReadings(described, *schema, readings, subject);
  }
}

void HttpCheck::CheckQuery(Remarks& remarks) {
  Query query(request().query);
  for (const Parameter& parameter : operation().parameters) {
    if (parameter.in == In::kQuery) {
      CheckQueryParameter(parameter, query, remarks);
    }
  }
  for (const std::string& name : CredentialsIn(In::kQuery)) {
    query.Take({name, "form", true}, schema::kAnyType, {});
  }
  for (const std::string& name : query.Rest()) {
    remarks.Add(kQueryUnknown,
                fmt::format("the query parameter '{}' is not described", name),
                {RequestSpan("query", name), "request.query." + name, operation().source.Span()});
  }
}

void HttpCheck::CheckCookies(Remarks& remarks) {
  Texts texts(*route_.api, workshop_.schemas, remarks);
  for (const Parameter& parameter : operation().parameters) {
    if (parameter.in != In::kCookie) {
      continue;
    }
    const TextSubject subject{&kCookieIncompatible,
                              fmt::format("the cookie '{}'", parameter.name),
                              {RequestSpan("headers", "cookie"),
                               "request.headers.cookie." + parameter.name,
                               parameter.source.Span()}};
    const auto value = FindCookie(request().headers, parameter.name);
    if (value) {
      texts.Check(Describe(parameter), *value, subject);
    } else if (parameter.required) {
      remarks.Add(*subject.rule, subject.name + " is required", subject.place);
    }
  }
}

void HttpCheck::CheckRequestBody(Remarks& remarks) {
  const pact::Body& body = request().body;
  const bool missing = body.state == pact::BodyState::kMissing;
  const std::string header = HeaderText(request().headers, "Content-Type");
  const std::vector<MediaType>& content = operation().body ? operation().body->content : NoTypes();
  if (missing && !(operation().body && operation().body->required)) {
    return;
  }
  const std::string asked = header.empty() ? "application/json" : header;
  const MediaType* described = FindMediaType(asked, content);
  const std::string type = header.empty() || described == nullptr ? asked : described->name;
  const auto place = [&] {
    return Place{body.source ? body.source.Span() : request().source.Span(),
                 "request.body",
                 operation().body ? operation().body->source.Span() : operation().source.Span()};
  };
  if (!IsReadable(type)) {
    if (!missing) {
      remarks.Add(kRequestBodyUnvalidatable,
                  fmt::format("the request body was not looked at: '{}'", type),
                  place());
    }
    return;
  }
  if (described == nullptr || !described->schema) {
    if (body.present()) {
      remarks.Add(kRequestBodyUnknown, "no schema describes the request body", place());
    }
    return;
  }
  if (missing) {
    remarks.Add(kRequestBodyIncompatible, "a request body is required", place());
    return;
  }
  ValidateRequestBody(*described, header.empty() ? type : header, remarks);
}

void HttpCheck::ValidateRequestBody(const MediaType& described,
                                    const std::string& content_type,
                                    Remarks& remarks) {
  const CompiledSchema& compiled =
      workshop_.schemas.Of(*route_.api, described.schema, schema::View::kRequest);
  if (!compiled.usable()) {
    remarks.NotChecked("request.body: its schema cannot be used: " + compiled.problem);
    return;
  }
  const BodyValue body = ReadBody(request().body, content_type, compiled);
  constexpr std::string_view kRoot = "the document ";
  for (finding::Finding& fault : compiled.Explain(body.value)) {
    const bool of_root = std::string_view(fault.message).starts_with(kRoot);
    fault.rule = &kRequestBodyIncompatible;
    fault.severity = kRequestBodyIncompatible.severity;
    fault.message = of_root ? "the request body " + fault.message.substr(kRoot.size())
                            : std::move(fault.message);
    fault.path = "request.body" + fault.path.substr(1);
    fault.span = body.span.known() ? body.span : fault.span;
    if (!body.problem.empty()) {
      fault.help = "it could not be taken apart: " + body.problem;
    }
    remarks.Add(std::move(fault));
  }
  CheckSent(compiled,
            {body.value, nullptr, "request.body", body.span},
            remarks,
            &workshop_.usage.FieldsOf(described));
}

}  // namespace accord::conform
