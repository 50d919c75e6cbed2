#include "breaking/proto/unstable_package.h"

#include <cstddef>

namespace accord::breaking {
namespace {

/// Takes a number without sign and leading zero off the front; false when there is none.
bool TakeNumber(std::string_view& text) {
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    ++digits;
  }
  if (digits == 0 || text.front() == '0') {
    return false;
  }
  text.remove_prefix(digits);
  return true;
}

bool Take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) {
    return false;
  }
  text.remove_prefix(word.size());
  return true;
}

}  // namespace

bool IsUnstablePackage(std::string_view package) {
  const std::size_t dot = package.rfind('.');
  if (dot == std::string_view::npos) {
    return false;
  }
  std::string_view version = package.substr(dot + 1);
  if (!Take(version, "v") || !TakeNumber(version)) {
    return false;
  }
  if (Take(version, "test")) {
    return true;
  }
  if (Take(version, "p") && !TakeNumber(version)) {
    return false;
  }
  if (!Take(version, "alpha") && !Take(version, "beta")) {
    return false;
  }
  return version.empty() || (TakeNumber(version) && version.empty());
}

}  // namespace accord::breaking
