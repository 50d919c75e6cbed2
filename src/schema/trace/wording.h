#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/trace/trace_step.h"

namespace accord::schema {

/// What is wrong with a value.
struct Complaint {
  std::string text;      ///< To follow the name of the value: "must be a string, not 12".
  std::string expected;  ///< "a string"; may be empty, and so may `actual`.
  std::string actual;
};

/// The complaint of a failed step. Its text is empty when the step failed only because of others
/// inside it.
Complaint Complain(const TraceStep& step);
std::string TooDeep();

/// The demand of `type`, `enum` or `const` on its own: "a string or null".
std::string AllowedWords(const TraceStep& step);
/// The value as compact JSON, cut when it is long.
std::string Shown(const document::Node& value);
/// "a, b or c".
std::string Either(const std::vector<std::string>& words);

}  // namespace accord::schema
