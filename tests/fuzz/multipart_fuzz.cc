#include <string_view>

#include "accord/match/multipart_parser.h"

#include "tests/fuzz/fuzz_target.h"

/// The first line is the boundary, the rest the body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using accord::fuzz::Require;
  const std::string_view text = accord::fuzz::Text(data, size);
  const std::size_t end = text.substr(0, text.find('\n')).size();
  const std::string_view body = text.substr(end == text.size() ? end : end + 1);
  const auto parts = accord::match::ParseMultipart(body, text.substr(0, end));
  if (!parts.ok()) {
    Require(!parts.error().message.empty(), "a refusal has a reason");
    return 0;
  }
  std::size_t bytes = 0;
  for (const accord::match::MultipartPart& part : *parts) {
    bytes += part.content.size();
    for (const accord::pact::Header& header : part.headers) {
      Require(!header.name.empty() && header.values.size() == 1, "headers have a name and a value");
      bytes += header.name.size();
    }
  }
  Require(bytes <= body.size(), "parts hold no more than the body");
  return 0;
}
