#include <algorithm>
#include <cctype>
#include <cstdlib>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/verify/http_provider.h"

namespace accord::verify {
namespace {

constexpr std::string_view kHidden = "***";

bool IsTokenCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

/// Length of the scheme and its space in front of credentials (RFC 9110 §11.4): no secret, and the
/// command that repeats a request works only with it.
std::size_t SchemeLength(std::string_view name, std::string_view value) {
  if (!base::EqualsIgnoreCase(name, "Authorization") &&
      !base::EqualsIgnoreCase(name, "Proxy-Authorization")) {
    return 0;
  }
  const std::size_t space = value.find(' ');
  const bool token =
      space != std::string_view::npos && std::ranges::all_of(value.substr(0, space), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
      });
  return token ? space + 1 : 0;
}

/// Replaces `${NAME}`; what is left shown is only the scheme and the names of variables.
base::Result<ExtraHeader> Expand(std::string_view name, std::string_view text) {
  ExtraHeader header{std::string(name), {}, {}};
  const std::string_view scheme = text.substr(0, SchemeLength(name, text));
  header.value = scheme;
  header.shown = scheme;
  text.remove_prefix(scheme.size());
  bool literal = false;
  while (!text.empty()) {
    const std::size_t close = text.find('}');
    if (text.substr(0, 2) == "${" && close != std::string_view::npos) {
      const std::string variable(text.substr(2, close - 2));
      const char* value = std::getenv(variable.c_str());
      if (value == nullptr) {
        return base::UsageError(
            fmt::format("header '{}': the environment variable '{}' is not set", name, variable));
      }
      header.value += value;
      header.shown += fmt::format("${{{}}}", variable);
      text.remove_prefix(close + 1);
      literal = false;
      continue;
    }
    header.value += text.front();
    text.remove_prefix(1);
    if (!literal) {
      header.shown += kHidden;
      literal = true;
    }
  }
  return header;
}

}  // namespace

base::Result<ExtraHeader> ExtraHeader::Parse(const std::string& text) {
  const std::size_t split = text.find_first_of(":=");
  const std::string_view name = base::Trim(std::string_view(text).substr(0, split));
  bool valid = split != std::string::npos && !name.empty();
  for (const char c : name) {
    valid = valid && IsTokenCharacter(c);
  }
  if (!valid) {
    return base::UsageError("a header must look like 'Name: value'");
  }
  return Expand(name, base::Trim(std::string_view(text).substr(split + 1)));
}

}  // namespace accord::verify
