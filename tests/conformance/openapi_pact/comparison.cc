#include "tests/conformance/openapi_pact/comparison.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::conform::test {
namespace {

bool IsSameKind(const Remark& a, const Remark& b) {
  return a.code == b.code && a.type == b.type && a.interaction == b.interaction;
}

/// Names of headers in any case.
std::string PlaceOf(const Remark& remark) {
  const bool header = remark.location.find(".headers.") != std::string::npos;
  return header ? base::ToLowerAscii(remark.location) : remark.location;
}

bool IsInside(std::string_view inner, std::string_view outer) {
  return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '.');
}

bool IsAboutUnion(const Remark& remark) {
  constexpr std::array<std::string_view, 5> kWords = {
      "in oneOf", "in anyOf", "\"then\"", "\"else\"", "value of tag"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return remark.message.find(word) != std::string::npos;
  });
}

/// `actual` says what `expected` does, at the same place or more exactly.
bool Says(const Remark& actual, const Remark& expected) {
  if (!IsSameKind(actual, expected) || !IsInside(PlaceOf(actual), PlaceOf(expected))) {
    return false;
  }
  const std::string_view rest = std::string_view(actual.location).substr(expected.location.size());
  const bool property = rest.find('.', 1) == std::string_view::npos;
  const bool whole_interaction = expected.location.ends_with("]");  // As one of the tools does.
  return rest.empty() || property || whole_interaction;
}

bool IsOfUnion(const Remark& remark, const std::vector<Remark>& expected, const Remark** found) {
  for (const Remark& other : expected) {
    if (IsAboutUnion(other) && IsSameKind(remark, other) &&
        IsInside(remark.location, other.location)) {
      *found = &other;
      return true;
    }
  }
  return false;
}

bool IsCovered(const Remark& remark,
               const std::vector<Remark>& expected,
               const std::vector<Remark>& actual) {
  const auto said = [&](const Remark& one) { return Says(one, remark); };
  if (std::any_of(actual.begin(), actual.end(), said)) {
    return true;
  }
  const Remark* whole = nullptr;
  return IsOfUnion(remark, expected, &whole) &&
         std::any_of(actual.begin(), actual.end(), [&](const Remark& one) {
           return IsSameKind(one, *whole) && IsInside(one.location, whole->location);
         });
}

bool IsExpected(const Remark& remark, const std::vector<Remark>& expected) {
  const Remark* whole = nullptr;
  return IsOfUnion(remark, expected, &whole) ||
         std::any_of(expected.begin(), expected.end(), [&](const Remark& one) {
           return Says(remark, one);
         });
}

std::string Line(std::string_view sign, const Remark& remark) {
  return fmt::format("  {} {} {} '{}' {}: {}\n",
                     sign,
                     remark.type,
                     remark.code,
                     remark.interaction,
                     remark.location,
                     remark.message);
}

}  // namespace

bool IsOurOwn(const std::string& code) {
  const bool about_contract = code.find('.') == std::string::npos;  // It could not be read.
  return about_contract || code.starts_with("consumer.") || code.starts_with("provider.") ||
         code == "request.cookie.incompatible" || code == "request.authorization.unproven";
}

std::string Difference(const std::vector<Remark>& expected, const std::vector<Remark>& actual) {
  std::vector<Remark> ours = actual;
  // A specification that is refused is not compared with.
  const bool refused = std::any_of(expected.begin(), expected.end(), [](const Remark& remark) {
    return remark.code == "spec.invalid";
  });
  std::erase_if(ours, [&](const Remark& remark) {
    return IsOurOwn(remark.code) || (refused && remark.code != "spec.invalid");
  });
  std::string text;
  for (const Remark& remark : expected) {
    text += IsCovered(remark, expected, ours) ? "" : Line("-", remark);
  }
  for (const Remark& remark : ours) {
    text += IsExpected(remark, expected) ? "" : Line("+", remark);
  }
  return text;
}

}  // namespace accord::conform::test
