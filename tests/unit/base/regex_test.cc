#include "accord/base/regex.h"

#include <array>
#include <chrono>
#include <ostream>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::base {

static std::ostream& operator<<(std::ostream& out, RegexOutcome outcome) {
  constexpr std::array kNames = {"kMatch", "kNoMatch", "kTooExpensive", "kInvalidSubject"};
  return out << kNames.at(static_cast<std::size_t>(outcome));
}

namespace {

using ::testing::HasSubstr;

constexpr RegexOutcome kMatch = RegexOutcome::kMatch;
constexpr RegexOutcome kNoMatch = RegexOutcome::kNoMatch;
constexpr RegexOutcome kTooExpensive = RegexOutcome::kTooExpensive;

Regex Compiled(std::string_view pattern, const Regex::Options& options = {}) {
  Result<Regex> regex = Regex::Compile(pattern, options);
  EXPECT_TRUE(regex.ok()) << regex.error().message;
  return *regex;
}

RegexOutcome Match(std::string_view pattern, std::string_view subject) {
  return Compiled(pattern).Match(subject);
}

std::string Repeat(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) {
    out += text;
  }
  return out;
}

TEST(Regex, FindsAnywhere) {
  EXPECT_EQ(Match("b+", "abbc"), kMatch);
  EXPECT_EQ(Match("x", "abbc"), kNoMatch);
  EXPECT_EQ(Match("", ""), kMatch);
  EXPECT_EQ(Match("", "abc"), kMatch);
  EXPECT_EQ(Match("a", ""), kNoMatch);
  EXPECT_EQ(Match("a", std::string_view()), kNoMatch);
}

TEST(Regex, EmptyPatternOfAnEmptyView) {
  EXPECT_EQ(Match(std::string_view(), "a"), kMatch);
}

TEST(Regex, WholeMustCoverTheSubject) {
  Regex::Options whole;
  whole.whole = true;
  EXPECT_EQ(Compiled("\\d+", whole).Match("123"), kMatch);
  EXPECT_EQ(Compiled("\\d+", whole).Match("123a"), kNoMatch);
  EXPECT_EQ(Compiled("\\d+", whole).Match("a123"), kNoMatch);
  EXPECT_EQ(Compiled("\\d+", whole).Match("123\n"), kNoMatch);
  EXPECT_EQ(Compiled("^\\d+$", whole).Match("123"), kMatch);
}

TEST(Regex, WholeTriesEveryAlternative) {
  Regex::Options whole;
  whole.whole = true;
  EXPECT_EQ(Compiled("a|ab|abc", whole).Match("abc"), kMatch);
  EXPECT_EQ(Compiled("a|ab|abc", whole).Match("abcd"), kNoMatch);
  EXPECT_EQ(Compiled("a+?", whole).Match("aaa"), kMatch);
}

TEST(Regex, IgnoresCaseWhenAsked) {
  Regex::Options options;
  options.ignore_case = true;
  EXPECT_EQ(Compiled("straße", options).Match("STRAßE"), kMatch);
  EXPECT_EQ(Compiled("É", options).Match("é"), kMatch);
  EXPECT_EQ(Match("abc", "ABC"), kNoMatch);
}

struct Construct {
  const char* pattern;
  const char* subject;
  RegexOutcome outcome;
};

std::ostream& operator<<(std::ostream& out, const Construct& value) {
  return out << value.pattern;
}

class Dialect : public ::testing::TestWithParam<Construct> {};

TEST_P(Dialect, IsUnderstood) {
  EXPECT_EQ(Match(GetParam().pattern, GetParam().subject), GetParam().outcome);
}

