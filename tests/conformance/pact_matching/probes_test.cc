#include <filesystem>

#include <gtest/gtest.h>

#include "accord/document/input.h"
#include "accord/match/compare.h"
#include "accord/pact/read.h"

#include "tests/conformance/pact_matching/mismatch_text.h"
#include "tests/support/conformance.h"
#include "tests/support/tally.h"

namespace accord::match::test {
namespace {

using document::Node;

/// The version 4 response that a probe describes.
pact::Response Expected(const Node& probe) {
  document::Builder builder;
  builder.StartObject();
  builder.Key("status");
  builder.Integer(200);
  builder.Key("headers");
  builder.Copy(*probe.Find("expectedHeaders"));
  builder.Key("body");
  builder.StartObject();
  builder.Key("contentType");
  builder.Copy(*probe.Find("contentType"));
  builder.Key("encoded");
  builder.Bool(false);
  builder.Key("content");
  builder.Copy(*probe.Find("expectedBody"));
  builder.EndObject();
  builder.Key("matchingRules");
  builder.Copy(*probe.Find("matchingRules"));
  builder.EndObject();
  std::vector<finding::Finding> findings;
  return pact::ReadResponse(
      document::Value(builder.Finish("probe")), pact::SpecVersion::kV4, findings);
}

pact::Response Actual(const Node& probe) {
  pact::Response response;
  std::int64_t status = 0;
  document::ToInt64(*probe.Find("actualStatus"), status);
  response.status = static_cast<int>(status);
  for (const document::Member& header : probe.Find("actualHeaders")->members()) {
    response.headers.push_back({std::string(header.key()), {std::string(header.value.text())}});
  }
  response.body = pact::Body::Of(std::string(probe.Find("actualBodyRaw")->text()), "");
  return response;
}

TEST(PactMatching, PeerProbes) {
  const std::optional<std::filesystem::path> corpus = accord::test::ConformanceDir("pact-matching");
  if (!corpus) {
    GTEST_SKIP() << "the pact-matching corpus is not there";
  }
  const std::string file = (*corpus / "peer-probes-v4-response.json").string();
  const base::Result<std::string> bytes = document::ReadFile(file, 1U << 24U);
  ASSERT_TRUE(bytes.ok());
  const document::LoadResult loaded = document::Parse("probes", *bytes);
  ASSERT_TRUE(loaded.ok());
  accord::test::Tally tally(ACCORD_KNOWN_FAILURES);
  for (const Node& probe : loaded.document->root().Find("cases")->items()) {
    const std::vector<Mismatch> mismatches = CompareResponse(Expected(probe), Actual(probe));
    tally.Count(std::string(probe.Find("name")->text()),
                mismatches.empty() == probe.Find("match")->boolean(),
                Describe(mismatches));
  }
  tally.Print("pact-matching-probes");
}

}  // namespace
}  // namespace accord::match::test
