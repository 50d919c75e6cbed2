#include "schema/format/address.h"

#include <algorithm>
#include <optional>

#include "schema/format/scan.h"

namespace accord::schema {
namespace {

bool IsOctet(std::string_view text) {
  if (text.empty() || text.size() > 3 || CountDigits(text) != text.size() ||
      (text.size() > 1 && text.front() == '0')) {
    return false;
  }
  return text.size() < 3 || text <= "255";
}

/// Number of 16-bit groups that the colon-separated list stands for; nullopt when it is malformed.
/// An empty list has none. Only the address's end may be a dotted quad.
std::optional<std::size_t> CountGroups(std::string_view text, bool at_end) {
  std::size_t groups = 0;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    const std::string_view group = text.substr(0, colon);
    const bool last = colon == std::string_view::npos;
    if (last && at_end && group.find('.') != std::string_view::npos) {
      return IsIpv4(group) ? std::optional(groups + 2) : std::nullopt;
    }
    if (group.empty() || group.size() > 4 || !std::all_of(group.begin(), group.end(), IsHexDigit)) {
      return std::nullopt;
    }
    ++groups;
    if (last) {
      break;
    }
    text.remove_prefix(colon + 1);
    if (text.empty()) {
      return std::nullopt;
    }
  }
  return groups;
}

}  // namespace

bool IsIpv4(std::string_view text) {
  for (int i = 0; i < 3; ++i) {
    const std::size_t dot = text.substr(0, 4).find('.');
    if (dot == std::string_view::npos || !IsOctet(text.substr(0, dot))) {
      return false;
    }
    text.remove_prefix(dot + 1);
  }
  return IsOctet(text);
}

bool IsIpv6(std::string_view text) {
  constexpr std::size_t kLongest = 45;  // Six groups and a dotted quad.
  if (text.size() > kLongest) {
    return false;
  }
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) {
    return CountGroups(text, true) == 8U;
  }
  const std::optional<std::size_t> before = CountGroups(text.substr(0, gap), false);
  const std::optional<std::size_t> after = CountGroups(text.substr(gap + 2), true);
  return before && after && *before + *after < 8;
}

}  // namespace accord::schema
