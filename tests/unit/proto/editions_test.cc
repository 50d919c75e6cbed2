#include "proto/editions.h"

#include <memory>

#include <gmock/gmock.h>
#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include "accord/proto/rules.h"

#include "proto/feature_fields.h"
#include "proto/lower.h"
#include "tests/unit/proto/memory_sources.h"

namespace accord::proto {
namespace {

namespace pb = google::protobuf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string Place(const finding::Span& span) {
  return std::to_string(span.start.line) + ":" + std::to_string(span.start.column) + "-" +
         std::to_string(span.end.line) + ":" + std::to_string(span.end.column);
}

struct Compiled {
  explicit Compiled(std::map<std::string, std::string> files)
      : image(CompileAll(std::make_shared<MemorySources>(std::move(files)), findings)) {}
  explicit Compiled(const std::string& text)
      : Compiled(std::map<std::string, std::string>{{"a.proto", text}}) {}

  std::string Of(const ElementPath& path) const {
    EXPECT_THAT(findings, IsEmpty()) << findings[0].message;
    return image->files().empty() ? "" : Place(image->SpanOf(*image->files()[0], path));
  }
  /// Place and text of the only finding.
  std::string Said() const {
    EXPECT_THAT(findings, SizeIs(1));
    return findings.empty() ? "" : Place(findings[0].span) + " " + findings[0].message;
  }

