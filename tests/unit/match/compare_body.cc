#include "tests/unit/match/compare_body.h"

#include "tests/unit/match/compare_json.h"

namespace accord::match::test {

std::vector<Mismatch> CompareBody(const BodyCase& body_case) {
  std::vector<finding::Finding> findings;
  const pact::MatchingRules rules =
      pact::ReadMatchingRules(Json(R"({"body":)" + body_case.rules + "}"), findings);
  const pact::Body expected = pact::Body::Of(body_case.expected, body_case.type);
  const pact::Body actual = pact::Body::Of(
      body_case.actual, body_case.actual_type.empty() ? body_case.type : body_case.actual_type);
  if (body_case.request) {
    pact::Request wanted;
    wanted.body = expected;
    wanted.rules = rules;
    pact::Request received;
    received.body = actual;
    return CompareRequest(wanted, received);
  }
  pact::Response wanted;
  wanted.body = expected;
  wanted.rules = rules;
  pact::Response received;
  received.body = actual;
  return CompareResponse(wanted, received);
}

std::vector<std::string> BodyTexts(const BodyCase& body_case) {
  return Texts(CompareBody(body_case));
}

}  // namespace accord::match::test
