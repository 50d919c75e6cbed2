#include <algorithm>
#include <cctype>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> Compare(const std::string& before,
                                 const std::string& after,
                                 const std::string& rule) {
  const std::string head = "syntax = \"proto2\";\npackage p;\n";
  return FindingLines({{"a.proto", head + before}}, {{"a.proto", head + after}}, {{rule}, true});
}

struct OptionCase {
  std::string rule;
  std::string before;
  std::string after;
};

class FileOption : public testing::TestWithParam<OptionCase> {};

TEST_P(FileOption, ChangePointsAtTheStatement) {
  const auto& [rule, before, after] = GetParam();
  std::string option = rule.substr(std::string("FILE_SAME_").size());
  std::transform(option.begin(), option.end(), option.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  const std::string start = "option " + option + " = ";
  const auto quoted = [](const std::string& value) {
    return value.front() == '"' ? value : '"' + value + '"';
  };
  EXPECT_THAT(Compare(start + before + ";\n", "\n" + start + after + ";\n", rule),
              ElementsAre("a.proto:4:1: File option \"" + option + "\" changed from " +
                          quoted(before) + " to " + quoted(after) + "."));
  EXPECT_THAT(Compare(start + before + ";\n", "\n" + start + before + ";\n", rule), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    All,
    FileOption,
    testing::Values(OptionCase{"FILE_SAME_CC_ENABLE_ARENAS", "true", "false"},
                    OptionCase{"FILE_SAME_CC_GENERIC_SERVICES", "true", "false"},
                    OptionCase{"FILE_SAME_CSHARP_NAMESPACE", "\"a\"", "\"b\""},
                    OptionCase{"FILE_SAME_GO_PACKAGE", "\"a\"", "\"b\""},
                    OptionCase{"FILE_SAME_JAVA_GENERIC_SERVICES", "false", "true"},
                    OptionCase{"FILE_SAME_JAVA_MULTIPLE_FILES", "false", "true"},
                    OptionCase{"FILE_SAME_JAVA_OUTER_CLASSNAME", "\"A\"", "\"B\""},
                    OptionCase{"FILE_SAME_JAVA_PACKAGE", "\"a\"", "\"b\""},
                    OptionCase{"FILE_SAME_OBJC_CLASS_PREFIX", "\"A\"", "\"B\""},
                    OptionCase{"FILE_SAME_OPTIMIZE_FOR", "SPEED", "CODE_SIZE"},
                    OptionCase{"FILE_SAME_PHP_CLASS_PREFIX", "\"A\"", "\"B\""},
                    OptionCase{"FILE_SAME_PHP_METADATA_NAMESPACE", "\"A\\\\B\"", "\"B\""},
                    OptionCase{"FILE_SAME_PHP_NAMESPACE", "\"A\\\\B\"", "\"A\\\"\""},
                    OptionCase{"FILE_SAME_PY_GENERIC_SERVICES", "false", "true"},
                    OptionCase{"FILE_SAME_RUBY_PACKAGE", "\"A::B\"", "\"A\""},
                    OptionCase{"FILE_SAME_SWIFT_PREFIX", "\"A\"", "\"B\""}),
    [](const auto& test) { return test.param.rule; });

TEST(FileOptions, DefaultIsAsGoodAsWritten) {
  EXPECT_THAT(Compare("", "option cc_enable_arenas = true;\n", "FILE_SAME_CC_ENABLE_ARENAS"),
              IsEmpty());
  EXPECT_THAT(Compare("", "option optimize_for = SPEED;\n", "FILE_SAME_OPTIMIZE_FOR"), IsEmpty());
}

TEST(FileOptions, RemovedOnesPointAtTheFile) {
  const auto result =
      CompareTexts({{"a.proto", "syntax = \"proto3\";\noption go_package = \"a\";\n"}},
                   {{"a.proto", "syntax = \"proto3\";\n"}},
                   {{"FILE_SAME_GO_PACKAGE"}, true});
  ASSERT_THAT(ToLines(result.findings),
              ElementsAre("a.proto: File option \"go_package\" changed from \"a\" to \"\"."));
  EXPECT_EQ(finding::ToString(result.findings[0].previous), "a.proto:2:1");
}

TEST(FileOptions, ControlCharactersAreEscaped) {
  EXPECT_THAT(
      Compare("option swift_prefix = \"a\\n\\x01\\x7f\";\n", "", "FILE_SAME_SWIFT_PREFIX"),
      ElementsAre(
          "a.proto: File option \"swift_prefix\" changed from \"a\\n\\x01\\x7f\" to \"\"."));
}

TEST(FileSyntax, MissingMeansProto2) {
  const Texts none{{"a.proto", "message A {}\n"}};
  const Texts proto2{{"a.proto", "syntax = \"proto2\";\nmessage A {}\n"}};
  const Texts proto3{{"a.proto", "syntax = \"proto3\";\nmessage A {}\n"}};
  EXPECT_THAT(FindingLines(none, proto2, {{"FILE_SAME_SYNTAX"}, true}), IsEmpty());
  EXPECT_THAT(FindingLines(none, proto3, {{"FILE_SAME_SYNTAX"}, true}),
              ElementsAre("a.proto:1:1: File syntax changed from \"proto2\" to \"proto3\"."));
  EXPECT_THAT(FindingLines(proto3, none, {{"FILE_SAME_SYNTAX"}, true}),
              ElementsAre("a.proto: File syntax changed from \"proto3\" to \"proto2\"."));
}

TEST(FilePackage, PointsAtTheStatement) {
  const Texts none{{"a.proto", "syntax = \"proto3\";\n"}};
  const Texts some{{"a.proto", "syntax = \"proto3\";\npackage p;\n"}};
  EXPECT_THAT(FindingLines(none, some, {{"FILE_SAME_PACKAGE"}, true}),
              ElementsAre("a.proto:2:1: File package changed from \"\" to \"p\"."));
  EXPECT_THAT(FindingLines(some, none, {{"FILE_SAME_PACKAGE"}, true}),
              ElementsAre("a.proto: File package changed from \"p\" to \"\"."));
}

}  // namespace
}  // namespace accord::breaking