INSTANTIATE_TEST_SUITE_P(
    OfContracts,
    Dialect,
    ::testing::Values(Construct{R"(^\d{4}-\d{2}-\d{2}$)", "2024-02-29", kMatch},
                      Construct{R"(\Aa\Z)", "a\n", kMatch},
                      Construct{R"(\Aa\z)", "a\n", kNoMatch},
                      Construct{"^a$", "a\n", kMatch},
                      Construct{"^b$", "a\nb", kNoMatch},
                      Construct{"(?m)^b$", "a\nb", kMatch},
                      Construct{"a.b", "a\nb", kNoMatch},
                      Construct{"(?s)a.b", "a\nb", kMatch},
                      Construct{"(?i)abc", "ABC", kMatch},
                      Construct{"a++b", "aaab", kMatch},
                      Construct{"a++ab", "aaab", kNoMatch},
                      Construct{"(?>a+)b", "aab", kMatch},
                      Construct{"foo(?=bar)", "foobar", kMatch},
                      Construct{"foo(?!bar)", "foobar", kNoMatch},
                      Construct{"(?<=a)b", "ab", kMatch},
                      Construct{"(?<!a)b", "ab", kNoMatch},
                      Construct{R"((?<year>\d+)-\k<year>)", "20-20", kMatch},
                      Construct{R"((a)\1)", "aa", kMatch},
                      Construct{R"(\p{L}+)", "é", kMatch},
                      Construct{R"(^\p{Lu}$)", "é", kNoMatch},
                      Construct{R"(^.$)", "😀", kMatch},
                      Construct{R"(^\w$)", "é", kNoMatch},
                      Construct{R"(^\d$)", "٣", kNoMatch},
                      Construct{R"([[:alpha:]]+)", "abc", kMatch},
                      Construct{R"(\Qa.b\E)", "a.b", kMatch},
                      Construct{R"(\x{20AC})", "€", kMatch},
                      Construct{R"(\/path\/\d+)", "/path/1", kMatch}));

TEST(Regex, NulIsAnOrdinaryCharacter) {
  using namespace std::string_view_literals;
  EXPECT_EQ(Match("a\0b"sv, "a\0b"sv), kMatch);
  EXPECT_EQ(Match("a.b", "a\0b"sv), kMatch);
  EXPECT_EQ(Match("^a$", "a\0b"sv), kNoMatch);
}

TEST(Compile, SaysWhatIsWrongAndWhere) {
  const Result<Regex> regex = Regex::Compile("ab(c");
  ASSERT_FALSE(regex.ok());
  EXPECT_EQ(regex.error().kind, ErrorKind::kInput);
  EXPECT_EQ(regex.error().message,
            "invalid regular expression \"ab(c\": missing closing parenthesis (at offset 4)");
}

void ExpectRefused(std::string_view pattern) {
  const Result<Regex> regex = Regex::Compile(pattern);
  ASSERT_FALSE(regex.ok());
  EXPECT_THAT(regex.error().message, HasSubstr("invalid regular expression"));
  EXPECT_THAT(regex.error().message, HasSubstr("at offset"));
  EXPECT_LT(regex.error().message.size(), 500U);
}

class BadPattern : public ::testing::TestWithParam<const char*> {};

