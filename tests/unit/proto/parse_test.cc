#include "proto/parse.h"

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include "accord/proto/rules.h"

#include "proto/parse_checks.h"

namespace accord::proto {
namespace {

namespace pb = google::protobuf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Parsed {
  explicit Parsed(std::string_view text, bool locations = false)
      : ok(ParseText({"a.proto", "in/a.proto"}, text, locations, file, findings)) {}

  std::vector<std::string> Texts() const {
    std::vector<std::string> texts;
    for (const finding::Finding& finding : findings) {
      texts.push_back(std::string(finding.rule->id) + " " + ToString(finding.span) + " " +
                      finding.message + " | " + finding.span.source_line);
    }
    return texts;
  }

  pb::FileDescriptorProto file;
  std::vector<finding::Finding> findings;
  bool ok;
};

std::string Nested(std::uint32_t depth) {
  std::string text = "syntax = \"proto3\";\n";
  for (std::uint32_t i = 0; i < depth; ++i) {
    text += "message M {\n";
  }
  return text + std::string(depth, '}');
}

TEST(ParseText, AGoodFile) {
  const Parsed parsed("syntax = \"proto3\"; package p; message A { int32 a = 1; }");
  EXPECT_TRUE(parsed.ok);
  EXPECT_THAT(parsed.findings, IsEmpty());
  EXPECT_EQ(parsed.file.package(), "p");
}

TEST(ParseText, NothingIsPrintedAboutAFileWithoutSyntax) {
  testing::internal::CaptureStderr();
  EXPECT_TRUE(Parsed("message A {}").ok);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(ParseText, AnErrorHasPlaceAndLineWithTabsAndUmlautsCounted) {
  EXPECT_THAT(Parsed("syntax = \"proto3\";\n/* \xC3\xA4 */\tmessage 7 {}\n").Texts(),
              ElementsAre("proto-syntax-error in/a.proto:2:17 Expected message name. | "
                          "/* \xC3\xA4 */\tmessage 7 {}"));
}

TEST(ParseText, SeveralErrorsAreTold) {
  EXPECT_THAT(
      Parsed("syntax = \"proto3\";\nmessage A { int32 = 1; }\nmessage B { int32 b; }\n").Texts(),
      ElementsAre(HasSubstr("in/a.proto:2:19"), HasSubstr("in/a.proto:3:20")));
}

TEST(ParseText, ErrorsWithoutEndAreCutShort) {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += "nonsense;\n";
  }
  const Parsed parsed(text);
  EXPECT_FALSE(parsed.ok);
  EXPECT_THAT(parsed.findings, SizeIs(20));
}

TEST(ParseText, AByteOrderMarkMovesNothing) {
  const Parsed parsed("\xEF\xBB\xBFsyntax = \"proto3\"; massage A {}");
  EXPECT_THAT(parsed.Texts(), ElementsAre(HasSubstr("in/a.proto:1:20 ")));
  const Parsed good("\xEF\xBB\xBFmessage A {}", true);
  EXPECT_TRUE(good.ok);
  EXPECT_EQ(good.file.source_code_info().location(1).span(1), 0);
}

TEST(ParseText, TextThatIsNotUtf8) {
  EXPECT_THAT(Parsed("message A {}\n// caf\xE9 au lait\n").Texts(),
              ElementsAre("proto-unreadable in/a.proto:2:7 the text is not UTF-8: stray byte 0xE9 "
                          "| // caf\uFFFD"));
  EXPECT_THAT(Parsed("\xFF\xFEm\0e\0").Texts(), ElementsAre(HasSubstr("UTF-16")));
  EXPECT_THAT(Parsed("// \xC3").Texts(), ElementsAre(HasSubstr("1:4 the text is not UTF-8")));
}

TEST(ParseText, NulBytesAreRefused) {
  EXPECT_THAT(Parsed(std::string_view("// a\n//\0\n", 9)).Texts(),
              ElementsAre("proto-unreadable in/a.proto:2:3 the text holds a NUL byte | //\uFFFD"));
}

TEST(ParseText, DeepNestingIsRefusedAtTheBraceThatIsTooMuch) {
  EXPECT_TRUE(Parsed(Nested(kMaxDepth)).ok);
  EXPECT_THAT(Parsed(Nested(kMaxDepth + 1)).Texts(),
              ElementsAre(HasSubstr("proto-too-deep in/a.proto:102:11 ")));
  EXPECT_THAT(Parsed(Nested(1'000'000)).Texts(), ElementsAre(HasSubstr("proto-too-deep")));
  EXPECT_THAT(Parsed("syntax = \"proto3\"; " + std::string(1'000'000, '{')).Texts(),
              ElementsAre(HasSubstr("proto-too-deep")));
}

TEST(ParseText, EditionsGoTheirOwnWay) {
  const Parsed known("edition = \"2023\";\nmessage A { int32 a = 1; }\n");
  EXPECT_TRUE(known.ok);
  EXPECT_EQ(known.file.name(), "a.proto");
  const Parsed unknown("edition = \"1999\";\nmessage A {}\n");
  EXPECT_FALSE(unknown.ok);
  ASSERT_THAT(unknown.findings, SizeIs(1));
  EXPECT_EQ(unknown.findings[0].rule, &kProtoEdition);
  EXPECT_EQ(unknown.findings[0].span.file, "in/a.proto");
}

TEST(ProtoRules, HaveDistinctIdsAndExplanations) {
  std::vector<std::string_view> ids;
  for (const finding::RuleInfo* rule : Rules()) {
    EXPECT_FALSE(rule->summary.empty()) << rule->id;
    EXPECT_FALSE(rule->explanation.empty()) << rule->id;
    EXPECT_THAT(ids, testing::Not(testing::Contains(rule->id)));
    ids.push_back(rule->id);
  }
  EXPECT_THAT(ids, SizeIs(10));
}

}  // namespace
}  // namespace accord::proto
