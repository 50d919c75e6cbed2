#pragma once

#include <string>
#include <string_view>

#include "accord/base/random.h"
#include "accord/base/result.h"

namespace accord::match {

/// A random text that the whole of `pattern` matches. Without an upper bound, a repetition goes at
/// most 20 times beyond its lower one. The error says what in the pattern cannot be generated from
/// (lookaround, backreferences), or that the text would get too long.
base::Result<std::string> GenerateFromRegex(std::string_view pattern, base::Random& random);

}  // namespace accord::match
