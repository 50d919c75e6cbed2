#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "option_files.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> Find(const std::string& before, const std::string& after) {
  const auto method = [](const std::string& options) {
    return WithOptions(
        "message M { string a = 1; string b = 2; } message N {}\n"
        "service S { rpc Run(M) returns (M) {\n" +
        options + "\n} }");
  };
  return FindingLines(
      method(before), method(after), {{"RPC_SAME_METHOD_SIGNATURE", "RPC_SAME_OPERATION_INFO"}});
}

std::string Signature(const std::string& fields) {
  return "option (google.api.method_signature) = \"" + fields + "\";";
}

std::string Operation(const std::string& info) {
  return "option (google.longrunning.operation_info) = { " + info + " };";
}

TEST(MethodSignature, Changed) {
  EXPECT_THAT(Find(Signature("a"), Signature("a,b")),
              ElementsAre("a.proto:4:1: RPC \"Run\" on service \"S\" changed method signature from "
                          "\"a\" to \"a,b\"."));
}

TEST(MethodSignature, Dropped) {
  EXPECT_THAT(Find(Signature("a") + Signature("b"), "\n" + Signature("b")),
              ElementsAre("a.proto:5:1: RPC \"Run\" on service \"S\" no longer has the method "
                          "signature \"a\"."));
}

TEST(MethodSignature, OrderBlanksAndAdditionsAreFree) {
  EXPECT_THAT(Find(Signature("a,b") + Signature("b"), Signature("b") + Signature("a, b")),
              IsEmpty());
  EXPECT_THAT(Find(Signature("a"), Signature("a") + Signature("b")), IsEmpty());
}

TEST(OperationInfo, OtherTypes) {
  EXPECT_THAT(
      Find(Operation("response_type: \"M\" metadata_type: \"N\""),
           Operation("response_type: \"N\" metadata_type: \"M\"")),
      ElementsAre(HasSubstr("changed operation metadata type from \"acme.N\" to \"acme.M\""),
                  HasSubstr("changed operation response type from \"acme.M\" to \"acme.N\"")));
}

TEST(OperationInfo, FullAndShortNamesAreTheSame) {
  EXPECT_THAT(Find(Operation("response_type: \"M\""), Operation("response_type: \"acme.M\"")),
              IsEmpty());
}

TEST(OperationInfo, Dropped) {
  EXPECT_THAT(Find(Operation("response_type: \"M\""), ""),
              ElementsAre("a.proto:3:13: RPC \"Run\" on service \"S\" changed operation response "
                          "type from \"acme.M\" to \"\"."));
  EXPECT_THAT(Find("", Operation("response_type: \"M\"")), IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
