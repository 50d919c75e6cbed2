#include "tests/conformance/pact_compatibility/pact_files.h"

#include <fmt/format.h>

#include "accord/pact/read.h"
#include "accord/pact/write.h"

#include "tests/conformance/pact_compatibility/expectation.h"

namespace accord::compatibility {

pact::Pact MakePact(std::string consumer,
                    std::vector<pact::Interaction> interactions,
                    pact::SpecVersion version) {
  pact::Pact pact;
  pact.version = version;
  pact.consumer = std::move(consumer);
  pact.provider = "p";
  pact.interactions = std::move(interactions);
  return pact;
}

pact::Pact ReadPact(std::string name, std::string text) {
  const auto parsed = document::Parse(std::move(name), std::move(text));
  Require(parsed.ok(), parsed.ok() ? "" : "the contract is no JSON");
  pact::ReadResult result = pact::Read(parsed.document);
  for (const finding::Finding& finding : result.findings) {
    Require(finding.severity != finding::Severity::kError,
            fmt::format("{}: {}", finding::ToString(finding.span), finding.message));
  }
  Require(result.pact.has_value(), "nothing could be made of the contract");
  return *std::move(result.pact);
}

pact::Pact RoundTrip(const pact::Pact& pact) {
  return ReadPact(pact::FileName(pact), Unwrap(pact::Write(pact, pact.version)));
}

}  // namespace accord::compatibility
