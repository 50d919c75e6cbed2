#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace accord::test {

/// Folder of a public conformance suite: below ACCORD_CONFORMANCE_DIR, else in `shared/conformance`
/// beside the source tree. nullopt when it is not there; tests then skip with GTEST_SKIP.
std::optional<std::filesystem::path> ConformanceDir(std::string_view suite);

}  // namespace accord::test
