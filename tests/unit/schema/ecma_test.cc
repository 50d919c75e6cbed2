#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "accord/schema/pattern.h"

namespace accord::schema {
namespace {

using Match = Pattern::Match;

PatternPtr Compiled(std::string_view source) {
  base::Result<PatternPtr> pattern = Pattern::Compile(source);
  EXPECT_TRUE(pattern.ok()) << source << ": " << (pattern.ok() ? "" : pattern.error().message);
  return pattern.ok() ? *pattern : nullptr;
}

bool Finds(std::string_view source, std::string_view text) {
  const PatternPtr pattern = Compiled(source);
  if (pattern == nullptr) {
    return false;
  }
  const Match match = pattern->Search(text);
  EXPECT_NE(match, Match::kTooExpensive) << source;
  return match == Match::kYes;
}

std::string Fault(std::string_view source) {
  const base::Result<PatternPtr> pattern = Pattern::Compile(source);
  return pattern.ok() ? "" : pattern.error().message;
}

TEST(Ecma, SearchIsNotAnchored) {
  EXPECT_TRUE(Finds("b", "abc"));
  EXPECT_FALSE(Finds("^b", "abc"));
  EXPECT_FALSE(Finds("b$", "abc"));
  EXPECT_TRUE(Finds("", ""));
  EXPECT_TRUE(Finds("", "abc"));
  EXPECT_TRUE(Finds("a||b", "x"));
}

TEST(Ecma, DollarIsTheVeryEnd) {
  EXPECT_TRUE(Finds("^abc$", "abc"));
  EXPECT_FALSE(Finds("^abc$", "abc\n"));
  EXPECT_FALSE(Finds("^abc$", "abc\nabc"));
  EXPECT_FALSE(Finds("(?=x)?abc$", "abc\n"));
}

TEST(Ecma, DotIsNoLineTerminator) {
  for (const std::string_view text : {"\n", "\r", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    EXPECT_FALSE(Finds("^.$", text));
    EXPECT_FALSE(Finds("^(?!x).$", text));
    EXPECT_TRUE(Finds("^[^]$", text));
    EXPECT_TRUE(Finds("^[\\s\\S]$", text));
  }
  for (const std::string_view text : {"\x0B", "\x0C", "\xC2\x85", "\xF0\x9F\x98\x80", "a"}) {
    EXPECT_TRUE(Finds("^.$", text));
    EXPECT_TRUE(Finds("^(?!x).$", text));
  }
}

TEST(Ecma, WhiteSpaceIsUnicodes) {
  for (const std::string_view text : {" ",
                                      "\t",
                                      "\n",
                                      "\x0B",
                                      "\x0C",
                                      "\r",
                                      "\xC2\xA0",
                                      "\xEF\xBB\xBF",
                                      "\xE2\x80\xA8",
                                      "\xE2\x80\x83",
                                      "\xE3\x80\x80",
                                      "\xE1\x9A\x80"}) {
    EXPECT_TRUE(Finds("^\\s$", text));
    EXPECT_FALSE(Finds("^\\S$", text));
    EXPECT_TRUE(Finds("^[\\s]$", text));
    EXPECT_FALSE(Finds("^[^\\s]$", text));
  }
  EXPECT_FALSE(Finds("\\s", "\xE1\xA0\x8E")) << "U+180E is none any more";
  EXPECT_FALSE(Finds("\\s", "\xC2\x85"));
  EXPECT_FALSE(Finds("\\s", "\x01"));
}

TEST(Ecma, DigitsAndWordsAreAscii) {
  EXPECT_TRUE(Finds("^\\d$", "7"));
  EXPECT_FALSE(Finds("^\\d$", "\xDF\x80"));
  EXPECT_TRUE(Finds("^\\D$", "\xDF\x80"));
  EXPECT_TRUE(Finds("^\\w$", "_"));
  EXPECT_FALSE(Finds("^\\w$", "\xC3\xA9"));
  EXPECT_TRUE(Finds("^\\W$", "\xC3\xA9"));
  EXPECT_TRUE(Finds("a\\b", "a\xC3\xA9")) << "é is no part of a word";
  EXPECT_FALSE(Finds("a\\B", "a\xC3\xA9"));
  EXPECT_TRUE(Finds("\\bfoo\\b", "a foo."));
  EXPECT_FALSE(Finds("\\bfoo\\b", "afoo"));
  EXPECT_TRUE(Finds("^\\B$", ""));
  EXPECT_FALSE(Finds("\\b", ""));
}

TEST(Ecma, EmptyClasses) {
  EXPECT_FALSE(Finds("[]", "a"));
  EXPECT_FALSE(Finds("[]", ""));
  EXPECT_TRUE(Finds("^[]*$", ""));
  EXPECT_TRUE(Finds("^[^]$", "a"));
  EXPECT_FALSE(Finds("^[^]$", ""));
  EXPECT_TRUE(Finds("(?=[^])a[]?", "a"));
}

TEST(Ecma, ControlEscapes) {
  EXPECT_TRUE(Finds("^\\cC$", "\x03"));
  EXPECT_TRUE(Finds("^\\cc$", "\x03"));
  EXPECT_FALSE(Finds("^\\cC$", "\\cC"));
  EXPECT_TRUE(Finds("^\\t\\n\\v\\f\\r$", "\t\n\v\f\r"));
  EXPECT_FALSE(Finds("^\\t$", "\\t"));
  EXPECT_TRUE(Finds("^\\0$", std::string_view("\0", 1)));
  EXPECT_TRUE(Finds("^[\\b]$", "\b"));
  EXPECT_TRUE(Finds("^\\x41$", "A"));
}

TEST(Ecma, UnicodeEscapes) {
  EXPECT_TRUE(Finds("^\\u0041$", "A"));
  EXPECT_TRUE(Finds("^\\u{1F432}$", "\xF0\x9F\x90\xB2"));
  EXPECT_TRUE(Finds("^\\u{000000041}$", "A"));
  EXPECT_TRUE(Finds("^\\uD83D\\uDC32$", "\xF0\x9F\x90\xB2"));
  EXPECT_TRUE(Finds("^[\\uD83D\\uDC32]$", "\xF0\x9F\x90\xB2"));
  EXPECT_FALSE(Finds("\\uD83D", "\xF0\x9F\x90\xB2")) << "half a character is none";
  EXPECT_TRUE(Finds("^\xF0\x9F\x90\xB2*$", "\xF0\x9F\x90\xB2\xF0\x9F\x90\xB2"));
  EXPECT_FALSE(Finds("^\xF0\x9F\x90\xB2*$", "\xF0\x9F\x90\x89"));
  EXPECT_NE(Fault("\\u{110000}"), "");
  EXPECT_NE(Fault("\\u12"), "");
}

TEST(Ecma, Properties) {
  EXPECT_TRUE(Finds("^\\p{L}$", "\xC3\xA9"));
  EXPECT_TRUE(Finds("^\\p{Letter}$", "\xC3\xA9"));
  EXPECT_TRUE(Finds("^\\p{General_Category=Lowercase_Letter}$", "\xC3\xA9"));
  EXPECT_TRUE(Finds("^\\p{gc=Ll}$", "\xC3\xA9"));
  EXPECT_FALSE(Finds("^\\P{L}$", "\xC3\xA9"));
  EXPECT_TRUE(Finds("^\\p{digit}+$", "\xE0\xA7\xAA\xE0\xA7\xA8"));
  EXPECT_TRUE(Finds("^\\p{Script=Greek}+$", "\xCE\xB1\xCE\xB2"));
  EXPECT_TRUE(Finds("^\\p{sc=Grek}+$", "\xCE\xB1\xCE\xB2"));
  EXPECT_FALSE(Finds("\\p{sc=Grek}", "a"));
  // U+0342 is inherited, but used with Greek only.
  EXPECT_FALSE(Finds("\\p{Script=Greek}", "\xCD\x82"));
  EXPECT_TRUE(Finds("\\p{Script_Extensions=Greek}", "\xCD\x82"));
  EXPECT_TRUE(Finds("^[\\p{Lu}\\p{Nd}-]+$", "\xC3\x89-7"));
  EXPECT_TRUE(Finds("^\\p{Alphabetic}\\p{Alpha}$", "ab"));
  EXPECT_TRUE(Finds("^\\p{Any}\\p{ASCII}\\p{Assigned}$",
                    "\xE2\x82\xAC"
                    "a\xE2\x82\xAC"));
  EXPECT_FALSE(Finds("\\p{Assigned}", "\xCD\xB8"));
  EXPECT_TRUE(Finds("^\\p{Emoji_Presentation}$", "\xF0\x9F\x90\xB2"));
  EXPECT_TRUE(Finds("^\\p{Script=Nko}\\p{sc=Phags_Pa}$", "\xDF\x8A\xEA\xA1\x80"));
  for (const std::string_view bad : {"\\p{letter}",
                                     "\\p{l}",
                                     "\\p{Script}",
                                     "\\p{Greek}",
                                     "\\p",
                                     "\\pL",
                                     "\\p{",
                                     "\\p{}",
                                     "\\p{L&}",
                                     "\\p{Script=greek}",
                                     "\\p{gc=Greek}",
                                     "\\p{Foo=Bar}",
                                     "\\p{^L}",
                                     "\\p{Xan}",
                                     "\\p{sc=Nonsense}",
                                     "\\p{ L}"}) {
    EXPECT_NE(Fault(bad), "") << bad;
  }
}

TEST(Ecma, References) {
  EXPECT_TRUE(Finds("^(a|b)\\1$", "bb"));
  EXPECT_FALSE(Finds("^(a|b)\\1$", "ab"));
  EXPECT_TRUE(Finds("^(?<x>a|b)\\k<x>$", "bb"));
  EXPECT_TRUE(Finds("^\\k<x>(?<x>a)$", "a")) << "not yet set: the empty text";
  EXPECT_TRUE(Finds("^(?:(a)|b)\\1$", "b")) << "not set: the empty text";
  EXPECT_TRUE(Finds("^(a\\1)$", "a"));
  EXPECT_TRUE(Finds("^(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10$", "abcdefghijj"));
  EXPECT_NE(Fault("\\k<y>(?<x>a)"), "");
  EXPECT_NE(Fault("(?<x>a)(?<x>b)"), "");
  EXPECT_NE(Fault("(?<1>a)"), "");
  EXPECT_NE(Fault("(?<>a)"), "");
  EXPECT_TRUE(Finds("^(?<$\xC3\xA9_\\u0061>a)\\k<$\xC3\xA9_a>$", "aa"));
}

TEST(Ecma, LookAround) {
  EXPECT_TRUE(Finds("^(?!foo)\\w+$", "bar"));
  EXPECT_FALSE(Finds("^(?!foo)\\w+$", "foobar"));
  EXPECT_TRUE(Finds("^(?=.*\\d)(?=.*[a-z]).{4,}$", "ab1c"));
  EXPECT_FALSE(Finds("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abcd"));
  EXPECT_TRUE(Finds("(?<=\\$)\\d+", "cost $42"));
  EXPECT_FALSE(Finds("(?<!\\$|\\d)\\d+", "cost $42"));
  EXPECT_TRUE(Finds("(?<=a+)b", "aaab"));
  EXPECT_FALSE(Finds("(?<=a+)b", "cb"));
  EXPECT_TRUE(Finds("x(?<=^a*x)b", "aaxb"));
  EXPECT_FALSE(Finds("x(?<=^a*x)b", "caxb"));
  EXPECT_TRUE(Finds("(?:a(?=b|$)b?)+c", "ababc"));
}

TEST(Ecma, Quantifiers) {
  EXPECT_TRUE(Finds("^a{2,3}$", "aaa"));
  EXPECT_FALSE(Finds("^a{2,3}$", "aaaa"));
  EXPECT_TRUE(Finds("^a{2,}?$", "aaaa"));
  EXPECT_FALSE(Finds("^a{2}$", "a"));
  EXPECT_TRUE(Finds("^(?:ab){0}$", ""));
  EXPECT_TRUE(Finds("^(?:a*)*$", "aaa"));
  EXPECT_TRUE(Finds("^[a-z]{0,100000}$", std::string(100000, 'x')));
  EXPECT_FALSE(Finds("^[a-z]{0,100000}$", std::string(100001, 'x')));
  EXPECT_TRUE(Finds("^a{0,99999999999999999999}$", "aaa"));
  EXPECT_EQ(Fault("a{3,2}"), "the numbers of the repetition are out of order (at offset 1)");
  EXPECT_EQ(Fault("+a"), "there is nothing to repeat (at offset 0)");
  EXPECT_EQ(Fault("a**"), "there is nothing to repeat (at offset 2)");
  EXPECT_EQ(Fault("a|*"), "there is nothing to repeat (at offset 2)");
  EXPECT_EQ(Fault("{1}"), "there is nothing to repeat (at offset 0)");
  EXPECT_NE(Fault("^*"), "");
  EXPECT_NE(Fault("(?<=a)*"), "");
  EXPECT_NE(Fault("a++"), "");
  EXPECT_NE(Fault("\\b+"), "");
  EXPECT_TRUE(Finds("^(?:\\b)+a(?:$)*$", "a"));
}

TEST(Ecma, WhatOtherDialectsHaveIsRefused) {
  for (const std::string_view bad :
       {"\\A",   "\\Z",     "\\z", "\\a",   "\\e",     "\\G",    "\\h",      "\\R",
        "\\X",   "\\Qa\\E", "\\N", "(?i)a", "(?i:a)",  "(?#x)a", "(?P<n>a)", "(?>a)",
        "(?|a)", "a*+",     "a++", "(?R)",  "(?(1)a)", "(*FAIL)"}) {
    EXPECT_NE(Fault(bad), "") << bad;
  }
  EXPECT_FALSE(Finds("[[:alpha:]]", "b]")) << "a class and a bracket, read leniently";
}

TEST(Ecma, FaultsHavePositions) {
  EXPECT_EQ(Fault("^(abc]"), "a parenthesis is not closed (at offset 1)");
  EXPECT_EQ(Fault("abc)"), "a parenthesis is closed that was not opened (at offset 3)");
  EXPECT_EQ(Fault("a[bc"), "a class is not closed (at offset 4)");
  EXPECT_EQ(Fault("a[z-a]"), "the range is out of order (at offset 4)");
  EXPECT_EQ(Fault("ab\\"), "nothing follows the backslash (at offset 3)");
  EXPECT_EQ(Fault("ab\\Z"), "\\Z is no escape sequence (at offset 2)");
  EXPECT_EQ(Fault("a\xFF"), "the text is not UTF-8");
  EXPECT_NE(Fault(std::string(100000, '(')), "");
  EXPECT_EQ(Fault(std::string(501, '(') + std::string(501, ')')),
            "the groups are nested too deeply (at offset 501)");
}

TEST(Ecma, StrictFirstThenAnnexB) {
  for (const std::string_view strict :
       {"^a\\/b$", "[\\-a]", "[a-]", "\\.", "[.]", "\\u{61}", "\\p{L}", "(?=a)b"}) {
    EXPECT_FALSE(Compiled(strict)->lenient()) << strict;
  }
  for (const std::string_view lenient : {"\\-",
                                         "\\_",
                                         "\\\"",
                                         "\\@",
                                         "]",
                                         "}",
                                         "a{",
                                         "a{b}",
                                         "x{,3}",
                                         "[\\w-.]",
                                         "[a-\\d]",
                                         "\\1",
                                         "\\101",
                                         "(?=a)*",
                                         "\\8",
                                         "\\ ",
                                         "\\#"}) {
    EXPECT_TRUE(Compiled(lenient)->lenient()) << lenient;
  }
  EXPECT_TRUE(Finds("^[\\w-.]+$", "a-.b"));
  EXPECT_FALSE(Finds("^[\\w-.]+$", "a,b"));
  EXPECT_TRUE(Finds("^\\-\\_$", "-_"));
  EXPECT_TRUE(Finds("^\\101$", "A"));
  EXPECT_TRUE(Finds("^\\1$", "\x01"));
  EXPECT_TRUE(Finds("^\\08$",
                    std::string_view("\0"
                                     "8",
                                     2)));
  EXPECT_TRUE(Finds("^a{,3}$", "a{,3}"));
  EXPECT_TRUE(Finds("^\\-\\p{L}\\u{61}$", "-xa"));
  EXPECT_TRUE(Finds("^(?=a)*b$", "b"));
  EXPECT_TRUE(Finds("^[\\101-\\103]$", "B"));
}

TEST(Ecma, HostileTextEnds) {
  const PatternPtr pattern = Compiled("^(a+)+\\1$");
  EXPECT_NE(pattern->Search(std::string(2000, 'a') + "b"), Match::kYes);
  EXPECT_EQ(Compiled("(a*)*b")->Search(std::string(100000, 'a')), Match::kNo);
  EXPECT_EQ(Compiled("^(([a-z])+.)+[A-Z]([a-z])+$")->Search(std::string(100000, 'a')), Match::kNo);
}

TEST(Ecma, BytesThatAreNoTextDoNotMatter) {
  for (const std::string_view bytes :
       {"\xFF", "\xC3", "a\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80"}) {
    for (const std::string_view source :
         {"^.$", "a", "(?=a)a", "[^a]$", "(.)\\1", "^\\w{3}$", ""}) {
      EXPECT_NE(Compiled(source)->Search(bytes), Match::kTooExpensive);
    }
  }
}

}  // namespace
}  // namespace accord::schema