TEST_P(BadPattern, IsAnError) {
  ExpectRefused(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Patterns,
                         BadPattern,
                         ::testing::Values("[a",
                                           "*",
                                           "a{2,1}",
                                           "(?<n",
                                           "\\",
                                           "(?<=a+)b",
                                           "\\1",
                                           "a\\Cb",
                                           "\xFF",
                                           "a\xC3",
                                           "(((a{1,1000}){1,1000}){1,1000})"));

TEST(Compile, RefusesMonsters) {
  ExpectRefused(Repeat("(", 100'000));
  ExpectRefused(Repeat("(", 1000) + Repeat(")", 1000));
  ExpectRefused(Repeat("(a|b)", 100'000));
}

TEST(Match, RefusesSubjectsThatAreNotUtf8) {
  EXPECT_EQ(Match("a", "a\xFF"), RegexOutcome::kInvalidSubject);
  EXPECT_EQ(Match("a", "a\xED\xA0\x80"), RegexOutcome::kInvalidSubject);
  EXPECT_EQ(Match("^b", "\xC3"), RegexOutcome::kInvalidSubject);
}

struct Hostile {
  const char* pattern;
  std::string subject;
  RegexOutcome outcome;
};

std::ostream& operator<<(std::ostream& out, const Hostile& value) {
  return out << value.pattern;
}

class HostileRegex : public ::testing::TestWithParam<Hostile> {};

TEST_P(HostileRegex, StopsSoon) {
  const Regex regex = Compiled(GetParam().pattern);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(regex.Match(GetParam().subject), GetParam().outcome);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

INSTANTIATE_TEST_SUITE_P(
    Patterns,
    HostileRegex,
    ::testing::Values(Hostile{"^(a+)+$", Repeat("a", 30) + "!", kTooExpensive},
                      Hostile{"^(a+)+$", Repeat("a", 200'000) + "!", kTooExpensive},
                      Hostile{"^(a|a)*$", Repeat("a", 40) + "!", kTooExpensive},
                      Hostile{"^(a|b)*$", Repeat("ab", 100'000), kTooExpensive},
                      Hostile{"^(?:a?){50}a{50}$", Repeat("a", 50), kTooExpensive},
                      Hostile{"(a|aa)+[^ac]x", Repeat("a", 2000) + "cx", kTooExpensive},
                      Hostile{"(?R)?a", Repeat("a", 200'000), kTooExpensive},
                      // Every start position scans the rest of the subject.
                      Hostile{"(?=[^y]*+z)a", Repeat("a", 300'000) + "z", kTooExpensive},
                      Hostile{"\\s+$", Repeat(" ", 50'000) + "x", kNoMatch}));

TEST(Match, IsNotTooShyForLongSubjects) {
  EXPECT_EQ(Match("^(a|b)*$", Repeat("ab", 1000)), kMatch);
  EXPECT_EQ(Match("^(line\n)*$", Repeat("line\n", 20'000)), kMatch);
  EXPECT_EQ(Match("^[ab]*$", Repeat("ab", 1'000'000)), kMatch);
  EXPECT_EQ(Match("^\\w+@\\w+$", Repeat("a", 500'000) + "@" + Repeat("b", 500'000)), kMatch);
}

// Long subjects are searched in pieces; the places where pieces meet must not show.
TEST(Match, FindsAtEveryPlaceOfALongSubject) {
  const Regex plain = Compiled("needle");
  const Regex behind = Compiled("(?<=é)n\\w+e");
  for (std::size_t before = 0; before < 700; ++before) {
    const std::string subject = Repeat("é", before) + "needle" + Repeat("é", 700 - before);
    ASSERT_EQ(plain.Match(subject), kMatch) << before;
    ASSERT_EQ(behind.Match(subject), before == 0 ? kNoMatch : kMatch) << before;
  }
}

TEST(Match, AnchorsMeanTheSubjectEvenWhenItIsLong) {
  const std::string subject = Repeat("é", 5000) + "a";
  EXPECT_EQ(Match("^a", subject), kNoMatch);
  EXPECT_EQ(Match("x|^a", subject), kNoMatch);
  EXPECT_EQ(Match("x|a$", subject), kMatch);
  EXPECT_EQ(Match("\\Ba", Repeat("b", 5000) + "a"), kMatch);
  EXPECT_EQ(Match("\\ba", Repeat("b", 5000) + "a"), kNoMatch);
  EXPECT_EQ(Match("(?m)^a", Repeat("b", 5000) + "\na"), kMatch);
}

TEST(Match, FindsTheEmptyTextAtTheVeryEnd) {
  EXPECT_EQ(Match("(?<=z)$", Repeat("a", 1000) + "z"), kMatch);
  EXPECT_EQ(Match("(?!a)(?=$)", Repeat("a", 256)), kMatch);
  EXPECT_EQ(Match("(?!a)(?=$)", Repeat("a", 512)), kMatch);
}

TEST(MatchGroup, GivesTheTextOfAGroup) {
  const Regex regex = Compiled("(\\d+)-(x)?(é)");
  std::string group = "before";
  EXPECT_EQ(regex.MatchGroup("ab 12-é", 0, group), kMatch);
  EXPECT_EQ(group, "12-é");
  EXPECT_EQ(regex.MatchGroup("ab 12-é", 1, group), kMatch);
  EXPECT_EQ(group, "12");
  EXPECT_EQ(regex.MatchGroup("ab 12-é", 3, group), kMatch);
  EXPECT_EQ(group, "é");
}

TEST(MatchGroup, GivesNothingForWhatIsNotThere) {
  const Regex regex = Compiled("(\\d+)-(x)?");
  for (const int index : {2, 3, 1000, -1}) {
    std::string group = "before";
    EXPECT_EQ(regex.MatchGroup("12-", index, group), kMatch);
    EXPECT_EQ(group, "") << index;
  }
}

TEST(MatchGroup, LeavesTheTextAloneWithoutAMatch) {
  std::string group = "before";
  EXPECT_EQ(Compiled("(a)").MatchGroup("b", 1, group), kNoMatch);
  EXPECT_EQ(Compiled("(a)").MatchGroup("\xFF", 1, group), RegexOutcome::kInvalidSubject);
  EXPECT_EQ(group, "before");
}

TEST(MatchGroup, SurvivesAResetOfTheStart) {
  std::string group;
  EXPECT_EQ(Compiled("foo\\Kbar").MatchGroup("foobar", 0, group), kMatch);
  EXPECT_EQ(group, "bar");
}

TEST(Regex, IsSharedBetweenThreads) {
  const Regex regex = Compiled("^(\\w+) (\\w+)$");
  const Regex hostile = Compiled("^(a+)+$");
  std::vector<std::thread> threads;
  std::vector<int> good(4, 0);
  threads.reserve(good.size());
  for (int& count : good) {
    threads.emplace_back([&count, &regex, &hostile] {
      for (int i = 0; i < 500; ++i) {
        std::string group;
        const bool matched = regex.MatchGroup("hello world", 2, group) == kMatch;
        const bool stopped = hostile.Match(Repeat("a", 30) + "!") == kTooExpensive;
        count += matched && stopped && group == "world" ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(good, std::vector<int>(4, 500));
}

TEST(Regex, CopiesShareThePattern) {
  Regex copy = Compiled("a");
  {
    const Regex original = Compiled("b");
    copy = original;
  }
  EXPECT_EQ(copy.Match("b"), kMatch);
  EXPECT_EQ(copy.Match("a"), kNoMatch);
}

TEST(Regex, ReadsAsEcma262) {
  const auto matches = [](std::string_view pattern, std::string_view subject, bool ecma) {
    return Regex::Compile(pattern, {.ecma = ecma})->Match(subject) == kMatch;
  };
  EXPECT_TRUE(matches("^a$", "a\n", false));
  EXPECT_FALSE(matches("^a$", "a\n", true));
  EXPECT_FALSE(matches("a.b", "a\nb", false));
  EXPECT_TRUE(matches("a.b", "a\nb", true));
  EXPECT_FALSE(matches("^(x)?\\1y$", "y", false));
  EXPECT_TRUE(matches("^(x)?\\1y$", "y", true));
}

TEST(RegexLimitTest, LongSubjectsGetFewerSteps) {
  // Each step scans the rest of the subject; unbounded, this takes minutes.
  const std::string subject(std::size_t{8} << 20U, 'x');
  const auto regex = Regex::Compile("^.*(?=.*y)");
  ASSERT_TRUE(regex.ok());
  EXPECT_EQ(regex->Match(subject), RegexOutcome::kTooExpensive);
  EXPECT_EQ(Regex::Compile("^x+$")->Match(subject), RegexOutcome::kMatch);
  EXPECT_EQ(Regex::Compile("^x*y?x+$")->Match(subject), RegexOutcome::kMatch);
}

}  // namespace
}  // namespace accord::base
