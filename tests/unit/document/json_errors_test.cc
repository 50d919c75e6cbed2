#include "document/json_errors.h"

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

struct Case {
  const char* text;
  std::uint32_t line;
  std::uint32_t column;
  const char* message;
  const char* help;
};

class JsonErrors : public testing::TestWithParam<Case> {};

TEST_P(JsonErrors, SayWhatWasExpectedAndWhere) {
  const finding::Finding error = MustFail(GetParam().text, {.format = Format::kJson});
  EXPECT_EQ(error.rule, &kSyntaxError);
  EXPECT_EQ(error.message, GetParam().message);
  EXPECT_EQ(error.span.start, (finding::Position{GetParam().line, GetParam().column}));
  EXPECT_EQ(error.span.file, "test");
  EXPECT_EQ(error.help, GetParam().help);
}

INSTANTIATE_TEST_SUITE_P(
    Table,
    JsonErrors,
    testing::Values(
        Case{"[1 2]", 1, 4, "a comma or ']' was expected here, not '2'", ""},
        Case{"{\"a\":1\n\"b\":2}", 2, 1, "a comma or '}' was expected here, not '\"'", ""},
        Case{"[1,\n]", 2, 1, "a value was expected here, not ']'", "remove the comma before it"},
        Case{"{\"a\":1, }",
             1,
             9,
             "a key in double quotes or '}' was expected here, not '}'",
             "remove the comma before it"},
        Case{"{\"a\" 1}", 1, 6, "a colon was expected here, after the key, not '1'", ""},
        Case{"{'a':1}",
             1,
             2,
             "a key in double quotes or '}' was expected here, not '''",
             "JSON strings and keys stand in double quotes"},
        Case{"{a:1}", 1, 2, "a key in double quotes or '}' was expected here, not 'a'", ""},
        Case{"[nonsense]", 1, 2, "a value was expected here, not 'nonsense'", ""},
        Case{"[None]",
             1,
             2,
             "a value was expected here, not 'None'",
             "JSON knows true, false and null, in lower case"},
        Case{"[NaN]",
             1,
             2,
             "a value was expected here, not 'NaN'",
             "JSON numbers start with a digit or a minus; NaN and Infinity do not exist"},
        Case{"[ // x\n1]", 1, 3, "a value was expected here, not '/'", "JSON has no comments"},
        Case{"[1.x]", 1, 4, "a digit was expected here, after the decimal point, not 'x'", ""},
        Case{"[1e]", 1, 4, "a digit was expected here, in the exponent, not ']'", ""},
        Case{"[\"é\", \"abc]", 1, 7, "this string is never closed", ""},
        Case{"[\"a\nb\"]",
             1,
             4,
             "line breaks and other control characters must be escaped inside a string",
             ""},
        Case{"[\"\\x\"]", 1, 3, "there is no such escape; a backslash itself is written \\\\", ""},
        Case{"[\"\\u12\"]", 1, 3, "\\u must be followed by four hexadecimal digits", ""},
        Case{"[\"\\ud800\"]",
             1,
             3,
             "this is half of a surrogate pair; the other half is missing or wrong",
             ""},
        Case{R"(["\\udc00\ud83d\ude00x\uDE00"])",
             1,
             23,
             "this is half of a surrogate pair; the other half is missing or wrong",
             ""},
        Case{R"({"\udfff":1})",
             1,
             3,
             "this is half of a surrogate pair; the other half is missing or wrong",
             ""},
        Case{"[\"\\ud800\\u0041\"]",
             1,
             3,
             "this is half of a surrogate pair; the other half is missing or wrong",
             ""},
        Case{"[\"\\u00", 1, 3, "\\u must be followed by four hexadecimal digits", ""},
        Case{"[\"a\\", 1, 2, "this string is never closed", ""},
        Case{"[-x]", 1, 3, "a value was expected here, not 'x'", ""},
        Case{"[-", 1, 3, "the text ends too early: a value was expected here", ""},
        Case{"[1.",
             1,
             4,
             "the text ends too early: a digit was expected here, after the decimal "
             "point",
             ""},
        Case{"tru", 1, 1, "a value was expected here, not 'tru'", ""},
        Case{"[1] 2", 1, 5, "something follows after the end of the document", ""},
        Case{"[1,\n", 2, 1, "the text ends too early: a value was expected here", ""},
        Case{"[1", 1, 3, "the text ends too early: a comma or ']' was expected here", ""},
        Case{"[1\x01]",
             1,
             3,
             "a comma or ']' was expected here, not the control character U+0001",
             ""}));

TEST(JsonErrors, ANulByteDoesNotCloseAString) {
  const finding::Finding error = MustFail(std::string("[\"a\0b\"]", 7));
  EXPECT_EQ(error.message,
            "line breaks and other control characters must be escaped inside a string");
  EXPECT_EQ(error.span.start, (finding::Position{1, 4}));
}

TEST(JsonErrors, PointAtTheOpenBracket) {
  const finding::Finding error = MustFail("{\n  \"a\": [1, 2\n}");
  ASSERT_EQ(error.related.size(), 1U);
  EXPECT_EQ(error.related[0].label, "opened here");
  EXPECT_EQ(error.related[0].span.start, (finding::Position{2, 8}));
}

TEST(JsonErrors, UnderlineTheWholeWord) {
  const finding::Finding error = MustFail("[ undefined ]");
  EXPECT_EQ(error.span.start.column, 3U);
  EXPECT_EQ(error.span.end.column, 12U);
  EXPECT_EQ(error.span.source_line, "[ undefined ]");
}

}  // namespace
}  // namespace accord::document
