#include "accord/base/regex.h"

#include "match/generate/generate_regex.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using accord::base::Regex;
  using accord::fuzz::Require;
  const std::string_view pattern = accord::fuzz::Text(data, size);
  accord::base::Random random(size);
  const auto text = accord::match::GenerateFromRegex(pattern, random);
  if (!text.ok()) {
    Require(!text.error().message.empty(), "a refusal has a reason");
    return 0;
  }
  const auto regex = Regex::Compile(pattern, {.ignore_case = false, .whole = true});
  Require(regex.ok() && regex->Match(*text) != accord::base::RegexOutcome::kNoMatch,
          "the pattern matches what it made");
  return 0;
}
