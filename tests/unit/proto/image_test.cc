#include "accord/proto/image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/proto/rules.h"

#include "tests/unit/proto/memory_sources.h"

namespace accord::proto {
namespace {

using finding::Finding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

struct Compiled {
  using Files = std::map<std::string, std::string>;

  explicit Compiled(Files files)
      : image(CompileAll(std::make_shared<MemorySources>(std::move(files)), findings)) {}

  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto* file : image->files()) {
      names.push_back(file->name());
    }
    return names;
  }

  std::vector<Finding> findings;
  std::unique_ptr<Image> image;
};

std::string Place(const finding::Span& span) {
  return span.file + ":" + std::to_string(span.start.line) + ":" +
         std::to_string(span.start.column) + "-" + std::to_string(span.end.line) + ":" +
         std::to_string(span.end.column);
}

TEST(ImageCompile, BuildsImportsFirstAndKnowsTheWellKnownTypes) {
  const Compiled c(Compiled::Files{{"a.proto",
                                    "syntax = \"proto3\";\nimport \"z.proto\";\n"
                                    "import \"google/protobuf/timestamp.proto\";\n"
                                    "message A { Z z = 1; google.protobuf.Timestamp at = 2; }\n"},
                                   {"z.proto", "syntax = \"proto3\";\nmessage Z {}\n"}});
  EXPECT_THAT(c.findings, IsEmpty());
  EXPECT_THAT(c.Names(), ElementsAre("a.proto", "z.proto"));
}

TEST(ImageCompile, VendoredWellKnownTypesWinOverTheBuiltInOnes) {
  const Compiled c(
      Compiled::Files{{"a.proto",
                       "syntax = \"proto3\";\nimport \"google/protobuf/any.proto\";\n"
                       "message A { google.protobuf.Mine m = 1; }\n"},
                      {"google/protobuf/any.proto",
                       "syntax = \"proto3\";\npackage google.protobuf;\nmessage Mine {}\n"}});
  EXPECT_THAT(c.findings, IsEmpty());
  EXPECT_THAT(c.Names(), SizeIs(2));
}

TEST(ImageCompile, SaysAMissingImportOnceAndGoesOn) {
  const Compiled c(Compiled::Files{
      {"a.proto", "syntax = \"proto3\";\n  import \"gone.proto\";\nmessage A {}\n"},
      {"b.proto", "syntax = \"proto3\";\nimport \"gone.proto\";\n"},
      {"c.proto", "syntax = \"proto3\";\nimport \"a.proto\";\nmessage C { A a = 1; }\n"},
      {"d.proto", "syntax = \"proto3\";\nmessage D {}\n"}});
  EXPECT_THAT(c.Names(), ElementsAre("d.proto"));
  ASSERT_THAT(c.findings, SizeIs(2));
  EXPECT_EQ(c.findings[0].rule, &kProtoImportMissing);
  EXPECT_EQ(Place(c.findings[0].span), "a.proto:2:3-2:23");
  EXPECT_THAT(c.findings[0].message, HasSubstr("2 files import it"));
  EXPECT_EQ(c.findings[1].rule, &kProtoInvalid);
  EXPECT_THAT(c.findings[1].message, HasSubstr("c.proto"));
}

TEST(ImageCompile, ShowsAnImportCycle) {
  const Compiled c(Compiled::Files{{"a.proto", "import \"b.proto\";\n"},
                                   {"b.proto", "import \"c.proto\";\n"},
                                   {"c.proto", "\nimport \"b.proto\";\n"},
                                   {"d.proto", "message D {}\n"}});
  EXPECT_THAT(c.Names(), ElementsAre("d.proto"));
  ASSERT_THAT(c.findings, SizeIs(2));
  EXPECT_EQ(c.findings[0].rule, &kProtoImportCycle);
  EXPECT_THAT(c.findings[0].message, HasSubstr("b.proto -> c.proto -> b.proto"));
  EXPECT_EQ(Place(c.findings[0].span), "c.proto:2:1-2:18");
  EXPECT_THAT(c.findings[1].message, HasSubstr("a.proto"));
}

TEST(ImageCompile, AFileThatImportsItselfIsACycle) {
  const Compiled c(Compiled::Files{{"a.proto", "import \"a.proto\";\n"}});
  ASSERT_THAT(c.findings, SizeIs(1));
  EXPECT_THAT(c.findings[0].message, HasSubstr("a.proto -> a.proto"));
}

