#include <algorithm>
#include <string>

#include "accord/pact/read.h"
#include "accord/pact/write.h"

#include "tests/fuzz/fuzz_target.h"

namespace {

using accord::fuzz::Require;
using namespace accord;

pact::ReadResult ReadText(std::string text) {
  const document::LoadResult loaded = document::Parse("fuzz", std::move(text));
  return loaded.ok() ? pact::Read(loaded.document) : pact::ReadResult{};
}

void CheckFindings(const pact::ReadResult& read) {
  for (const finding::Finding& finding : read.findings) {
    Require(finding.rule != nullptr && !finding.message.empty(), "a finding says what it is");
    Require(finding.span.known(), "a finding has a place");
  }
}

/// What was written once must read without an error and be written the same again.
void CheckRoundTrip(const pact::Pact& contract, pact::SpecVersion version) {
  const base::Result<std::string> once = pact::Write(contract, version);
  if (!once.ok()) {
    Require(!once.error().message.empty(), "a refusal has a reason");
    return;
  }
  const pact::ReadResult again = ReadText(*once);
  Require(again.pact.has_value(), "what is written can be read");
  Require(again.pact->version == version, "the version is kept");
  Require(again.pact->interactions.size() == contract.interactions.size(),
          "no interaction is lost");
  const base::Result<std::string> twice = pact::Write(*again.pact, version);
  Require(twice.ok() && *twice == *once, "writing is stable");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pact::ReadResult read = ReadText(std::string(accord::fuzz::Text(data, size)));
  CheckFindings(read);
  if (read.pact) {
    CheckRoundTrip(*read.pact, std::max(read.pact->version, pact::SpecVersion::kV2));
    CheckRoundTrip(*read.pact, pact::SpecVersion::kV4);
  }
  return 0;
}
