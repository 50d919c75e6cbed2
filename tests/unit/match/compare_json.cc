#include "tests/unit/match/compare_json.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace accord::match::test {

document::Value Json(std::string_view text) {
  const document::LoadResult loaded = document::Parse("contract.json", std::string(text));
  EXPECT_TRUE(loaded.ok()) << text;
  return document::Value(loaded.document);
}

pact::Response ResponseOf(std::string_view text) {
  std::vector<finding::Finding> findings;
  return pact::ReadResponse(Json(text), pact::SpecVersion::kV4, findings);
}

pact::Request RequestOf(std::string_view text) {
  std::vector<finding::Finding> findings;
  return pact::ReadRequest(Json(text), pact::SpecVersion::kV4, findings);
}

std::vector<Mismatch> Compare(const JsonCase& json_case) {
  const std::string expected = fmt::format(
      R"({{"body":{{"contentType":"application/json","content":{}}},"matchingRules":{{"body":{}}}}})",
      json_case.expected,
      json_case.rules);
  const pact::Body actual = pact::Body::Of(std::string(json_case.actual), "application/json");
  if (json_case.request) {
    pact::Request request;
    request.body = actual;
    return CompareRequest(RequestOf(expected), request, json_case.options);
  }
  pact::Response response;
  response.body = actual;
  return CompareResponse(ResponseOf(expected), response, json_case.options);
}

std::vector<std::string> Texts(const std::vector<Mismatch>& mismatches) {
  std::vector<std::string> texts;
  texts.reserve(mismatches.size());
  for (const Mismatch& mismatch : mismatches) {
    texts.push_back(mismatch.name + ": " + mismatch.message);
  }
  return texts;
}

}  // namespace accord::match::test
