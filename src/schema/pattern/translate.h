#pragma once

#include <string>

#include "schema/pattern/parser.h"

namespace accord::schema {

/// The expression in PCRE2's syntax, for Engine's options.
std::string Translate(const ParsedPattern& pattern);

}  // namespace accord::schema
