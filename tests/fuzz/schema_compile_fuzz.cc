#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/schema_bytes.h"

// A schema in any state: it is refused with a reason or can be used.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using accord::fuzz::Require;
  const std::string_view bytes = accord::fuzz::Text(data, size);
  if (accord::fuzz::ParseBytes(bytes) == nullptr) {
    return 0;
  }
  const auto plain = accord::fuzz::CompileBytes(bytes, false);
  const auto checked = accord::fuzz::CompileBytes(bytes, true);
  Require(plain.schema != nullptr || !plain.findings.empty(), "a refusal has a reason");
  Require(checked.schema != nullptr || !checked.findings.empty(), "a refusal has a reason");
  Require(checked.schema == nullptr || plain.schema != nullptr,
          "what the meta-schema accepts is no worse without it");
  for (const auto& finding : checked.findings) {
    Require(!finding.message.empty(), "a finding says something");
  }
  return 0;
}
