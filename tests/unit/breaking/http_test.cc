#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "option_files.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::vector<std::string> kHttp = {"RPC_HTTP_NO_DELETE",
                                        "RPC_SAME_HTTP_METHOD",
                                        "RPC_SAME_HTTP_PATH",
                                        "RPC_SAME_HTTP_BODY",
                                        "RPC_SAME_HTTP_RESPONSE_BODY"};

Texts Method(const std::string& option) {
  return WithOptions(
      "message M { string id = 1; M m = 2; }\nservice S { rpc Get(M) returns (M) {\n" + option +
      "\n} }");
}

std::vector<std::string> Find(const std::string& before, const std::string& after) {
  return FindingLines(Method(before), Method(after), {kHttp});
}

std::string Option(const std::string& rule) {
  return "option (google.api.http) = { " + rule + " };";
}

TEST(Http, BindingGone) {
  EXPECT_THAT(Find(Option("get: \"/v1/{id}\""), ""),
              ElementsAre("a.proto:3:13: RPC \"Get\" on service \"S\" no longer has the HTTP "
                          "binding \"GET /v1/{id}\"."));
}

TEST(Http, AdditionalBindingGone) {
  EXPECT_THAT(
      Find(Option("get: \"/v1/a\" additional_bindings { post: \"/v1/b\" body: \"*\" }"),
           Option("get: \"/v1/a\"")),
      ElementsAre("a.proto:4:1: RPC \"Get\" on service \"S\" no longer has the HTTP binding \"POST "
                  "/v1/b\"."));
}

TEST(Http, OtherVerb) {
  EXPECT_THAT(Find(Option("put: \"/v1/a\""), Option("patch: \"/v1/a\"")),
              ElementsAre("a.proto:4:1: RPC \"Get\" on service \"S\" changed HTTP method of "
                          "\"/v1/a\" from \"PUT\" to \"PATCH\"."));
}

TEST(Http, OtherPath) {
  EXPECT_THAT(Find(Option("get: \"/v1/a\""), Option("get: \"/v1/b\"")),
              ElementsAre("a.proto:4:1: RPC \"Get\" on service \"S\" changed HTTP path from "
                          "\"/v1/a\" to \"/v1/b\"."));
}

TEST(Http, OtherVerbAndPath) {
  EXPECT_THAT(Find(Option("get: \"/v1/a\""), Option("post: \"/v1/b\" body: \"*\"")),
              UnorderedElementsAre(HasSubstr("from \"GET\" to \"POST\""),
                                   HasSubstr("from \"/v1/a\" to \"/v1/b\"")));
}

TEST(Http, OtherBodies) {
  EXPECT_THAT(
      Find(Option("post: \"/v1/a\" body: \"m\""),
           Option("post: \"/v1/a\" body: \"*\" response_body: \"m\"")),
      ElementsAre("a.proto:4:1: RPC \"Get\" on service \"S\" changed HTTP body of \"POST /v1/a\" "
                  "from \"m\" to \"*\".",
                  "a.proto:4:1: RPC \"Get\" on service \"S\" changed HTTP response body of \"POST "
                  "/v1/a\" from \"\" to \"m\"."));
}

TEST(Http, CustomVerbs) {
  EXPECT_THAT(Find(Option("custom { kind: \"HEAD\" path: \"/v1/a\" }"),
                   Option("custom { kind: \"LOCK\" path: \"/v1/a\" }")),
              ElementsAre(HasSubstr("from \"HEAD\" to \"LOCK\"")));
  EXPECT_THAT(Find(Option("get: \"/v1/a\""), Option("custom { kind: \"*\" path: \"/v1/a\" }")),
              IsEmpty());
}

TEST(Http, NamesOfVariablesAndWiderTemplatesAreFree) {
  EXPECT_THAT(Find(Option("get: \"/v1/{name=shelves/*}\""), Option("get: \"/v1/{id=shelves/*}\"")),
              IsEmpty());
  EXPECT_THAT(Find(Option("get: \"/v1/{name=shelves/*}\""), Option("get: \"/v1/{id=**}\"")),
              IsEmpty());
  EXPECT_THAT(Find(Option("get: \"/v1/{id=**}\""), Option("get: \"/v1/{name=shelves/*}\"")).size(),
              1U);
}

TEST(Http, AddedAndExchangedBindings) {
  EXPECT_THAT(Find("", Option("get: \"/v1/a\"")), IsEmpty());
  EXPECT_THAT(Find(Option("get: \"/v1/a\" additional_bindings { get: \"/v1/b\" }"),
                   Option("get: \"/v1/b\" additional_bindings { get: \"/v1/a\" }")),
              IsEmpty());
  EXPECT_THAT(Find(Option("get: \"/v1/a\""),
                   Option("get: \"/v2/a\" additional_bindings { get: \"/v1/a\" }")),
              IsEmpty());
}

TEST(Http, OneWideBindingMayStandForMany) {
  EXPECT_THAT(Find(Option("get: \"/v1/a/{id}\" additional_bindings { get: \"/v1/b/{id}\" }"),
                   Option("get: \"/v1/*/{id}\"")),
              IsEmpty());
}

TEST(Http, OptionsWrittenPieceByPiece) {
  const auto findings = CompareTexts(Method("option (google.api.http).get = \"/v1/a\";"),
                                     Method("\noption (google.api.http).get = \"/v1/b\";"),
                                     {kHttp})
                            .findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(finding::ToString(findings[0].span), "a.proto:5:1");
  EXPECT_EQ(finding::ToString(findings[0].previous), "a.proto:4:1");
}

TEST(Http, BufDoesNotLook) {
  EXPECT_THAT(FindingLines(Method(Option("get: \"/v1/a\"")), Method(""), {kHttp, true}), IsEmpty());
}

}  // namespace
}  // namespace accord::breaking
