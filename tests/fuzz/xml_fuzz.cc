#include "accord/document/xml.h"

#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using accord::fuzz::Require;
  const auto first = accord::document::ParseXml(accord::fuzz::Text(data, size), {.max_depth = 200});
  if (!first.ok()) {
    Require(!first.error().message.empty(), "a refusal has a reason");
    return 0;
  }
  const std::string written = accord::document::WriteXml(*first);
  const auto second = accord::document::ParseXml(written);
  Require(second.ok(), "what was written can be read");
  Require(accord::document::WriteXml(*second) == written, "it is written the same again");
  return 0;
}
