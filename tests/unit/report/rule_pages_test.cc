#include <array>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"
#include "accord/report/rules.h"

#include "report/rule_help.h"
#include "tests/unit/report/parsed_json.h"

namespace accord::report {
namespace {

using finding::Audience;
using finding::RuleInfo;
using finding::Severity;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::array kBreaks = {Audience::kBinary, Audience::kRest};
constexpr RuleInfo kFull{.id = "FIELD_SAME_TYPE",
                         .severity = Severity::kError,
                         .summary = "The type of a field changed.",
                         .explanation = "Readers misread it.",
                         .categories = "FILE WIRE",
                         .breaks = kBreaks,
                         .remedy = "Add a field.",
                         .example = " message A {\n-  int32 a = 1;\n+  string a = 1;\n }"};
constexpr RuleInfo kPlain{.id = "plain",
                          .severity = Severity::kWarning,
                          .summary = "Something",
                          .explanation = "Because."};
constexpr RuleInfo kRetired{.id = "OLD_NAME",
                            .severity = Severity::kError,
                            .summary = "Gone",
                            .explanation = "It lives on.",
                            .replaced_by = "NEW_A NEW_B"};

std::string Page(const RuleInfo& rule, const Style& style = {}) {
  std::ostringstream out;
  WriteRule(rule, style, out);
  return out.str();
}

TEST(WriteRule, TellsEverything) {
  EXPECT_EQ(Page(kFull),
            "FIELD_SAME_TYPE (error)\n"
            "The type of a field changed.\n"
            "\n"
            "Readers misread it.\n"
            "\n"
            "Who breaks:\n"
            "binary format, HTTP calls\n"
            "\n"
            "How to do it safely:\n"
            "Add a field.\n"
            "\n"
            "Example:\n"
            " message A {\n"
            "-  int32 a = 1;\n"
            "+  string a = 1;\n"
            " }\n"
            "\n"
            "Categories:\n"
            "FILE, WIRE\n");
}

TEST(WriteRule, LeavesOutWhatARuleDoesNotSay) {
  EXPECT_EQ(Page(kPlain), "plain (warning)\nSomething.\n\nBecause.\n");
}

TEST(WriteRule, NamesSuccessors) {
  EXPECT_THAT(Page(kRetired), HasSubstr("Replaced by:\nNEW_A, NEW_B\n"));
}

TEST(WriteRule, ColoursTheExampleBySide) {
  const std::string page = Page(kFull, {.color = true});
  EXPECT_THAT(page, HasSubstr("\x1b[31m-  int32 a = 1;\x1b[0m"));
  EXPECT_THAT(page, HasSubstr("\x1b[32m+  string a = 1;\x1b[0m"));
}

TEST(WriteRule, WrapsAtEightyColumnsAndKeepsParagraphs) {
  static const std::string text = std::string(70, 'x') + " " + std::string(20, 'y') + "\nz";
  RuleInfo rule = kPlain;
  rule.explanation = text;
  EXPECT_THAT(Page(rule), HasSubstr("x\n" + std::string(20, 'y') + "\nz\n"));
}

TEST(WriteRuleList, OneLineEach) {
  std::ostringstream out;
  WriteRuleList({&kFull, &kPlain, &kRetired}, out);
  EXPECT_EQ(out.str(),
            "FIELD_SAME_TYPE                  error    The type of a field changed\n"
            "plain                            warning  Something\n"
            "OLD_NAME                         error    Gone (now NEW_A, NEW_B)\n");
}

TEST(WriteRuleList, LongIdsWidenTheirColumn) {
  RuleInfo rule = kPlain;
  rule.id = "a-rule-with-an-id-that-is-longer-than-most";
  std::ostringstream out;
  WriteRuleList({&kPlain, &rule}, out);
  EXPECT_EQ(out.str(),
            "plain                                      warning  Something\n"
            "a-rule-with-an-id-that-is-longer-than-most warning  Something\n");
}

TEST(WriteRulesJson, CarriesEveryField) {
  std::ostringstream out;
  WriteRulesJson({&kFull, &kRetired}, out);
  const document::DocumentPtr json = ParsedJson(out.str());
  ASSERT_NE(json, nullptr);
  EXPECT_EQ(TextAt(*json, "/0/id"), "FIELD_SAME_TYPE");
  EXPECT_EQ(TextAt(*json, "/0/severity"), "error");
  EXPECT_EQ(TextAt(*json, "/0/categories/1"), "WIRE");
  EXPECT_EQ(TextAt(*json, "/0/summary"), "The type of a field changed.");
  EXPECT_EQ(TextAt(*json, "/0/explanation"), "Readers misread it.");
  EXPECT_EQ(TextAt(*json, "/0/breaks/1"), "rest");
  EXPECT_EQ(TextAt(*json, "/0/remedy"), "Add a field.");
  EXPECT_THAT(TextAt(*json, "/0/example"), HasSubstr("-  int32 a = 1;\n"));
  EXPECT_EQ(TextAt(*json, "/0/replaced_by"), "(absent)");
  EXPECT_EQ(TextAt(*json, "/1/replaced_by/0"), "NEW_A");
  EXPECT_EQ(TextAt(*json, "/1/replaced_by/1"), "NEW_B");
}

TEST(Names, AreSplitBySpaces) {
  EXPECT_THAT(Names(" A  B "), ElementsAre("A", "B"));
  EXPECT_TRUE(Names("").empty());
}

TEST(Prose, BackticksAreCodeAndNothingElseIsMarkup) {
  EXPECT_EQ(MarkdownProse("see `a_b` and *c*"), "see `a_b` and \\*c\\*");
  EXPECT_EQ(HtmlProse("see `a<b` & c"), "see <code>a&lt;b</code> &amp; c");
  EXPECT_EQ(HtmlProse("one ` alone"), "one ` alone");
}

}  // namespace
}  // namespace accord::report
