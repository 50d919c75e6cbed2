#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace accord::cli {

/// `250ms`, `5s`, `2m`; the unit is required. nullopt for anything else.
std::optional<std::chrono::milliseconds> ParseDuration(std::string_view text);

/// `1024`, `64KiB`, `10MB`, `1GiB`; without a unit bytes. nullopt for anything else.
std::optional<std::size_t> ParseSize(std::string_view text);

}  // namespace accord::cli
