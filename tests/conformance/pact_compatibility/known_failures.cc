#include "tests/conformance/pact_compatibility/known_failures.h"

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "tests/conformance/pact_compatibility/expectation.h"

namespace accord::compatibility {

std::map<std::string, std::string> ParseKnownFailures(std::string_view text) {
  constexpr std::string_view kReason = " # ";
  std::map<std::string, std::string> known;
  for (const std::string_view raw : base::Split(text, '\n')) {
    const std::string_view line = base::Trim(raw);
    if (line.empty() || line.starts_with('#')) {
      continue;
    }
    const std::size_t split = line.find(kReason);
    Require(split != std::string_view::npos, fmt::format("'{}' gives no reason", line));
    known.emplace(base::Trim(line.substr(0, split)),
                  base::Trim(line.substr(split + kReason.size())));
  }
  return known;
}

}  // namespace accord::compatibility
