#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "accord/base/result.h"

namespace accord::match {

struct DateLayout;

/// A compiled Java date pattern (java.time.format.DateTimeFormatter letters), in English, with ISO
/// weeks (Monday first). Cheap to copy, safe to share between threads.
class DatePattern {
 public:
  /// The error names the letter that is not understood and its offset.
  static base::Result<DatePattern> Compile(std::string_view pattern);

  /// Whether the whole text follows the pattern and names a possible date. On failure `why` says
  /// which letter failed at which offset of the text.
  bool Accepts(std::string_view text, std::string& why) const;
  /// The moment in UTC, written by the pattern.
  std::string Format(std::chrono::system_clock::time_point moment) const;

 private:
  explicit DatePattern(std::shared_ptr<const DateLayout> layout) : layout_(std::move(layout)) {}
  std::shared_ptr<const DateLayout> layout_;
};

/// Which grammar a date expression follows; a date and a time are joined by `@`.
enum class ExpressionPart : std::uint8_t { kDate, kTime, kDateTime };

/// Moves `now` by a Pact date expression ("tomorrow + 2 weeks @ noon - 1 hour"). An empty
/// expression leaves it as it is. The error names the offset and what was expected there.
base::Result<std::chrono::system_clock::time_point> ApplyDateExpression(
    std::string_view expression, ExpressionPart part, std::chrono::system_clock::time_point now);

}  // namespace accord::match
