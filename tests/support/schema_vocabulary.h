#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "accord/base/random.h"

namespace accord::test {

// What random schemas and instances are made of. There is little of everything, so that two of them
// meet often.

inline constexpr std::array<std::string_view, 5> kNames{"a", "b", "c", "ab", "kind"};
inline constexpr std::array<std::string_view, 9> kTexts{
    "", "a", "b", "ab", "abc", "bab", "12", "a\nb", "\xC3\xA9\xF0\x9F\x98\x80"};
inline constexpr std::array<std::string_view, 12> kNumbers{
    "-1", "0", "1", "2", "3", "10", "0.5", "1.5", "-2.5", "1.0", "1e2", "9007199254740993"};
inline constexpr std::array<std::string_view, 8> kSteps{
    "1", "2", "3", "6", "0.5", "0.3", "1.5", "1e1"};

struct SamplePattern {
  std::string_view source;
  std::array<std::string_view, 3> matches;
};
inline constexpr std::array<SamplePattern, 13> kPatterns{{
    {"^a", {"a", "ab", "abc"}},
    {"b$", {"b", "ab", "bab"}},
    {"a|b", {"a", "cb", "ab"}},
    {"^a$", {"a", "a", "a"}},
    {"^[ab]*$", {"", "abba", "b"}},
    {"^[a-c]{1,3}$", {"c", "abc", "ab"}},
    {"^.{2}$", {"ab", "12", "\xC3\xA9z"}},
    {"^(ab)+$", {"ab", "abab", "ababab"}},
    {"\\d", {"1", "12", "a1"}},
    {"^(a|b|kind)$", {"a", "b", "kind"}},
    {"^(?!a)", {"b", "", "12"}},
    {"^\\S+$", {"a", "12", "kind"}},
    {"", {"", "a", "12"}},
}};

template <typename Value, std::size_t kSize>
const Value& Pick(base::Random& random, const std::array<Value, kSize>& values) {
  return values[random.Next() % kSize];
}
template <typename Values>
auto& PickOf(base::Random& random, Values& values) {
  return values[static_cast<std::size_t>(random.Next() % values.size())];
}
/// True in so many of a hundred cases.
inline bool Chance(base::Random& random, unsigned percent) {
  return random.Next() % 100 < percent;
}

}  // namespace accord::test
