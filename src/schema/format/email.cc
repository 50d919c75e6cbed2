#include "schema/format/email.h"

#include <optional>

#include "accord/base/strings.h"

#include "schema/format/address.h"
#include "schema/format/hostname.h"
#include "schema/format/idna.h"
#include "schema/format/scan.h"

namespace accord::schema {
namespace {

constexpr std::size_t kLongestLocalPart = 64;  // RFC 5321, section 4.5.3.1.1.

bool IsAtomCharacter(char c) {
  constexpr std::string_view kSpecial = "!#$%&'*+-/=?^_`{|}~";
  return IsLetter(c) || IsDigit(c) || kSpecial.find(c) != std::string_view::npos;
}

/// Length of the quoted string at the start; nullopt when it is malformed.
std::optional<std::size_t> QuotedLength(std::string_view text, bool international) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      return i + 1;
    }
    if (text[i] == '\\') {
      ++i;
    }
    const bool printable = i < text.size() && text[i] >= ' ' && text[i] < '\x7F';
    if (!printable && !(international && i < text.size() && !IsAscii(text[i]))) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// Length of the dot-separated atoms at the start.
std::optional<std::size_t> DotStringLength(std::string_view text, bool international) {
  bool in_atom = false;
  std::size_t length = 0;
  for (; length < text.size() && text[length] != '@'; ++length) {
    const char c = text[length];
    const bool atom = IsAtomCharacter(c) || (international && !IsAscii(c));
    if (!atom && !(c == '.' && in_atom)) {
      return std::nullopt;
    }
    in_atom = atom;
  }
  return in_atom ? std::optional(length) : std::nullopt;
}

/// RFC 5321, section 4.1.3: what is between the brackets.
bool IsAddressLiteral(std::string_view text) {
  constexpr std::string_view kIpv6 = "ipv6:";
  if (text.size() > kIpv6.size() && base::EqualsIgnoreCase(text.substr(0, kIpv6.size()), kIpv6)) {
    return IsIpv6(text.substr(kIpv6.size()));
  }
  return IsIpv4(text);
}

bool IsMailbox(std::string_view text, bool international) {
  if (text.empty() || (international && !base::IsUtf8(text))) {
    return false;
  }
  const std::optional<std::size_t> local = text.front() == '"'
                                               ? QuotedLength(text, international)
                                               : DotStringLength(text, international);
  if (!local || *local > kLongestLocalPart || *local == text.size() || text[*local] != '@') {
    return false;
  }
  const std::string_view domain = text.substr(*local + 1);
  if (domain.size() > 2 && domain.front() == '[' && domain.back() == ']') {
    return IsAddressLiteral(domain.substr(1, domain.size() - 2));
  }
  if (!international || IsAscii(domain)) {
    return IsHostname(domain);
  }
  const std::optional<std::string> ascii = AsciiName(domain);
  return ascii && IsIdnHostname(*ascii);
}

}  // namespace

bool IsEmail(std::string_view text) {
  return IsMailbox(text, false);
}
bool IsIdnEmail(std::string_view text) {
  return IsMailbox(text, true);
}

}  // namespace accord::schema
