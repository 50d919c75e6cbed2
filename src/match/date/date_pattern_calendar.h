#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace accord::match {

/// What was read of a date; parts that the pattern does not name are absent.
struct DateParts {
  std::optional<std::int64_t> year;
  std::optional<std::int64_t> month;
  std::optional<std::int64_t> day;
  std::optional<std::int64_t> day_of_year;
  std::optional<std::int64_t> quarter;
  std::optional<std::int64_t> weekday;  ///< 1 = Monday.
  std::optional<std::int64_t> hour;     ///< 0 to 23.
  std::optional<bool> afternoon;
  bool before_christ = false;
  bool year_of_era = false;  ///< `year` counts within its era.
};

/// Why the parts cannot belong to one moment; empty when they can.
std::string FindContradiction(const DateParts& parts);

}  // namespace accord::match
