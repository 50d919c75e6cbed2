#include <string>
#include <string_view>

#include "accord/match/date_pattern.h"

#include "tests/fuzz/fuzz_target.h"

/// The first line is the pattern, the second a text or an expression.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using accord::fuzz::Require;
  using accord::match::ExpressionPart;
  const std::string_view input = accord::fuzz::Text(data, size);
  const std::string_view first = input.substr(0, input.find('\n'));
  const std::string_view rest =
      input.substr(first.size() == input.size() ? first.size() : first.size() + 1);
  const auto now = std::chrono::system_clock::time_point(std::chrono::seconds(1'580'000'000));
  for (const ExpressionPart part :
       {ExpressionPart::kDate, ExpressionPart::kTime, ExpressionPart::kDateTime}) {
    const auto moved = accord::match::ApplyDateExpression(rest, part, now);
    Require(moved.ok() || !moved.error().message.empty(), "a refused expression has a reason");
  }
  const auto pattern = accord::match::DatePattern::Compile(first);
  if (!pattern.ok()) {
    Require(!pattern.error().message.empty(), "a refused pattern has a reason");
    return 0;
  }
  std::string why;
  Require(pattern->Accepts(rest, why) == why.empty(), "a refused text has a reason");
  Require(pattern->Format(now).size() <= 50 * first.size(), "a date has a bounded length");
  return 0;
}
