#include "document/yaml_errors.h"

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

struct Case {
  const char* text;
  std::uint32_t line;
  std::uint32_t column;
  const char* message;
};

class YamlErrors : public testing::TestWithParam<Case> {};

TEST_P(YamlErrors, SayInPlainWordsWhatIsWrong) {
  const finding::Finding error = MustFail(GetParam().text, {.format = Format::kYaml});
  EXPECT_EQ(error.rule, &kSyntaxError);
  EXPECT_EQ(error.message, GetParam().message);
  EXPECT_EQ(error.span.start, (finding::Position{GetParam().line, GetParam().column}));
}

INSTANTIATE_TEST_SUITE_P(
    Table,
    YamlErrors,
    testing::Values(
        Case{"a: b: c\n",
             1,
             5,
             "this ': ' starts a nested mapping where none may stand; quote the text, or begin the "
             "mapping on a line of its own"},
        Case{"a: 1\n  b: 2\n",
             2,
             4,
             "this ': ' starts a nested mapping where none may stand; quote the text, or begin the "
             "mapping on a line of its own"},
        Case{"ä:\n  - 1\n  b: 2\n",
             3,
             3,
             "another list item ('- …') was expected here; check the indentation"},
        Case{"a: [1, 2\nb: 3\n", 2, 2, "a comma or ']' was expected here"},
        Case{"{a: 1\n", 2, 1, "a comma or '}' was expected here"},
        Case{"a: 'x\n", 2, 1, "the text ends inside a quoted string"},
        Case{"a: \"\\q\"\n", 1, 5, "there is no such escape in a double-quoted string"},
        Case{"a: @x\n", 1, 4, "no value may start with this character; quote the text"},
        Case{"a:\n\tb: 1\n", 2, 1, "no value may start with this character; quote the text"},
        Case{"a: 1\nb\n", 3, 1, "a colon after the key was expected before this place"},
        Case{"é: a\x01\n", 1, 5, "the control character U+0001 may not stand in YAML"},
        Case{"a: !x!y 1\n", 1, 4, "this tag uses a prefix that no %TAG line declares"}));

TEST(YamlErrors, PointAtTheContext) {
  const finding::Finding error = MustFail("é: 1\nlist: [1,\n  2\n", {.format = Format::kYaml});
  ASSERT_EQ(error.related.size(), 1U);
  EXPECT_EQ(error.related[0].label, "started here");
  EXPECT_EQ(error.related[0].span.start, (finding::Position{2, 7}));
}

}  // namespace
}  // namespace accord::document