  std::vector<finding::Finding> findings;
  std::unique_ptr<Image> image;
};

TEST(Editions, ReservedNamesKeepTheirPlacesAndThoseBehindThem) {
  const Compiled c(
      "// first\nedition = \"2023\"; package p;\n"
      "message M {\n"
      "  reserved foo, b; reserved 5 to 7; int32 x = 1;\n"
      "\treserved\ta,\tbc;\tint32 y = 2; // trailing\n"
      "  int32 z = 3;\n"
      "}\n"
      "enum E { A = 0; reserved X,\n  Y; }\n");
  EXPECT_EQ(c.Of({12}), "2:1-2:18");
  EXPECT_EQ(c.Of({2}), "2:19-2:29");
  EXPECT_EQ(c.Of({4, 0, 10, 0}), "4:12-4:15");
  EXPECT_EQ(c.Of({4, 0, 10, 1}), "4:17-4:18");
  EXPECT_EQ(c.Of({4, 0, 9, 0}), "4:29-4:35");
  EXPECT_EQ(c.Of({4, 0, 2, 0, 1}), "4:43-4:44");
  EXPECT_EQ(c.Of({4, 0, 10, 2}), "5:11-5:12");
  EXPECT_EQ(c.Of({4, 0, 10, 3}), "5:14-5:16");
  EXPECT_EQ(c.Of({4, 0, 2, 1, 1}), "5:24-5:25");
  EXPECT_EQ(c.Of({4, 0, 2, 2}), "6:3-6:15");
  EXPECT_EQ(c.Of({5, 0, 5, 1}), "9:3-9:4");
  EXPECT_EQ(c.Of({5, 0}), "8:1-9:7");
  const pb::Descriptor& message = *c.image->files()[0]->message_type(0);
  EXPECT_EQ(message.reserved_name_count(), 4);
  EXPECT_EQ(message.reserved_name(3), "bc");
}

TEST(Editions, TheStatementMayBeSpreadAndFollowAByteOrderMark) {
  const Compiled c(
      "\xEF\xBB\xBF/* x */ edition // why\n  = /* 1 */ '2023'\n; message M { reserved r; }\n");
  EXPECT_EQ(c.Of({12}), "1:9-3:2");
  EXPECT_EQ(c.Of({4, 0}), "3:3-3:28");
  EXPECT_EQ(c.Of({4, 0, 10, 0}), "3:24-3:25");
}

TEST(Editions, AFieldMayBeCalledReserved) {
  const Compiled c("edition = \"2023\";\nmessage M { int32 reserved = 1; }\n");
  EXPECT_EQ(c.Of({4, 0, 2, 0, 1}), "2:19-2:27");
}

TEST(Editions, FeaturesStandUnderTheirNumbers) {
  const Compiled c(
      "edition = \"2023\";\nmessage M {\n"
      "  int32 a = 1 [features.field_presence = IMPLICIT];\n"
      "  int32 b = 2 [features = { field_presence: IMPLICIT }];\n}\n");
  EXPECT_EQ(c.Of({4, 0, 2, 0, 8, 21, 1}), "3:16-3:50");
  EXPECT_EQ(c.Of({4, 0, 2, 1, 8, 21}), "4:16-4:55");
  EXPECT_EQ(c.image->FeaturesOf(*c.image->pool().FindFieldByName("M.b")).presence,
            Features::Presence::kImplicit);
}

TEST(Editions, WhatOnlyOneOlderSyntaxAllowsIsAllowed) {
  const Compiled c(
      "edition = \"2023\";\nmessage M {\n  int32 a = 1 [default = 5];\n  extensions 10 to 20;\n"
      "  map<string, E> m = 2;\n}\nextend M { int32 e = 10; }\nenum E { ZERO = 0; }\n"
      "enum C { option features.enum_type = CLOSED; ONE = 1; }\n");
  EXPECT_THAT(c.findings, IsEmpty());
  EXPECT_EQ(c.image->pool().FindFieldByName("M.a")->default_value_int32(), 5);
}

TEST(Editions, OthersAreNotSupported) {
  const Compiled c("\nedition = \"2024\";\nmessage M {}\n");
  EXPECT_EQ(c.Said(), "2:1-2:18 edition 2024 is not supported; 2023 is");
  EXPECT_EQ(c.findings[0].rule, &kProtoEdition);
  EXPECT_THAT(c.image->files(), IsEmpty());
}

TEST(Editions, FilesOfOtherEditionsInDescriptorSetsAreLeftOut) {
  pb::FileDescriptorProto file;
  file.set_name("a.proto");
  EXPECT_TRUE(IsSupportedSyntax(file));
  file.set_syntax("editions");
  EXPECT_FALSE(IsSupportedSyntax(file));
  pb::UnknownFieldSet& unknown = *file.GetReflection()->MutableUnknownFields(&file);
  unknown.AddVarint(kEditionField, kEdition2023);
  EXPECT_TRUE(IsSupportedSyntax(file));
  unknown.mutable_field(0)->set_varint(kEdition2023 + 1);
  EXPECT_FALSE(IsSupportedSyntax(file));
}

TEST(Editions, KeywordsOfOlderSyntaxesAreErrors) {
  const std::string head = "edition = \"2023\";\nmessage M {\n  reserved x; ";
  EXPECT_THAT(Compiled(head + "optional int32 a = 1; }").Said(),
              HasSubstr("3:15-3:23 \"optional\" does not exist"));
  EXPECT_THAT(Compiled(head + "required int32 a = 1; }").Said(),
              HasSubstr("3:15-3:23 \"required\" does not exist"));
  EXPECT_THAT(Compiled(head + "repeated group G = 1 {} }").Said(),
              HasSubstr("3:24-3:29 groups do not exist"));
  EXPECT_THAT(Compiled(head + "} extend M { optional int32 a = 1; }").Said(),
              HasSubstr("\"optional\" does not exist"));
}

TEST(Editions, ReservedNamesInQuotesAreErrors) {
  EXPECT_THAT(Compiled("edition = \"2023\";\nmessage M { reserved \"a\"; }\n").Said(),
              HasSubstr("2:22-2:25 reserved names are written without quotes"));
}

TEST(Editions, SyntaxErrorsStandInTheOriginalText) {
  EXPECT_THAT(Compiled("edition = \"2023\";\nmessage M { reserved a, b; int32 = 1; }\n").Said(),
              HasSubstr("2:34-2:34 "));
  EXPECT_THAT(Compiled("edition = 2023;\n").Said(), HasSubstr("expected a statement like"));
}

TEST(Editions, FeaturesThatMeanNothingAreErrors) {
  const auto field = [](const std::string& statement) {
    return Compiled("edition = \"2023\";\nmessage M {\n  " + statement + "\n}\n").Said();
  };
  EXPECT_THAT(field("int32 a = 1 [features.nothing = YES];"), HasSubstr("3:16-3:32 "));
  EXPECT_THAT(field("int32 a = 1 [features.field_presence = MAYBE];"), HasSubstr("3:16-"));
  EXPECT_EQ(field("int32 a = 1 [features.enum_type = OPEN];"),
            "3:16-3:41 features.enum_type has no meaning here");
  EXPECT_EQ(field("option features.field_presence = IMPLICIT;"),
            "3:3-3:45 features.field_presence has no meaning here");
  EXPECT_THAT(field("repeated int32 a = 1 [features.field_presence = IMPLICIT];"),
              HasSubstr("cannot be set on a repeated field"));
  EXPECT_THAT(field("oneof o { int32 a = 1 [features.field_presence = EXPLICIT]; }"),
              HasSubstr("cannot be set on a member of a oneof"));
  EXPECT_THAT(field("M a = 1 [features.field_presence = IMPLICIT];"),
              HasSubstr("cannot be IMPLICIT on a message field"));
}

TEST(Editions, WhatHasWrongFeaturesIsLeftOutWithItsImporters) {
  const Compiled c(
      {{"a.proto", "edition = \"2023\";\noption features.bad = X;\n"},
       {"b.proto", "edition = \"2023\";\nmessage M { option features.enum_type = OPEN; }\n"},
       {"c.proto", "edition = \"2023\";\nimport \"b.proto\";\n"}});
  EXPECT_THAT(c.image->files(), IsEmpty());
  ASSERT_THAT(c.findings, SizeIs(3));
  EXPECT_THAT(c.findings[2].message, HasSubstr("c.proto"));
}

}  // namespace
}  // namespace accord::proto
