#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "accord/base/strings.h"

#include "schema/automaton/text_language.h"

namespace accord::schema {
namespace {

std::optional<TextLanguage> TryOf(std::string_view source) {
  const base::Result<PatternPtr> pattern = Pattern::Compile(source);
  EXPECT_TRUE(pattern.ok()) << source;
  return pattern.ok() ? TextLanguage::Of(**pattern) : std::nullopt;
}

TextLanguage Of(std::string_view source) {
  const std::optional<TextLanguage> language = TryOf(source);
  EXPECT_TRUE(language.has_value()) << source;
  return language.value_or(TextLanguage::None());
}

bool Included(std::string_view narrow, std::string_view wide) {
  return Of(wide).Includes(Of(narrow)).value_or(false);
}

TEST(Automaton, Trivial) {
  EXPECT_TRUE(TextLanguage::None().empty());
  EXPECT_TRUE(TextLanguage::Any().is_any());
  EXPECT_EQ(TextLanguage::Any().Complement(), TextLanguage::None());
  EXPECT_EQ(TextLanguage::None().Shortest(), std::nullopt);
  EXPECT_EQ(TextLanguage::Any().Shortest(), "");
  EXPECT_EQ(TextLanguage::OfLength(0, std::nullopt), TextLanguage::Any());
  EXPECT_EQ(TextLanguage::OfLength(3, 2), TextLanguage::None());
  EXPECT_TRUE(TextLanguage::Any().Contains("\xF0\x9F\x98\x80"));
  EXPECT_FALSE(TextLanguage::Any().Contains("\xFF"));
}

TEST(Automaton, EqualSetsAreEqual) {
  EXPECT_EQ(Of("^(?:a|b)*$"), Of("^[ab]*$"));
  EXPECT_EQ(Of("a"), Of("^[^]*a[^]*$"));
  EXPECT_EQ(Of("^a{2,}$"), Of("^aaa*$"));
  EXPECT_EQ(Of("^(?:ab)*a$"), Of("^a(?:ba)*$"));
  EXPECT_EQ(Of("^\\d$"), Of("^[0-9]$"));
  EXPECT_EQ(Of("[^]*"), TextLanguage::Any());
  EXPECT_EQ(Of("[]"), TextLanguage::None());
  EXPECT_EQ(Of("a$b"), TextLanguage::None());
  EXPECT_EQ(Of("^(?:foo|bar)$"), *TextLanguage::OneOf(std::vector<std::string>{"bar", "foo"}));
  EXPECT_EQ(Of("^\xC3\xA9t\xC3\xA9$"), TextLanguage::Only("\xC3\xA9t\xC3\xA9"));
  EXPECT_EQ(Of("^$"), TextLanguage::Only(""));
  EXPECT_EQ(Of("^[^]{2,4}$"), *TextLanguage::OfLength(2, 4));
  EXPECT_EQ(Of("^[^]{2,}"), *TextLanguage::OfLength(2, std::nullopt));
  EXPECT_FALSE(Of("^.{2,4}$") == *TextLanguage::OfLength(2, 4)) << "a dot is no line terminator";
}

TEST(Automaton, Inclusion) {
  EXPECT_TRUE(Included("^[a-f]+$", "^[a-z]*$"));
  EXPECT_FALSE(Included("^[a-z]*$", "^[a-f]+$"));
  EXPECT_TRUE(Included("^x-[a-z]+$", "^x-"));
  EXPECT_FALSE(Included("x-", "^x-"));
  EXPECT_TRUE(Included("^\\d{4}-\\d{2}-\\d{2}$", "^[0-9-]{10}$"));
  EXPECT_TRUE(Included("\\bfoo\\b", "foo"));
  EXPECT_FALSE(Included("foo", "\\bfoo\\b"));
  EXPECT_TRUE(Included("^\\w+$", "^[^-]*$"));
}

TEST(Automaton, LookAround) {
  EXPECT_EQ(Of("^(?!foo$)[a-z]{3}$"),
            *TextLanguage::Minus(Of("^[a-z]{3}$"), TextLanguage::Only("foo")));
  EXPECT_EQ(Of("^(?=.*\\d)[a-z\\d]+$"), Of("^[a-z\\d]*\\d[a-z\\d]*$"));
  EXPECT_EQ(Of("^(?!-)[a-z-]{1,63}(?<!-)$"), Of("^[a-z](?:[a-z-]{0,61}[a-z])?$"));
  EXPECT_EQ(Of("^[a-z](?!.*--)[a-z-]*$"), Of("^[a-z](?:-?[a-z])*-?$"));
  EXPECT_EQ(Of("^(?:(?!ab).)*$"), *TextLanguage::Minus(Of("^.*$"), Of("ab")));
  EXPECT_EQ(Of("(?<=a)b"), Of("ab"));
  EXPECT_EQ(Of("a(?=b)"), Of("ab"));
  EXPECT_EQ(Of("^(?:(?!a)[a-c]|x)$"), Of("^[bcx]$"));
  EXPECT_EQ(Of("^(?!a)(?!b)[a-c]$"), Of("^c$"));
  EXPECT_EQ(Of("^(?=(?!a)[a-c])[^]$"), Of("^[bc]$"));
  EXPECT_EQ(TryOf("^(a|b)\\1$"), std::nullopt);
  EXPECT_EQ(TryOf("^a*(?!b)[^]*c$"), std::nullopt);
  EXPECT_FALSE(TextLanguage::IsRegular(**Pattern::Compile("^(a)\\1$")));
  EXPECT_FALSE(TextLanguage::IsRegular(**Pattern::Compile("(?!a)")));
  EXPECT_TRUE(TextLanguage::IsRegular(**Pattern::Compile("^\\ba$")));
}

TEST(Automaton, ShortestIsReadable) {
  EXPECT_EQ(Of("^[^]{3}$").Shortest(), "aaa");
  EXPECT_EQ(Of("^[A-Z0-9]$").Shortest(), "0");
  EXPECT_EQ(Of("^[A-Z!]{2}$").Shortest(), "AA");
  EXPECT_EQ(Of("^[\\0-\\x20]$").Shortest(), " ");
  EXPECT_EQ(Of("^[\\0\\u{e9}]$").Shortest(), "\xC3\xA9");
  EXPECT_EQ(Of("x-[a-z]").Shortest(), "x-a");
  EXPECT_EQ(Of("^a").Complement().Shortest(), "");
  EXPECT_EQ(TextLanguage::Minus(Of("^[a-z]*$"), Of("^[a-c]*$"))->Shortest(), "d");
  EXPECT_EQ(TextLanguage::Minus(Of("^[^]$"), Of("^[\\u{0}-\\u{FFFF}]$"))->Shortest(),
            "\xF0\x90\x80\x80");
  EXPECT_EQ(TextLanguage::OfLength(3000, std::nullopt)->Shortest(), std::string(3000, 'a'));
}

TEST(Automaton, Members) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(Of("^[ab]*$").Members(6), (Texts{"", "a", "b", "aa", "ab", "ba"}));
  EXPECT_EQ(Of("^(?:aa)*b?$").Members(4), (Texts{"", "b", "aa", "aab"}));
  EXPECT_EQ(Of("^[b-d]$").AllMembers(3), (Texts{"b", "c", "d"}));
  EXPECT_EQ(Of("^[b-d]$").AllMembers(2), std::nullopt);
  EXPECT_EQ(Of("^a*$").AllMembers(100), std::nullopt);
  EXPECT_EQ(TextLanguage::None().AllMembers(5), Texts{});
  EXPECT_EQ(TextLanguage::Only("").AllMembers(5), Texts{""});
  EXPECT_TRUE(TextLanguage::Any().Members(0).empty());
  EXPECT_EQ(Of("^\\d$").Members(20).size(), 10U);
}

TEST(Automaton, LengthsAndFiniteness) {
  EXPECT_TRUE(Of("^a{2,5}$").is_finite());
  EXPECT_EQ(Of("^a{2,5}$").MinLength(), 2U);
  EXPECT_EQ(Of("^a{2,5}$").MaxLength(), 5U);
  EXPECT_FALSE(Of("a").is_finite());
  EXPECT_EQ(Of("a").MaxLength(), std::nullopt);
  EXPECT_TRUE(TextLanguage::None().is_finite());
  EXPECT_EQ(TextLanguage::None().MinLength(), std::nullopt);
  EXPECT_EQ(TextLanguage::None().MaxLength(), std::nullopt);
  EXPECT_EQ(TextLanguage::Only("").MaxLength(), 0U);
}

TEST(Automaton, LimitsOfSize) {
  const PatternPtr large = *Pattern::Compile("^(?:a|b)*a(?:a|b){18}$");
  EXPECT_EQ(TextLanguage::Of(*large, 1000), std::nullopt);
  EXPECT_EQ(TextLanguage::OfLength(5000, std::nullopt, 1000), std::nullopt);
  EXPECT_EQ(TextLanguage::OfLength(0, std::uint64_t{1} << 40U), std::nullopt);
  EXPECT_EQ(TextLanguage::Intersect(Of("^(?:a{7})*$"), Of("^(?:a{11})*$"), 50), std::nullopt);
  EXPECT_EQ(TextLanguage::Intersect(Of("^(?:a{7})*$"), Of("^(?:a{11})*$")), Of("^(?:a{77})*$"));
  EXPECT_EQ(TextLanguage::OneOf(std::vector<std::string>{std::string(500, 'x')}, 100),
            std::nullopt);
}

/// Languages made of random patterns, so that all kinds of overlap occur.
std::vector<TextLanguage> RandomLanguages(std::size_t count) {
  static constexpr std::string_view kParts[] = {
      "a", "b", "[ab]", "[^a]", "(?:a|bc)", "\\w*", "[^]?", "c+", "", "\\b", "a{2,3}", "\xC3\xA9"};
  std::mt19937 random(3);
  std::vector<TextLanguage> languages;
  for (std::size_t i = 0; i < count; ++i) {
    std::string source = random() % 2 == 0 ? "^" : "";
    for (unsigned part = 0; part < 3; ++part) {
      source += kParts[random() % std::size(kParts)];
    }
    languages.push_back(Of(source + (random() % 2 == 0 ? "$" : "")));
  }
  return languages;
}

TEST(Automaton, AlgebraHolds) {
  const std::vector<TextLanguage> all = RandomLanguages(25);
  const auto meet = [](const TextLanguage& a, const TextLanguage& b) {
    return *TextLanguage::Intersect(a, b);
  };
  const auto join = [](const TextLanguage& a, const TextLanguage& b) {
    return *TextLanguage::Unite(a, b);
  };
  for (const TextLanguage& a : all) {
    EXPECT_EQ(a.Complement().Complement(), a);
    EXPECT_EQ(meet(a, a), a);
    EXPECT_TRUE(meet(a, a.Complement()).empty());
    EXPECT_TRUE(join(a, a.Complement()).is_any());
    for (const TextLanguage& b : all) {
      EXPECT_EQ(meet(a, b), meet(b, a));
      EXPECT_EQ(join(a, b), join(b, a));
      EXPECT_EQ(join(a, b).Complement(), meet(a.Complement(), b.Complement()));
      EXPECT_EQ(join(meet(a, b), *TextLanguage::Minus(a, b)), a);
      EXPECT_EQ(*b.Includes(a), meet(a, b) == a);
      const TextLanguage outside = *TextLanguage::Minus(a, b);
      for (const std::string& text : outside.Members(5)) {
        EXPECT_TRUE(a.Contains(text) && !b.Contains(text)) << text;
      }
    }
  }
}

TEST(Automaton, MembersAreFoundByThePattern) {
  for (const std::string_view source : {"^\\p{Lu}[^\\p{L}]{2}$",
                                        "\\bfoo\\B",
                                        "^(?!a)[a-c]{2}",
                                        "^[^\\s\\w]+$",
                                        "^\\u{1F600}?.$",
                                        "x$|^y",
                                        "^(?:[a-z0-9]+(?:-[a-z0-9]+)*\\.)+[a-z]{2,}$"}) {
    const PatternPtr pattern = *Pattern::Compile(source);
    const TextLanguage language = Of(source);
    const std::vector<std::string> members = language.Members(300);
    EXPECT_EQ(members.size(), 300U) << source;
    EXPECT_EQ(members.front(), language.Shortest());
    for (const std::string& text : members) {
      ASSERT_EQ(pattern->Search(text), Pattern::Match::kYes) << source << ": " << text;
      ASSERT_TRUE(language.Contains(text)) << source << ": " << text;
    }
    const auto shorter = [](const std::string& a, const std::string& b) {
      return base::CountCodePoints(a) < base::CountCodePoints(b);
    };
    EXPECT_TRUE(std::is_sorted(members.begin(), members.end(), shorter)) << source;
    for (const std::string& text : language.Complement().Members(300)) {
      ASSERT_EQ(pattern->Search(text), Pattern::Match::kNo) << source << ": " << text;
    }
  }
}

}  // namespace
}  // namespace accord::schema
