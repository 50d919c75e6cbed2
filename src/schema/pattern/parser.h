#pragma once

#include <string_view>

#include "accord/base/result.h"

#include "schema/pattern/ast.h"

namespace accord::schema {

struct ParsedPattern {
  Regexp root;
  std::uint32_t groups = 0;
  bool back_references = false;
  bool look_around = false;  ///< Look-ahead or look-behind; anchors and `\b` are none.
  bool lenient = false;      ///< Not valid under the flag `u`; read as Annex B does.
};

/// Reads a regular expression of ECMA-262 (2023) under the flag `u`; failing that, as Annex B of
/// the standard does without it (needless escapes, a lone `]` or `{`, octal escapes, classes as
/// ends of ranges). There `\u{…}` and `\p{…}` still mean what they mean under `u`, and an escaped
/// letter without a meaning (`\Z`, `\a`) stays an error: in other dialects it has one. The error
/// says what is wrong and where, in bytes.
base::Result<ParsedPattern> ParsePattern(std::string_view source);

}  // namespace accord::schema
