#pragma once

#include <string>
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

  // http_response.cc
  void CheckResponse();
  const openapi::Response* FindResponse();
  void CheckResponseType(const openapi::Response& described);
  void CheckResponseHeaders(const openapi::Response& described);
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
