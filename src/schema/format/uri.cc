#include "schema/format/uri.h"

#include <algorithm>
#include <array>

#include "schema/format/address.h"
#include "schema/format/scan.h"
#include "schema/pattern/utf8.h"

namespace accord::schema {
namespace {

/// What a component may hold beside escapes, as bits.
enum : std::uint8_t {
  kName = 1,  // unreserved and sub-delims
  kColon = 2,
  kAt = 4,
  kSlash = 8,
  kQuestionMark = 16,
  kUcs = 32,
  kPrivate = 64,
};
constexpr std::uint8_t kUserInfo = kName | kColon;
constexpr std::uint8_t kPath = kName | kColon | kAt | kSlash;
constexpr std::uint8_t kFragment = kPath | kQuestionMark;

constexpr std::array<std::uint8_t, 128> MakeClasses() {
  std::array<std::uint8_t, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const auto letter = static_cast<char>(c);
    const bool name = IsLetter(letter) || IsDigit(letter) ||
                      std::string_view("-._~!$&'()*+,;=").find(letter) != std::string_view::npos;
    classes[c] = name ? kName : 0;
  }
  classes[':'] = kColon;
  classes['@'] = kAt;
  classes['/'] = kSlash;
  classes['?'] = kQuestionMark;
  return classes;
}
constexpr std::array<std::uint8_t, 128> kClasses = MakeClasses();

bool Consists(std::string_view text, std::uint8_t allowed) {
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (!IsAscii(c)) {
      const std::uint32_t code_point = DecodeUtf8(text, at);
      if (((allowed & kUcs) == 0 || !IsUcsChar(code_point)) &&
          ((allowed & kPrivate) == 0 || !IsPrivateUse(code_point))) {
        return false;
      }
      continue;
    }
    const bool escape = c == '%';
    if (escape ? !StartsWithEscape(text.substr(at))
               : (kClasses[static_cast<unsigned char>(c)] & allowed) == 0) {
      return false;
    }
    at += escape ? 3 : 1;
  }
  return true;
}

/// Length of the scheme before the first colon; 0 when there is none.
std::size_t SchemeLength(std::string_view text) {
  if (text.empty() || !IsLetter(text.front())) {
    return 0;
  }
  const auto* const end = std::find_if_not(text.begin(), text.end(), [](char c) {
    return IsLetter(c) || IsDigit(c) || c == '+' || c == '-' || c == '.';
  });
  return end != text.end() && *end == ':' ? static_cast<std::size_t>(end - text.begin()) : 0;
}

/// `IPvFuture` of RFC 3986: `v1.fe80`.
bool IsFutureAddress(std::string_view text) {
  if (text.empty() || (text.front() != 'v' && text.front() != 'V')) {
    return false;
  }
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos || dot < 2 || dot + 1 == text.size()) {
    return false;
  }
  const std::string_view version = text.substr(1, dot - 1);
  const std::string_view rest = text.substr(dot + 1);
  return std::all_of(version.begin(), version.end(), IsHexDigit) &&
         rest.find('%') == std::string_view::npos && Consists(rest, kUserInfo);
}

bool IsPort(std::string_view text) {
  return text.empty() || (text.front() == ':' && CountDigits(text.substr(1)) + 1 == text.size());
}

bool IsAuthority(std::string_view text, std::uint8_t international) {
  const std::size_t at = text.find('@');
  if (at != std::string_view::npos) {
    if (!Consists(text.substr(0, at), kUserInfo | international)) {
      return false;
    }
    text.remove_prefix(at + 1);
  }
  if (text.empty() || text.front() != '[') {
    const std::size_t colon = std::min(text.find(':'), text.size());
    return IsPort(text.substr(colon)) && Consists(text.substr(0, colon), kName | international);
  }
  const std::size_t end = text.find(']');
  if (end == std::string_view::npos || !IsPort(text.substr(end + 1))) {
    return false;
  }
  const std::string_view literal = text.substr(1, end - 1);
  return IsIpv6(literal) || IsFutureAddress(literal);
}

/// Cuts the text at the separator and returns what follows it; empty when it is not there.
std::string_view CutAt(std::string_view& text, char separator) {
  const std::size_t at = text.find(separator);
  if (at == std::string_view::npos) {
    return {};
  }
  const std::string_view rest = text.substr(at + 1);
  text = text.substr(0, at);
  return rest;
}

bool IsReference(std::string_view text, bool absolute, std::uint8_t ucs) {
  const std::size_t scheme = SchemeLength(text);
  if (scheme > 0) {
    text.remove_prefix(scheme + 1);
  } else if (absolute) {
    return false;
  }
  const auto query_extra = static_cast<std::uint8_t>(ucs != 0 ? ucs | kPrivate : 0);
  if (!Consists(CutAt(text, '#'), kFragment | ucs) ||
      !Consists(CutAt(text, '?'), kFragment | query_extra)) {
    return false;
  }
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const std::size_t slash = std::min(text.find('/'), text.size());
    return IsAuthority(text.substr(0, slash), ucs) && Consists(text.substr(slash), kPath | ucs);
  }
  // Without a scheme a colon in the first segment would look like one.
  const bool looks_like_scheme = scheme == 0 && text.find(':') < text.find('/');
  return !looks_like_scheme && Consists(text, kPath | ucs);
}

}  // namespace

bool IsUri(std::string_view text) {
  return IsReference(text, true, 0);
}
bool IsUriReference(std::string_view text) {
  return IsReference(text, false, 0);
}
bool IsIri(std::string_view text) {
  return IsReference(text, true, kUcs);
}
bool IsIriReference(std::string_view text) {
  return IsReference(text, false, kUcs);
}

bool IsUcsChar(std::uint32_t code_point) {
  if (code_point < 0x10000) {
    return (code_point >= 0xA0 && code_point <= 0xD7FF) ||
           (code_point >= 0xF900 && code_point <= 0xFDCF) ||
           (code_point >= 0xFDF0 && code_point <= 0xFFEF);
  }
  // Planes 1 to 14 without their last two code points and the tags.
  return code_point < 0xF0000 && (code_point & 0xFFFFU) <= 0xFFFD &&
         (code_point < 0xE0000 || code_point >= 0xE1000);
}

bool IsPrivateUse(std::uint32_t code_point) {
  return (code_point >= 0xE000 && code_point <= 0xF8FF) ||
         (code_point >= 0xF0000 && (code_point & 0xFFFFU) <= 0xFFFD);
}

}  // namespace accord::schema
