#include "accord/net/http.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "accord/base/strings.h"

namespace accord::net {
namespace {

using base::IsHexDigit;

constexpr int kMaxPort = 65535;

bool HasForbiddenByte(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<std::uint8_t>(c);
    return byte <= 0x20 || byte == 0x7F;
  });
}

bool IsHost(std::string_view host) {
  if (host.starts_with('[')) {
    return host.size() > 3 && std::all_of(host.begin() + 1, host.end() - 1, [](char c) {
             return IsHexDigit(c) || c == ':' || c == '.';
           });
  }
  return !host.empty() && host.find_first_of("[]:@|^`{}\\\"<>") == std::string_view::npos;
}

/// RFC 3986 §3.2.3 allows a colon without digits, which means the scheme's own port.
bool ParsePort(std::string_view text, int& port) {
  if (text.empty()) {
    return true;
  }
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, port);
  return error == std::errc{} && stop == end && port > 0 && port <= kMaxPort;
}

bool ParseAuthority(std::string_view authority, Url& url) {
  authority.remove_prefix(authority.rfind('@') + 1);
  std::size_t host_end = authority.find(':');
  if (authority.starts_with('[')) {
    host_end = authority.find(']');
    if (host_end == std::string_view::npos) {
      return false;
    }
    ++host_end;
  }
  host_end = std::min(host_end, authority.size());
  const std::string_view rest = authority.substr(host_end);
  url.host = base::ToLowerAscii(authority.substr(0, host_end));
  return IsHost(url.host) && (rest.empty() || rest.front() == ':') &&
         ParsePort(rest.substr(rest.empty() ? 0 : 1), url.port);
}

}  // namespace

const std::string* FindHeader(const Headers& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto& field) {
    return base::EqualsIgnoreCase(field.first, name);
  });
  return found == headers.end() ? nullptr : &found->second;
}

std::optional<Url> Url::Parse(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos || HasForbiddenByte(text)) {
    return std::nullopt;
  }
  Url url;
  url.scheme = base::ToLowerAscii(text.substr(0, colon));
  if (url.scheme != "http" && url.scheme != "https") {
    return std::nullopt;
  }
  text = text.substr(0, text.find('#'));
  if (text.size() < colon + 3) {
    return std::nullopt;
  }
  text.remove_prefix(colon + 3);
  const std::size_t authority_end = std::min(text.find_first_of("/?"), text.size());
  if (!ParseAuthority(text.substr(0, authority_end), url)) {
    return std::nullopt;
  }
  text.remove_prefix(authority_end);
  const std::size_t question = std::min(text.find('?'), text.size());
  url.path = text.substr(0, question);
  url.query = text.substr(std::min(question + 1, text.size()));
  return url;
}

std::string WithoutUserInfo(std::string_view url) {
  const std::size_t colon = url.find("://");
  const std::size_t begin = colon == std::string_view::npos ? 0 : colon + 3;
  const std::size_t end = std::min(url.find_first_of("/?#", begin), url.size());
  const std::size_t at = url.substr(0, end).rfind('@');
  if (at == std::string_view::npos || at < begin) {
    return std::string(url);
  }
  return std::string(url.substr(0, begin)).append(url.substr(at + 1));
}

}  // namespace accord::net
