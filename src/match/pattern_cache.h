#pragma once

#include <memory>
#include <string_view>

#include "accord/base/regex.h"
#include "accord/base/result.h"
#include "accord/match/date_pattern.h"

namespace accord::match {

using CompiledRegex = std::shared_ptr<const base::Result<base::Regex>>;
using CompiledDate = std::shared_ptr<const base::Result<DatePattern>>;

/// A compiled pattern that must cover the whole text, or the error. Remembered per thread, in
/// bounded number.
CompiledRegex WholeRegex(std::string_view pattern);
/// The same for a date pattern.
CompiledDate CompiledDatePattern(std::string_view pattern);

}  // namespace accord::match
