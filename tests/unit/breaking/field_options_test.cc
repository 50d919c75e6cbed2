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
  return FindingLines({{"a.proto", before}}, {{"a.proto", after}}, {{rule}, false});
}

std::string Message(const std::string& head, const std::string& field) {
  return head + "message M {\n  " + field + "\n}\n";
}

const std::string kProto2 = "syntax = \"proto2\";\n";
const std::string kProto3 = "syntax = \"proto3\";\n";
const std::string kEdition = "edition = \"2023\";\n";

TEST(FieldJstype, MattersFor64BitIntegers) {
  EXPECT_THAT(
      Compare(Message(kProto3, "int64 id = 1 [jstype = JS_STRING];"),
              Message(kProto3, "int64 id = 1;"),
              "FIELD_SAME_JSTYPE"),
      ElementsAre("a.proto:3:3: Field \"1\" with name \"id\" on message \"M\" changed option "
                  "\"jstype\" from \"JS_STRING\" to \"JS_NORMAL\"."));
  EXPECT_THAT(Compare(Message(kProto3, "int64 id = 1 [jstype = JS_STRING];"),
                      Message(kProto3, "int32 id = 1;"),
                      "FIELD_SAME_JSTYPE"),
              IsEmpty());
}

TEST(FieldCppString, OptionAndFeatureSayTheSame) {
  const std::string head = kEdition + "import \"google/protobuf/cpp_features.proto\";\n";
  const std::string feature = "bytes b = 1 [features.(pb.cpp).string_type = CORD];";
  EXPECT_THAT(Compare(Message(head, "bytes b = 1 [ctype = CORD];"),
                      Message(head, feature),
                      "FIELD_SAME_CPP_STRING_TYPE"),
              IsEmpty());
  EXPECT_THAT(
      Compare(Message(head, "bytes b = 1;"), Message(head, feature), "FIELD_SAME_CPP_STRING_TYPE"),
      ElementsAre("a.proto:4:16: Field \"1\" with name \"b\" on message \"M\" changed C++ "
                  "string type from \"STRING\" to \"CORD\"."));
}

TEST(FieldCppString, APieceMayBecomeAString) {
  const std::string piece = Message(kProto3, "string s = 1 [ctype = STRING_PIECE];");
  const std::string plain = Message(kProto3, "string s = 1;");
  EXPECT_THAT(Compare(piece, plain, "FIELD_SAME_CPP_STRING_TYPE"), IsEmpty());
  EXPECT_THAT(Compare(plain, piece, "FIELD_SAME_CPP_STRING_TYPE"),
              ElementsAre("a.proto:3:17: Field \"1\" with name \"s\" on message \"M\" changed C++ "
                          "string type from \"STRING\" to \"STRING_PIECE\"."));
}

TEST(FieldUtf8, FollowsTheSyntax) {
  EXPECT_THAT(Compare(Message(kProto2, "optional string s = 1;"),
                      Message(kProto3, "string s = 1;"),
                      "FIELD_SAME_UTF8_VALIDATION"),
              ElementsAre("a.proto:3:3: Field \"1\" with name \"s\" on message \"M\" changed UTF8 "
                          "validation from NONE to VERIFY."));
  EXPECT_THAT(Compare(Message(kProto2, "optional bytes s = 1;"),
                      Message(kProto3, "string s = 1;"),
                      "FIELD_SAME_UTF8_VALIDATION"),
              IsEmpty());
}

TEST(FieldUtf8, PointsAtTheFeature) {
  EXPECT_THAT(Compare(Message(kEdition, "string s = 1;"),
                      Message(kEdition, "string s = 1 [features.utf8_validation = NONE];"),
                      "FIELD_SAME_UTF8_VALIDATION"),
              ElementsAre("a.proto:3:17: Field \"1\" with name \"s\" on message \"M\" changed UTF8 "
                          "validation from VERIFY to NONE."));
}

TEST(FieldJavaUtf8, FollowsTheOptionOfTheFile) {
  EXPECT_THAT(
      Compare(
          Message(kProto2, "optional string s = 1;"),
          Message(kProto2 + "option java_string_check_utf8 = true;\n", "optional string s = 1;"),
          "FIELD_SAME_JAVA_UTF8_VALIDATION"),
      ElementsAre("a.proto:2:1: Field \"1\" with name \"s\" on message \"M\" changed Java string "
                  "UTF8 validation from \"NONE\" to \"VERIFY\"."));
}

}  // namespace
}  // namespace accord::breaking
