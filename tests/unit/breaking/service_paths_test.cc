#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/proto_comparison.h"

namespace accord::breaking {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string File(const std::string& package, const std::string& body) {
  return "syntax = \"proto3\"; package " + package + "; message M {} message N {}\n" + body;
}

const std::vector<std::string> kPaths = {"SERVICE_PATH_NO_DELETE", "RPC_PATH_NO_DELETE"};

std::vector<std::string> Find(const Texts& before, const Texts& after, bool buf = false) {
  return FindingLines(before, after, {kPaths, buf});
}

TEST(ServicePaths, DeletedService) {
  const Texts before = {{"a.proto", File("acme", "service S {\n  rpc Get(M) returns (M);\n}")}};
  const Texts after = {{"a.proto", File("acme", "")}};
  EXPECT_THAT(Find(before, after),
              ElementsAre("a.proto: Service \"S\" is no longer served under \"/acme.S/\": it was "
                          "deleted."));
  EXPECT_THAT(Find(before, after, true), IsEmpty());
}

TEST(ServicePaths, FileAndPackageGone) {
  EXPECT_THAT(Find({{"a.proto", File("acme", "service S { rpc Get(M) returns (M); }")},
                    {"b.proto", File("corp", "")}},
                   {{"b.proto", File("corp", "")}}),
              ElementsAre(HasSubstr("-: Service \"S\" is no longer served under \"/acme.S/\"")));
}

TEST(ServicePaths, RenamedServiceSaysWhereItIs) {
  EXPECT_THAT(Find({{"a.proto", File("acme", "service S { rpc Get(M) returns (M); }")}},
                   {{"a.proto", File("acme", "service T { rpc Get(M) returns (M); }")}}),
              ElementsAre("a.proto:2:9: Service \"S\" is no longer served under \"/acme.S/\": it "
                          "moved to \"/acme.T/\"."));
}

TEST(ServicePaths, ServiceInAnotherFileIsWhereItWas) {
  EXPECT_THAT(Find({{"a.proto", File("acme", "service S { rpc Get(M) returns (M); }")}},
                   {{"b.proto", File("acme", "service S { rpc Get(M) returns (M); }")}}),
              IsEmpty());
}

TEST(ServicePaths, NothingIsSaidOfFilesThatDoNotCompile) {
  const Texts before = {{"a.proto", File("acme", "service S { rpc Get(M) returns (M); }")}};
  const auto same_place =
      CompareTexts(before, {{"a.proto", "syntax = \"proto3\"; message {"}}, {kPaths});
  EXPECT_THAT(same_place.findings, IsEmpty());
  EXPECT_FALSE(same_place.faults.empty());
  const auto elsewhere =
      CompareTexts(before, {{"b.proto", "syntax = \"proto3\"; package acme; message {"}}, {kPaths});
  EXPECT_THAT(elsewhere.findings, IsEmpty());
}

TEST(RpcPaths, DeletedMethod) {
  const auto findings =
      CompareTexts(
          {{"a.proto",
            File("acme", "service S {\n  rpc Get(M) returns (M);\n  rpc Put(M) returns (N);\n}")}},
          {{"a.proto", File("acme", "service S {\n  rpc Get(M) returns (M);\n}")}},
          {kPaths})
          .findings;
  EXPECT_THAT(ToLines(findings),
              ElementsAre("a.proto:2:1: RPC \"Put\" on service \"S\" is no longer served under "
                          "\"/acme.S/Put\"."));
  EXPECT_EQ(findings.at(0).element, "acme.S.Put");
  EXPECT_EQ(finding::ToString(findings.at(0).previous), "a.proto:4:7");
}

TEST(RpcPaths, LikelyNewNameIsNamed) {
  const auto findings =
      CompareTexts({{"a.proto", File("acme", "service S { rpc Get(M) returns (N); }")}},
                   {{"a.proto", File("acme", "service S { rpc Fetch(M) returns (N); }")}},
                   {kPaths})
          .findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_THAT(findings[0].help, HasSubstr("\"Fetch\""));
}

TEST(RpcPaths, NewMethodOfOtherTypesIsNoCandidate) {
  const auto findings =
      CompareTexts({{"a.proto", File("acme", "service S { rpc Get(M) returns (N); }")}},
                   {{"a.proto", File("acme", "service S { rpc Fetch(N) returns (N); }")}},
                   {kPaths})
          .findings;
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_THAT(findings[0].help, testing::Not(HasSubstr("\"Fetch\"")));
}

}  // namespace
}  // namespace accord::breaking
