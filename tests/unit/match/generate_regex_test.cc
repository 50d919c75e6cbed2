#include "match/generate/generate_regex.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/regex.h"
#include "accord/base/strings.h"

namespace accord::match {
namespace {

using testing::HasSubstr;

class GeneratedFromRegex : public testing::TestWithParam<std::string_view> {};
TEST_P(GeneratedFromRegex, Matches) {
  base::Random random(7);
  const auto regex = base::Regex::Compile(GetParam(), {.ignore_case = false, .whole = true});
  ASSERT_TRUE(regex.ok()) << regex.error().message;
  for (int i = 0; i < 50; ++i) {
    const auto text = GenerateFromRegex(GetParam(), random);
    ASSERT_TRUE(text.ok()) << GetParam() << ": " << text.error().message;
    EXPECT_EQ(regex->Match(*text), base::RegexOutcome::kMatch) << GetParam() << " made " << *text;
    EXPECT_TRUE(base::IsUtf8(*text));
  }
}
INSTANTIATE_TEST_SUITE_P(Patterns,
                         GeneratedFromRegex,
                         testing::Values("",
                                         "abc",
                                         "^abc$",
                                         "\\d{1,8}",
                                         "[a-z]+",
                                         "[^a-z]*",
                                         "[]a]",
                                         "[^]a]",
                                         "[a-]",
                                         "[-a]",
                                         "a.b",
                                         "(one|two|three)",
                                         "(?:x|y){3}",
                                         "a?b??c*?d+?",
                                         "a++b",
                                         "(?>a|b)",
                                         "(?<year>\\d{4})-(?P<m>\\d\\d)",
                                         "\\w{3}\\d{3}",
                                         "\\W\\D\\S\\s",
                                         "[\\w.-]+@[\\w-]+\\.(com|org)",
                                         "\\p{Lu}\\p{Ll}+",
                                         "\\pL\\PN",
                                         "[[:alpha:]][[:^digit:]]",
                                         "\\x41\\x{42}",
                                         "\\t\\n\\r",
                                         "[\\b]",
                                         "\\Q[a]*\\E{2}",
                                         "\\bword\\b",
                                         "\\Aabc\\z",
                                         "(?i)abc",
                                         "(?i:abc)d",
                                         "(?#note)a",
                                         "a{2,}",
                                         "a{,2}",
                                         "a{x}",
                                         "{}",
                                         "[0-9A-Fa-f]{8}",
                                         "ü[äö]+",

                                         "(a|)",
                                         "()",
                                         "^(19|20)\\d\\d-(0[1-9]|1[0-2])$",
                                         "a|b|",
                                         "\\.\\*\\+\\?\\/",
                                         "^\\d+$|^x$",
                                         "\\R",
                                         "[^\\s]",
                                         "[\\d\\-]{4}",
                                         "(((a)b)c)d",
                                         "(?:(?:a{2}){2}){2}"));

TEST(GenerateRegex, RefusesWhatItCannotMake) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"(a)\\1", "backreferences cannot be generated (offset 3 of the regular expression)"},
      {"(?<n>a)\\k<n>", "backreferences cannot be generated"},
      {"a(?=b)b", "lookaround cannot be generated (offset 1 "},
      {"a(?!b)", "lookaround cannot be generated"},
      {"(?<=a)b", "lookaround cannot be generated"},
      {"(?<!a)b", "lookaround cannot be generated"},
      {"(a)(?(1)b|c)", "this group cannot be generated"},
      {"\\p{Greek}", "this character property cannot be generated"},
      {"[^\\x20-\\x7e]", "no printable ASCII character fits this class"},
      {"(a", "missing closing parenthesis"},
  };
  base::Random random(1);
  for (const auto& [pattern, problem] : cases) {
    const auto text = GenerateFromRegex(pattern, random);
    ASSERT_FALSE(text.ok()) << pattern << " made " << *text;
    EXPECT_THAT(text.error().message, HasSubstr(problem)) << pattern;
  }
}

TEST(GenerateRegex, TextsDiffer) {
  base::Random random(3);
  std::set<std::string> texts;
  for (int i = 0; i < 100; ++i) {
    texts.insert(*GenerateFromRegex("[a-z]{8}", random));
  }
  EXPECT_GT(texts.size(), 90U);
}

TEST(GenerateRegex, EveryChoiceIsMade) {
  base::Random random(3);
  std::set<std::string> texts;
  for (int i = 0; i < 200; ++i) {
    texts.insert(*GenerateFromRegex("a|b|[cd]|e?", random));
  }
  EXPECT_EQ(texts, (std::set<std::string>{"", "a", "b", "c", "d", "e"}));
}

TEST(GenerateRegex, UnboundedRepetitionsAreCapped) {
  base::Random random(5);
  std::size_t longest = 0;
  for (int i = 0; i < 300; ++i) {
    longest = std::max(longest, GenerateFromRegex("a*", random)->size());
  }
  EXPECT_EQ(longest, 20U);
}

TEST(GenerateRegex, HostilePatternsEnd) {
  base::Random random(5);
  for (const std::string& pattern : {std::string("((a{1000}){1000}){1000}"),
                                     std::string("((((){60000}){60000}){60000})"),
                                     std::string("(a{60000}){2}"),
                                     std::string(2000, '(') + std::string(2000, ')'),
                                     std::string(70'000, 'a')}) {
    EXPECT_FALSE(GenerateFromRegex(pattern, random).ok()) << pattern.substr(0, 30);
  }
  EXPECT_TRUE(GenerateFromRegex(std::string(90, '(') + std::string(90, ')'), random).ok());
  EXPECT_FALSE(GenerateFromRegex("[a\xff]", random).ok()) << "not UTF-8";
}

}  // namespace
}  // namespace accord::match
