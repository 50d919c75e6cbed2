#include "schema/format/scan.h"
#include "schema/format/uri.h"
#include "schema/pattern/utf8.h"

namespace accord::schema {
namespace {

/// Section 2.1: what stands for itself. The apostrophe is allowed since erratum 6937.
bool TakeLiteral(std::string_view& text) {
  if (text.front() == '%') {
    const bool escape = StartsWithEscape(text);
    text.remove_prefix(escape ? 3 : 1);
    return escape;
  }
  const char c = text.front();
  if (!IsAscii(c)) {
    std::size_t length = 0;
    const std::uint32_t code_point = DecodeUtf8(text, length);
    text.remove_prefix(length);
    return IsUcsChar(code_point) || IsPrivateUse(code_point);
  }
  text.remove_prefix(1);
  constexpr std::string_view kForbidden = "\"<>\\^`{|}";
  return c > ' ' && c != '\x7F' && kForbidden.find(c) == std::string_view::npos;
}

/// Section 2.3: names with single dots between their parts.
bool TakeName(std::string_view& text) {
  bool after_character = false;
  while (!text.empty()) {
    const char c = text.front();
    if (IsLetter(c) || IsDigit(c) || c == '_') {
      text.remove_prefix(1);
      after_character = true;
    } else if (StartsWithEscape(text)) {
      text.remove_prefix(3);
      after_character = true;
    } else if (c == '.' && after_character) {
      text.remove_prefix(1);
      after_character = false;
    } else {
      break;
    }
  }
  return after_character;
}

/// Section 2.4: `*` or `:` and a length from 1 to 9999.
bool TakeModifier(std::string_view& text) {
  if (text.empty() || (text.front() != '*' && text.front() != ':')) {
    return true;
  }
  const bool prefix = text.front() == ':';
  text.remove_prefix(1);
  if (!prefix) {
    return true;
  }
  const std::size_t digits = CountDigits(text);
  if (digits == 0 || digits > 4 || text.front() == '0') {
    return false;
  }
  text.remove_prefix(digits);
  return true;
}

/// Section 2.2: what is between the braces.
bool IsExpression(std::string_view text) {
  // The operators in use and those reserved for extensions.
  constexpr std::string_view kOperators = "+#./;?&=,!@|";
  if (!text.empty() && kOperators.find(text.front()) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  while (TakeName(text) && TakeModifier(text)) {
    if (text.empty()) {
      return true;
    }
    if (text.front() != ',') {
      return false;
    }
    text.remove_prefix(1);
  }
  return false;
}

}  // namespace

bool IsUriTemplate(std::string_view text) {
  while (!text.empty()) {
    if (text.front() != '{') {
      if (!TakeLiteral(text)) {
        return false;
      }
      continue;
    }
    const std::size_t end = text.find('}');
    if (end == std::string_view::npos || !IsExpression(text.substr(1, end - 1))) {
      return false;
    }
    text.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace accord::schema
