#include "tests/fuzz/tree_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  accord::fuzz::CheckRoundTrip(accord::fuzz::Text(data, size), accord::document::Format::kJson);
  return 0;
}
