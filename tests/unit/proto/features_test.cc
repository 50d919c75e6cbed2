#include "proto/features.h"

#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/proto/memory_sources.h"

namespace accord::proto {
namespace {

using Presence = Features::Presence;

struct Compiled {
  explicit Compiled(std::map<std::string, std::string> files)
      : image(CompileAll(std::make_shared<MemorySources>(std::move(files)), findings)) {
    EXPECT_THAT(findings, testing::IsEmpty()) << findings[0].message;
  }
  explicit Compiled(const std::string& text)
      : Compiled(std::map<std::string, std::string>{{"a.proto", text}}) {}

  Features Field(const std::string& name) const {
    const auto* field = image->pool().FindFieldByName(name);
    return image->FeaturesOf(field != nullptr ? *field : *image->pool().FindExtensionByName(name));
  }
  Features Enum(const std::string& name) const {
    return image->FeaturesOf(*image->pool().FindEnumTypeByName(name));
  }
  Features Message(const std::string& name) const {
    return image->FeaturesOf(*image->pool().FindMessageTypeByName(name));
  }
  std::string_view Syntax(const std::string& file) const {
    return image->SyntaxOf(*image->pool().FindFileByName(file));
  }

  std::vector<finding::Finding> findings;
  std::unique_ptr<Image> image;
};

TEST(Features, OfProto2) {
  const Compiled c(
      "syntax = \"proto2\";\nmessage M {\n optional int32 o = 1;\n required int32 r = 2;\n"
      " repeated int32 l = 3;\n repeated int32 p = 4 [packed = true];\n"
      " optional group G = 5 {}\n optional M m = 6;\n"
      " optional string cord = 7 [ctype = CORD];\n"
      " optional string piece = 8 [ctype = STRING_PIECE];\n}\nenum E { A = 1; }\n");
  EXPECT_EQ(c.Syntax("a.proto"), "proto2");
  EXPECT_EQ(c.Field("M.o").presence, Presence::kExplicit);
  EXPECT_EQ(c.Field("M.r").presence, Presence::kLegacyRequired);
  EXPECT_EQ(c.Field("M.l").presence, Presence::kImplicit);
  EXPECT_FALSE(c.Field("M.l").packed);
  EXPECT_TRUE(c.Field("M.p").packed);
  EXPECT_TRUE(c.Field("M.g").delimited);
  EXPECT_FALSE(c.Field("M.m").delimited);
  EXPECT_EQ(c.Field("M.o").utf8, Features::Utf8::kNone);
  EXPECT_EQ(c.Field("M.cord").cpp_string, Features::CppString::kCord);
  EXPECT_EQ(c.Field("M.piece").cpp_string, Features::CppString::kString);
  EXPECT_TRUE(c.Enum("E").closed_enum);
  EXPECT_EQ(c.Enum("E").json_format, Features::JsonFormat::kLegacyBestEffort);
  EXPECT_EQ(c.Message("M").json_format, Features::JsonFormat::kLegacyBestEffort);
}

TEST(Features, OfProto3) {
  const Compiled c(
      "syntax = \"proto3\";\nmessage M {\n int32 i = 1;\n optional int32 o = 2;\n"
      " repeated int32 p = 3;\n repeated int32 l = 4 [packed = false];\n M m = 5;\n"
      " oneof x { int32 in = 6; }\n}\nenum E { A = 0; }\n");
  EXPECT_EQ(c.Syntax("a.proto"), "proto3");
  EXPECT_EQ(c.Field("M.i").presence, Presence::kImplicit);
  EXPECT_EQ(c.Field("M.o").presence, Presence::kExplicit);
  EXPECT_EQ(c.Field("M.m").presence, Presence::kExplicit);
  EXPECT_EQ(c.Field("M.in").presence, Presence::kExplicit);
  EXPECT_TRUE(c.Field("M.p").packed);
  EXPECT_FALSE(c.Field("M.l").packed);
  EXPECT_EQ(c.Field("M.i").utf8, Features::Utf8::kVerify);
  EXPECT_FALSE(c.Enum("E").closed_enum);
  EXPECT_EQ(c.Message("M").json_format, Features::JsonFormat::kAllow);
}

TEST(Features, JavaStringCheckIsTheOlderFormOfAFeature) {
  const Compiled c(
      "syntax = \"proto2\";\noption java_string_check_utf8 = true;\n"
      "message M { optional string s = 1; }\n");
  EXPECT_EQ(c.Field("M.s").java_utf8, Features::JavaUtf8::kVerify);
}

TEST(Features, OfEditionsAreInherited) {
  const Compiled c(
      "edition = \"2023\";\n"
      "import \"google/protobuf/cpp_features.proto\";\n"
      "import \"google/protobuf/java_features.proto\";\n"
      "option features.field_presence = IMPLICIT;\n"
      "option features.utf8_validation = NONE;\n"
      "option features.(pb.cpp).string_type = VIEW;\n"
      "option features.(pb.java).utf8_validation = VERIFY;\n"
      "message M {\n"
      "  option features.json_format = LEGACY_BEST_EFFORT;\n"
      "  int32 i = 1;\n"
      "  int32 e = 2 [features.field_presence = EXPLICIT];\n"
      "  int32 r = 3 [features.field_presence = LEGACY_REQUIRED];\n"
      "  string s = 4 [features.utf8_validation = VERIFY];\n"
      "  string cord = 5 [features.(pb.cpp).string_type = CORD];\n"
      "  M d = 6 [features.message_encoding = DELIMITED];\n"
      "  M m = 7;\n"
      "  repeated int32 x = 8 [features.repeated_field_encoding = EXPANDED];\n"
      "  oneof o { int32 in = 9; }\n"
      "  message N { enum E { A = 0; } }\n"
      "}\n"
      "enum F { option features.enum_type = CLOSED; B = 0; }\n");
  EXPECT_EQ(c.Syntax("a.proto"), "editions");
  EXPECT_EQ(c.Field("M.i").presence, Presence::kImplicit);
  EXPECT_EQ(c.Field("M.e").presence, Presence::kExplicit);
  EXPECT_EQ(c.Field("M.r").presence, Presence::kLegacyRequired);
  EXPECT_EQ(c.Field("M.m").presence, Presence::kExplicit);
  EXPECT_EQ(c.Field("M.in").presence, Presence::kExplicit);
  EXPECT_EQ(c.Field("M.i").utf8, Features::Utf8::kNone);
  EXPECT_EQ(c.Field("M.s").utf8, Features::Utf8::kVerify);
  EXPECT_EQ(c.Field("M.s").cpp_string, Features::CppString::kView);
  EXPECT_EQ(c.Field("M.cord").cpp_string, Features::CppString::kCord);
  EXPECT_EQ(c.Field("M.s").java_utf8, Features::JavaUtf8::kVerify);
  EXPECT_TRUE(c.Field("M.d").delimited);
  EXPECT_FALSE(c.Field("M.m").delimited);
  EXPECT_FALSE(c.Field("M.x").packed);
  EXPECT_TRUE(c.Field("M.i").packed);
  EXPECT_EQ(c.Message("M.N").json_format, Features::JsonFormat::kLegacyBestEffort);
  EXPECT_EQ(c.Enum("M.N.E").json_format, Features::JsonFormat::kLegacyBestEffort);
  EXPECT_FALSE(c.Enum("M.N.E").closed_enum);
  EXPECT_TRUE(c.Enum("F").closed_enum);
}

TEST(Features, OfAMapFieldHoldForItsKeysAndValues) {
  const Compiled c(
      "edition = \"2023\";\nmessage M {\n"
      "  map<string, string> a = 1 [features.utf8_validation = NONE];\n"
      "  map<string, string> b = 2;\n}\n");
  EXPECT_EQ(c.Field("M.AEntry.key").utf8, Features::Utf8::kNone);
  EXPECT_EQ(c.Field("M.AEntry.value").utf8, Features::Utf8::kNone);
  EXPECT_EQ(c.Field("M.BEntry.value").utf8, Features::Utf8::kVerify);
}

TEST(Features, OfAProto3FileSurviveAnImportOfAnEditionsFile) {
  const Compiled c({{"e.proto", "edition = \"2023\";\nenum E { A = 0; }\n"},
                    {"p.proto",
                     "syntax = \"proto3\";\nimport \"e.proto\";\nmessage P {\n  E e = 1;\n"
                     "  optional int32 o = 2;\n  oneof x { int32 in = 3; }\n"
                     "  optional string s = 4 [deprecated = true];\n repeated int32 l = 5;\n}\n"},
                    {"q.proto",
                     "syntax = \"proto3\";\nimport \"p.proto\";\nmessage Q {\n  P p = 1;\n"
                     "  int32 i = 2;\n}\n"}});
  EXPECT_EQ(c.Syntax("p.proto"), "proto3");
  EXPECT_EQ(c.Syntax("q.proto"), "proto3");
  EXPECT_EQ(c.Field("P.e").presence, Presence::kImplicit);
  EXPECT_EQ(c.Field("P.o").presence, Presence::kExplicit);
  EXPECT_EQ(c.Field("P.s").presence, Presence::kExplicit);
  EXPECT_EQ(c.Field("P.in").presence, Presence::kExplicit);
  EXPECT_EQ(c.Field("Q.i").presence, Presence::kImplicit);
  EXPECT_TRUE(c.Field("P.l").packed);
  EXPECT_EQ(c.image->pool().FindMessageTypeByName("P")->oneof_decl_count(), 1);
}

}  // namespace
}  // namespace accord::proto
