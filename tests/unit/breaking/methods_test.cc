#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string Service(const std::string& rpc) {
  return "syntax = \"proto3\";\npackage p;\nmessage A { int32 a = 1; }\nmessage B { string b = 1; "
         "}\nservice S {\n  rpc " +
         rpc + "\n}\n";
}

std::vector<std::string> Compare(const std::string& before,
                                 const std::string& after,
                                 const std::string& rule,
                                 bool like_buf = true) {
  return FindingLines(
      {{"a.proto", Service(before)}}, {{"a.proto", Service(after)}}, {{rule}, like_buf});
}

TEST(MethodTypes, PointAtTheTypeName) {
  EXPECT_THAT(
      Compare("R(A) returns (A);", "R(B) returns (A);", "RPC_SAME_REQUEST_TYPE"),
      ElementsAre(
          "a.proto:6:9: RPC \"R\" on service \"S\" changed request type from \"p.A\" to \"p.B\"."));
  EXPECT_THAT(Compare("R(A) returns (A);", "R(A) returns (B);", "RPC_SAME_RESPONSE_TYPE"),
              ElementsAre("a.proto:6:21: RPC \"R\" on service \"S\" changed response type from "
                          "\"p.A\" to \"p.B\"."));
}

TEST(MethodTypes, MovedTypesAreTheSame) {
  const std::string head = "syntax = \"proto3\";\npackage p;\n";
  const std::string service = "message Q {}\nservice S { rpc R(Q) returns (";
  const Texts before{
      {"a.proto", head + "message Old { string id = 1; int64 n = 2; }\n" + service + "Old); }"}};
  const Texts after{
      {"a.proto", head + "message New { string id = 1; int64 n = 2; }\n" + service + "New); }"}};
  EXPECT_EQ(FindingLines(before, after, {{"RPC_SAME_RESPONSE_TYPE"}, true}).size(), 1U);
  EXPECT_THAT(FindingLines(before, after, {{"RPC_SAME_RESPONSE_TYPE"}, false}), IsEmpty());
}

TEST(MethodStreaming, SaysBothWays) {
  const std::string what = "a.proto:6:3: RPC \"R\" on service \"S\" changed from ";
  const std::string unary = "R(A) returns (A);";
  const std::string client = "R(stream A) returns (A);";
  const std::string server = "R(A) returns (stream A);";
  EXPECT_THAT(Compare(unary, client, "RPC_SAME_CLIENT_STREAMING"),
              ElementsAre(what + "client unary to client streaming."));
  EXPECT_THAT(Compare(client, unary, "RPC_SAME_CLIENT_STREAMING"),
              ElementsAre(what + "client streaming to client unary."));
  EXPECT_THAT(Compare(unary, server, "RPC_SAME_SERVER_STREAMING"),
              ElementsAre(what + "server unary to server streaming."));
  EXPECT_THAT(Compare(server, unary, "RPC_SAME_SERVER_STREAMING"),
              ElementsAre(what + "server streaming to server unary."));
}

const char* const kPlain = "R(A) returns (A) {}";
const char* const kFree =
    "R(A) returns (A) {\n    option idempotency_level = NO_SIDE_EFFECTS;\n  }";
const char* const kIdempotent =
    "R(A) returns (A) {\n    option idempotency_level = IDEMPOTENT;\n  }";

TEST(MethodIdempotency, PointsAtTheOption) {
  const std::vector<std::string> weaker{
      "a.proto:7:5: RPC \"R\" on service \"S\" changed option \"idempotency_level\" from "
      "\"NO_SIDE_EFFECTS\" to \"IDEMPOTENT\"."};
  EXPECT_EQ(Compare(kFree, kIdempotent, "RPC_SAME_IDEMPOTENCY_LEVEL", true), weaker);
  EXPECT_EQ(Compare(kFree, kIdempotent, "RPC_SAME_IDEMPOTENCY_LEVEL", false), weaker);
}

TEST(MethodIdempotency, WithdrawnPointsAtTheFileForBufAndAtTheMethodForUs) {
  const std::string what =
      ": RPC \"R\" on service \"S\" changed option \"idempotency_level\" from \"NO_SIDE_EFFECTS\" "
      "to \"IDEMPOTENCY_UNKNOWN\".";
  EXPECT_THAT(Compare(kFree, kPlain, "RPC_SAME_IDEMPOTENCY_LEVEL", true),
              ElementsAre("a.proto" + what));
  EXPECT_THAT(Compare(kFree, kPlain, "RPC_SAME_IDEMPOTENCY_LEVEL", false),
              ElementsAre("a.proto:6:3" + what));
}

TEST(MethodIdempotency, AStrongerPromiseBreaksNobody) {
  EXPECT_EQ(Compare(kPlain, kFree, "RPC_SAME_IDEMPOTENCY_LEVEL", true).size(), 1U);
  EXPECT_THAT(Compare(kPlain, kFree, "RPC_SAME_IDEMPOTENCY_LEVEL", false), IsEmpty());
  EXPECT_THAT(Compare(kIdempotent, kFree, "RPC_SAME_IDEMPOTENCY_LEVEL", false), IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
