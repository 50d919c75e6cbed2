#include "accord/schema/pattern.h"

#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "schema/pattern/engine.h"
#include "schema/pattern/forms.h"
#include "schema/pattern/position_search.h"
#include "schema/pattern/translate.h"

namespace accord::schema {
namespace {

using Match = Pattern::Match;

ParsedPattern Parsed(std::string_view source) {
  base::Result<ParsedPattern> parsed = ParsePattern(source);
  EXPECT_TRUE(parsed.ok()) << source;
  return parsed.ok() ? std::move(*parsed) : ParsedPattern();
}

bool Is(const PatternPtr& pattern, std::string_view text) {
  return pattern->Search(text) == Match::kYes;
}

/// Patterns over a small alphabet, with look-around when asked for.
class RandomPattern {
 public:
  RandomPattern(unsigned seed, bool look_around) : random_(seed), look_around_(look_around) {}

  std::string Next() {
    std::string result = Below(3) == 0 ? "^" : "";
    result += Choice(3);
    return result + (Below(3) == 0 ? "$" : "");
  }

  std::string Text() {
    static constexpr std::string_view kLetters[] = {
        "a", "b", "c", "_", "-", " ", "\n", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};
    std::string text;
    for (unsigned i = Below(9); i > 0; --i) {
      text += kLetters[Below(3) == 0 ? Below(10) : Below(3)];
    }
    return text;
  }

 private:
  unsigned Below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

  std::string Choice(int depth) {
    std::string result = Sequence(depth);
    while (Below(4) == 0) {
      result += "|" + Sequence(depth);
    }
    return result;
  }

  std::string Sequence(int depth) {
    std::string result;
    for (unsigned i = Below(4); i > 0; --i) {
      result += Term(depth);
    }
    return result;
  }

  std::string Term(int depth) {
    if (Below(12) == 0) {
      static constexpr std::string_view kAssertions[] = {"\\b", "\\B", "^", "$"};
      return std::string(kAssertions[Below(4)]);
    }
    if (look_around_ && depth > 0 && Below(5) == 0) {
      static constexpr std::string_view kLooks[] = {"(?=", "(?!"};
      return std::string(kLooks[Below(2)]) + Choice(depth - 1) + ")";
    }
    static constexpr std::string_view kQuantifiers[] = {
        "*", "+", "?", "{2}", "{1,2}", "{2,}", "*?"};
    return Atom(depth) + (Below(3) == 0 ? std::string(kQuantifiers[Below(7)]) : "");
  }

  std::string Atom(int depth) {
    static constexpr std::string_view kAtoms[] = {"a",
                                                  "b",
                                                  "c",
                                                  "[ab]",
                                                  "[^a]",
                                                  ".",
                                                  "\\w",
                                                  "\\W",
                                                  "\\s",
                                                  "[a-c\xC3\xA9]",
                                                  "\xE2\x82\xAC",
                                                  "[\xC2\x80-\xEF\xBF\xBF]",
                                                  "[^]",
                                                  "\\S",
                                                  "[\\u{10000}-\\u{1F60F}]",
                                                  "[]"};
    if (depth > 0 && Below(4) == 0) {
      return (Below(2) == 0 ? "(" : "(?:") + Choice(depth - 1) + ")";
    }
    return std::string(kAtoms[Below(Below(2) == 0 ? 3 : 16)]);
  }

  std::mt19937 random_;
  bool look_around_;
};

TEST(PatternForms, AllWaysToMatchAgree) {
  RandomPattern random(7, false);
  int automata = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string source = random.Next();
    const ParsedPattern parsed = Parsed(source);
    const base::Result<Engine> engine = Engine::Compile(Translate(parsed));
    ASSERT_TRUE(engine.ok()) << source;
    const PatternPtr automaton = MakeAutomatonPattern(parsed, source);
    ASSERT_NE(automaton, nullptr) << source;
    const PatternPtr best = *Pattern::Compile(source);
    for (int k = 0; k < 20; ++k) {
      const std::string text = random.Text();
      const Match expected = engine->Search(text);
      ASSERT_NE(expected, Match::kTooExpensive);
      ASSERT_EQ(automaton->Search(text), expected) << source << " in \"" << text << '"';
      ASSERT_EQ(best->Search(text), expected) << source << " in \"" << text << '"';
      ASSERT_EQ(SearchByPositions(parsed.root, text), expected)
          << source << " in \"" << text << '"';
      automata += expected == Match::kYes ? 1 : 0;
    }
  }
  EXPECT_GT(automata, 3000) << "too few texts fit for the test to say much";
}

TEST(PatternForms, LookAroundAgrees) {
  RandomPattern random(11, true);
  int resolved = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string source = random.Next();
    const ParsedPattern parsed = Parsed(source);
    const base::Result<Engine> engine = Engine::Compile(Translate(parsed));
    ASSERT_TRUE(engine.ok()) << source;
    const PatternPtr automaton = MakeAutomatonPattern(parsed, source);
    resolved += parsed.look_around && automaton != nullptr ? 1 : 0;
    for (int k = 0; k < 20; ++k) {
      const std::string text = random.Text();
      const Match expected = engine->Search(text);
      ASSERT_EQ(SearchByPositions(parsed.root, text), expected)
          << source << " in \"" << text << '"';
      if (automaton != nullptr) {
        ASSERT_EQ(automaton->Search(text), expected) << source << " in \"" << text << '"';
      }
    }
  }
  EXPECT_GT(resolved, 100);
}

