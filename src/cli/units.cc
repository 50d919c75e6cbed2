#include "cli/units.h"

#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace accord::cli {
namespace {

using Unit = std::pair<std::string_view, std::size_t>;

template <std::size_t N>
std::optional<std::size_t> ParseWithUnit(std::string_view text, const std::array<Unit, N>& units) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  for (const auto& [name, factor] : units) {
    if (text == name && number <= std::numeric_limits<std::size_t>::max() / 2 / factor) {
      return number * factor;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::chrono::milliseconds> ParseDuration(std::string_view text) {
  static constexpr std::array<Unit, 3> kUnits = {{{"ms", 1}, {"s", 1000}, {"m", 60000}}};
  const auto milliseconds = ParseWithUnit(text, kUnits);
  if (!milliseconds) {
    return std::nullopt;
  }
  return std::chrono::milliseconds(*milliseconds);
}

std::optional<std::size_t> ParseSize(std::string_view text) {
  static constexpr std::array<Unit, 8> kUnits = {{{"", 1},
                                                  {"B", 1},
                                                  {"KB", 1000},
                                                  {"MB", 1000000},
                                                  {"GB", 1000000000},
                                                  {"KiB", 1U << 10U},
                                                  {"MiB", 1U << 20U},
                                                  {"GiB", 1U << 30U}}};
  return ParseWithUnit(text, kUnits);
}

}  // namespace accord::cli
