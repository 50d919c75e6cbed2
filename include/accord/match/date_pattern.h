#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"

namespace accord::match {

/// A compiled Java date pattern (java.time.format.DateTimeFormatter letters), in English.
class DatePattern {
 public:
  /// The error names the letter that is not understood and its offset.
  static base::Result<DatePattern> Compile(std::string_view pattern);

  /// Whether the whole text follows the pattern and names a possible date. On failure `why` says
  /// which letter failed where.
  bool Accepts(std::string_view text, std::string& why) const;
  /// The moment in UTC, written by the pattern.
  std::string Format(std::chrono::system_clock::time_point moment) const;

 private:
  struct Field {
    char letter;  ///< 0 for literal text.
    int count;
    std::string literal;
  };
  std::vector<Field> fields_;
};

/// Moves `now` by a Pact date expression ("tomorrow + 2 weeks @ noon - 1 hour"); `part` says which
/// grammar is meant.
enum class ExpressionPart { kDate, kTime, kDateTime };
base::Result<std::chrono::system_clock::time_point> ApplyDateExpression(
    std::string_view expression, ExpressionPart part, std::chrono::system_clock::time_point now);

}  // namespace accord::match