TEST(PatternForms, Literals) {
  for (const std::string_view source : {"foo", "^foo", "foo$", "^foo$", "", "^", "$", "^$"}) {
    const PatternPtr pattern = MakeLiteral(Parsed(source), source);
    ASSERT_NE(pattern, nullptr) << source;
    const bool start = source.starts_with('^');
    const bool end = source.ends_with('$');
    const bool named = source.find("foo") != std::string_view::npos;
    EXPECT_TRUE(Is(pattern, named ? "foo" : "")) << source;
    EXPECT_EQ(Is(pattern, "afoo"), !start || (!named && !end)) << source;
    EXPECT_EQ(Is(pattern, "fooa"), !end || (!named && !start)) << source;
    EXPECT_EQ(Is(pattern, "fo"), !named && !(start && end)) << source;
  }
  EXPECT_TRUE(Is(MakeLiteral(Parsed("^(\\u00e9\\.)"), ""), "\xC3\xA9.x"));
  for (const std::string_view source : {"fo.", "a^b", "(a|b)", "a*", "\\b", "a$b"}) {
    EXPECT_EQ(MakeLiteral(Parsed(source), source), nullptr) << source;
  }
}

TEST(PatternForms, Runs) {
  const auto runs = [](std::string_view source) { return MakeRuns(Parsed(source), source); };
  const PatternPtr plate = runs("^[A-Z]{2}-[0-9]+$");
  ASSERT_NE(plate, nullptr);
  EXPECT_TRUE(Is(plate, "AB-123"));
  EXPECT_FALSE(Is(plate, "AB-"));
  EXPECT_FALSE(Is(plate, "A-1"));
  EXPECT_FALSE(Is(plate, "AB-1x"));
  const PatternPtr version = runs("^v?\\d+\\.\\d+(\\.)[a-z]*");
  ASSERT_NE(version, nullptr);
  EXPECT_TRUE(Is(version, "v1.20.rc-1"));
  EXPECT_FALSE(Is(version, "v1.20"));
  const PatternPtr accents = runs("^[a-z\xC3\xA9]{2,3}$");
  ASSERT_NE(accents, nullptr);
  EXPECT_TRUE(Is(accents, "\xC3\xA9\xC3\xA9")) << "code points are counted";
  EXPECT_FALSE(Is(accents, "\xC3\xA9"));
  EXPECT_FALSE(Is(accents, "\xC3\xA8\xC3\xA9"));
  EXPECT_EQ(runs("^[a-z]*a$"), nullptr) << "who gets the last a?";
  EXPECT_EQ(runs("^a?b?a$"), nullptr);
  EXPECT_NE(runs("^a?b+a$"), nullptr);
  EXPECT_EQ(runs("[a-z]+$"), nullptr) << "begins anywhere";
}

TEST(PatternForms, LargeAutomataAreLeftToTheEngine) {
  const std::string_view source = "^(?:a|b)*a(?:a|b){15}$";
  EXPECT_EQ(MakeAutomatonPattern(Parsed(source), source), nullptr);
  const PatternPtr pattern = *Pattern::Compile(source);
  EXPECT_TRUE(Is(pattern, "bbbbabbbbbbbbbbbbbbb"));
  EXPECT_FALSE(Is(pattern, "bbbbbabbbbbbbbbbbbbb"));
}

TEST(PatternForms, HostilePatternsCompileInTime) {
  std::string classes;
  for (int i = 0; i < 3000; ++i) {
    classes += "[" + std::string(1, static_cast<char>('a' + i % 26)) + "\\u{" +
               std::to_string(1000 + i) + "}]?";
  }
  for (const std::string& source : {classes,
                                    std::string("((a{1,100}){1,100}){1,100}"),
                                    std::string("(a{65535}){65535}b"),
                                    std::string("((((((a*)*)*)*)*)*)*b"),
                                    std::string("(x{0,999999999}){999999999}"),
                                    std::string("(){4000000000}x"),
                                    std::string("((?:^|$){4000000000}){4000000000}x*y"),
                                    std::string(20000, '|') + "a+"}) {
    const base::Result<PatternPtr> pattern = Pattern::Compile(source);
    ASSERT_TRUE(pattern.ok()) << source.substr(0, 40) << pattern.error().message;
    (*pattern)->Search("aaaa");
  }
}

TEST(PatternForms, GivesUpInsteadOfHanging) {
  const PatternPtr pattern = *Pattern::Compile("^(?:(a+)+(?=\\1)|x)*b\\1$");
  EXPECT_EQ(pattern->Search(std::string(5000, 'a') + "bc"), Match::kTooExpensive);
  EXPECT_TRUE(Is(pattern, "b"));
}

TEST(PatternForms, ThreadsShareAPattern) {
  for (const std::string_view source : {"^(a|b)\\1$", "^[a-c]+x?[b-d]$", "^abb?b?$"}) {
    const PatternPtr pattern = *Pattern::Compile(source);
    std::vector<std::thread> threads;
    std::vector<int> found(4, 0);
    for (int& count : found) {
      threads.emplace_back([&pattern, &count] {
        for (int i = 0; i < 2000; ++i) {
          count += Is(pattern, "bb") ? 1 : 0;
        }
      });
    }
    for (std::thread& thread : threads) {
      thread.join();
    }
    EXPECT_EQ(found, std::vector<int>(4, source.ends_with("?$") ? 0 : 2000)) << source;
  }
}

TEST(PatternForms, KeepsItsSource) {
  const PatternPtr pattern = *Pattern::Compile("^a\\-b$");
  EXPECT_EQ(pattern->source(), "^a\\-b$");
  EXPECT_TRUE(pattern->lenient());
}

}  // namespace
}  // namespace accord::schema
