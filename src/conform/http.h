#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/pact/pact.h"

#include "conform/remarks.h"
#include "conform/router.h"
#include "conform/schemas.h"
#include "conform/texts.h"
#include "conform/usage.h"

namespace accord::conform {

/// What all checks share.
struct Workshop {
  Router router;
  Schemas schemas;
  Usage usage;
};

/// Compiles what the interactions of a contract need, at once.
void PrepareSchemas(const pact::Pact& pact, Workshop& workshop);

/// Holds one HTTP interaction against the operation that it is for.
class HttpCheck {
 public:
  HttpCheck(const pact::Interaction& interaction, Workshop& workshop, Remarks& remarks);

  void Run();

 private:
  bool FindRoute();
  bool FitPath(const Route& route, const PathValues& values);

  // http_request.cc
  void CheckRequest();
  void CheckAccept();
  void CheckRequestType();
  void CheckParts(Remarks& remarks, bool security);
  void CheckRequestHeaders(Remarks& remarks);
  void CheckQuery(Remarks& remarks);
  void CheckQueryParameter(const openapi::Parameter& parameter, Query& query, Remarks& remarks);
  /// Names of the parameters that the security schemes of the operation use there.
  std::vector<std::string> CredentialsIn(openapi::In in) const;
  void CheckCookies(Remarks& remarks);
  void CheckRequestBody(Remarks& remarks);
  void ValidateRequestBody(const openapi::MediaType& described,
                           const std::string& content_type,
                           Remarks& remarks);
  /// Says what is wrong with a request that is meant to fail for another reason.
  void Suspect(Remarks parts);

  // http_security.cc
  void CheckSecurity(Remarks& remarks);
  const openapi::Security& Requirements() const;

  // http_status.cc
  const openapi::Response* FindResponse();
  const openapi::Response* FindByStatus(std::string_view status) const;
  const openapi::Response* ResponseFor(int status) const;
  bool AcceptsStatus(int status) const;
  /// A status of a response that the consumer's rule accepts.
  std::optional<int> AcceptedStatus(const openapi::Response& described) const;
  /// The responses that the rule accepts besides the one that is expected.
  void CheckOtherResponses(const openapi::Response& expected);

  // http_response_headers.cc
  void CheckResponseHeaders(const openapi::Response& described);
  void CheckResponseHeader(const openapi::Header& described,
                           const pact::Header& header,
                           const TextSubject& subject);
  /// What the provider may send in a header against what the consumer's rules accept. `fitting`:
  /// what the example stands for; nullptr: the provider never sends it. False when that is an
  /// error.
  bool JudgeHeaderRules(const CompiledSchema& schema,
                        const pact::Header& header,
                        const document::DocumentPtr& fitting,
                        const TextSubject& subject);

  // http_response.cc
  void CheckResponse();
  void CheckResponse(const openapi::Response& described);
  void CheckResponseType(const openapi::Response& described);
  void CheckResponseBody(const openapi::Response& described);
  void ValidateResponseBody(const openapi::MediaType& described, const std::string& content_type);

  /// Types that an operation of Swagger 2.0 has even where nothing is written about a body.
  std::vector<openapi::MediaType> ListedTypes(std::string_view extension) const;
  const openapi::Operation& operation() const { return *route_.operation; }
  const pact::Request& request() const { return interaction_.request; }
  const pact::Response& response() const { return interaction_.response; }
  static std::string HeaderText(const std::vector<pact::Header>& headers, std::string_view name);
  finding::Span RequestSpan(std::string_view member, std::string_view name) const {
    return SpanInside(request().source, member, name);
  }

  const pact::Interaction& interaction_;
  Workshop& workshop_;
  Remarks& remarks_;
  Route route_;
};

}  // namespace accord::conform