TEST(ImageCompile, ManyCyclesAmongTheSameFilesAreSaidOncePerFile) {
  constexpr int kFiles = 40;
  Compiled::Files files;
  for (int i = 0; i < kFiles; ++i) {
    std::string text = "syntax = \"proto3\";\n";
    for (int other = 0; other < kFiles; ++other) {
      text += "import \"" + std::to_string(other) + ".proto\";\n";
    }
    files.emplace(std::to_string(i) + ".proto", text);
  }
  const Compiled c(files);
  EXPECT_THAT(c.Names(), IsEmpty());
  EXPECT_LE(c.findings.size(), static_cast<std::size_t>(kFiles));
  for (const Finding& finding : c.findings) {
    EXPECT_LT(finding.message.size(), 300U);
  }
}

TEST(ImageCompile, ALongChainOfPublicImportsIsNoProblem) {
  constexpr int kLength = 2000;
  Compiled::Files files;
  for (int i = 0; i < kLength; ++i) {
    files.emplace(std::to_string(i) + ".proto",
                  "syntax = \"proto3\"; import public \"" + std::to_string(i + 1) + ".proto\";");
  }
  files.emplace(std::to_string(kLength) + ".proto", "syntax = \"proto3\"; message M {}");
  const Compiled c(files);
  EXPECT_THAT(c.findings, IsEmpty());
}

TEST(ImageCompile, ANameThatIsAPackageElsewhereIsADuplicate) {
  const Compiled c(
      Compiled::Files{{"a.proto", "syntax = \"proto3\";\npackage p.q;\nmessage M {}\n"},
                      {"b.proto", "syntax = \"proto3\";\npackage p;\nmessage q {}\n"}});
  ASSERT_THAT(c.findings, SizeIs(1));
  EXPECT_EQ(c.findings[0].rule, &kProtoDuplicateSymbol);
  EXPECT_EQ(Place(c.findings[0].span), "b.proto:3:9-3:10");
  ASSERT_THAT(c.findings[0].related, SizeIs(1));
  EXPECT_EQ(Place(c.findings[0].related[0].span), "a.proto:2:1-2:13");
}

TEST(ImageCompile, AMemberThatIsDefinedTwiceInAFileIsInvalid) {
  const Compiled c(
      Compiled::Files{{"a.proto", "syntax = \"proto3\";\nmessage M {}\nenum M { A = 0; }\n"}});
  ASSERT_THAT(c.findings, SizeIs(1));
  EXPECT_EQ(c.findings[0].rule, &kProtoInvalid);
  EXPECT_EQ(Place(c.findings[0].span), "a.proto:3:6-3:7");
}

TEST(ImageCompile, ASyntaxErrorLeavesOutTheFileAndItsImporters) {
  const Compiled c(Compiled::Files{{"a.proto", "syntax = \"proto3\";\nmessage A {\n"},
                                   {"b.proto", "syntax = \"proto3\";\nimport \"a.proto\";\n"},
                                   {"c.proto", "syntax = \"proto3\";\nimport \"b.proto\";\n"}});
  EXPECT_THAT(c.Names(), IsEmpty());
  ASSERT_THAT(c.findings, SizeIs(2));
  EXPECT_EQ(c.findings[0].rule, &kProtoSyntax);
  EXPECT_THAT(c.findings[1].message, HasSubstr("b.proto, c.proto"));
}

TEST(ImageCompile, ShowsBothPlacesOfASymbolThatIsDefinedTwice) {
  const Compiled c(
      Compiled::Files{{"a.proto", "syntax = \"proto3\";\npackage p;\nmessage Order {}\n"},
                      {"b.proto", "syntax = \"proto3\";\npackage p;\nmessage  Order {}\n"}});
  EXPECT_THAT(c.Names(), ElementsAre("a.proto"));
  ASSERT_THAT(c.findings, SizeIs(1));
  EXPECT_EQ(c.findings[0].rule, &kProtoDuplicateSymbol);
  EXPECT_EQ(Place(c.findings[0].span), "b.proto:3:10-3:15");
  ASSERT_THAT(c.findings[0].related, SizeIs(1));
  EXPECT_EQ(Place(c.findings[0].related[0].span), "a.proto:3:9-3:14");
}

