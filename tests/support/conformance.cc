#include "tests/support/conformance.h"

#include <cstdlib>

namespace accord::test {

std::optional<std::filesystem::path> ConformanceDir(std::string_view suite) {
  const char* configured = std::getenv("ACCORD_CONFORMANCE_DIR");
  const std::filesystem::path root =
      configured != nullptr ? configured : ACCORD_DEFAULT_CONFORMANCE_DIR;
  std::error_code error;
  std::filesystem::path folder = root / suite;
  if (!std::filesystem::is_directory(folder, error)) {
    return std::nullopt;
  }
  return folder;
}

}  // namespace accord::test