TEST(ImageCompile, PutsLinkErrorsAtTheElement) {
  const Compiled c(Compiled::Files{{"a.proto",
                                    "syntax = \"proto3\";\n"
                                    "message A {\n"
                                    "  Nowhere n = 1;\n"
                                    "  string s = 2;\n"
                                    "  string t = 2;\n"
                                    "  string u = 3 [nonsense = true];\n"
                                    "}\n"
                                    "service S { rpc Get(A) returns (Void); }\n"}});
  EXPECT_THAT(c.Names(), IsEmpty());
  std::vector<std::string> places;
  for (const Finding& finding : c.findings) {
    EXPECT_EQ(finding.rule, &kProtoInvalid) << finding.message;
    places.push_back(Place(finding.span));
  }
  EXPECT_THAT(
      places,
      testing::UnorderedElementsAre("a.proto:3:3-3:10", "a.proto:5:14-5:15", "a.proto:8:33-8:37"));
}

TEST(ImageCompile, AnImportThatIsRepeatedIsSaidAtItsSecondPlace) {
  const Compiled c(Compiled::Files{
      {"a.proto", "syntax = \"proto3\";\nimport \"b.proto\";\nimport \"b.proto\";\n"},
      {"b.proto", "syntax = \"proto3\";\n"}});
  EXPECT_THAT(c.Names(), ElementsAre("b.proto"));
  ASSERT_THAT(c.findings, SizeIs(1));
  EXPECT_EQ(c.findings[0].rule, &kProtoInvalid);
  EXPECT_EQ(Place(c.findings[0].span), "a.proto:3:1-3:18");
}

TEST(ImageCompile, ATypeThatIsNotImportedIsSaidWhereItIsUsed) {
  const Compiled c(
      Compiled::Files{{"a.proto", "syntax = \"proto3\";\nmessage A {}\n"},
                      {"b.proto", "syntax = \"proto3\";\nmessage B { map<string, A> a = 1; }\n"}});
  ASSERT_THAT(c.findings, SizeIs(1));
  EXPECT_THAT(c.findings[0].message, HasSubstr("a.proto"));
  EXPECT_EQ(Place(c.findings[0].span), "b.proto:2:13-2:27");
}

TEST(ImageCompile, AnUnknownOptionIsSaidAtItsName) {
  const Compiled c(Compiled::Files{
      {"a.proto", "syntax = \"proto3\";\nmessage A {\n  string u = 3 [(no.such) = true];\n}\n"}});
  ASSERT_THAT(c.findings, SizeIs(1));
  EXPECT_EQ(Place(c.findings[0].span), "a.proto:3:17-3:26");
}

TEST(ImageCompile, NothingIsPrintedAboutAMissingSyntax) {
  testing::internal::CaptureStderr();
  const Compiled c(Compiled::Files{{"a.proto", "message A { optional int32 x = 1; }\n"}});
  EXPECT_THAT(testing::internal::GetCapturedStderr(), IsEmpty());
  EXPECT_THAT(c.findings, IsEmpty());
  EXPECT_EQ(c.image->SyntaxOf(*c.image->files().at(0)), "proto2");
}

TEST(ImageCompile, ALongChainOfImportsIsNoProblem) {
  constexpr int kLength = 10000;
  std::map<std::string, std::string> files;
  for (int i = 0; i < kLength; ++i) {
    files.emplace(std::to_string(i) + ".proto",
                  i + 1 == kLength
                      ? "syntax = \"proto3\";"
                      : "syntax = \"proto3\"; import \"" + std::to_string(i + 1) + ".proto\";");
  }
  const Compiled c(std::move(files));
  EXPECT_THAT(c.findings, IsEmpty());
  EXPECT_THAT(c.Names(), SizeIs(kLength));
}

TEST(ImageCompile, OnlyTheAskedFilesAreListed) {
  std::vector<Finding> findings;
  const auto sources = std::make_shared<MemorySources>(
      std::map<std::string, std::string>{{"a.proto", "syntax = \"proto3\";\nimport \"b.proto\";\n"},
                                         {"b.proto", "syntax = \"proto3\";\nmessage B {}\n"}});
  const std::vector<std::string> paths = {"a.proto"};
  const auto image = Image::Compile(sources, paths, findings);
  ASSERT_THAT(image->files(), SizeIs(1));
  EXPECT_EQ(image->files()[0]->name(), "a.proto");
  EXPECT_NE(image->pool().FindMessageTypeByName("B"), nullptr);
}

}  // namespace
}  // namespace accord::proto
