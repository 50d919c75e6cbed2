#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/breaking/explained_findings.h"

namespace accord::breaking {
namespace {

using finding::Finding;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string kHead = "syntax = \"proto3\";\npackage shop;\n";
const std::string kService =
    "service Orders { rpc Put(Request) returns (Response); }\n"
    "message Request { In in = 1; }\nmessage Response { Out out = 1; }\n";

/// Who breaks when the body of a message changes, by where it is reachable.
std::string WhenChanged(std::string_view rule,
                        const std::string& message,
                        const std::string& before,
                        const std::string& after) {
  const auto text = [&](const std::string& body) {
    std::string all = kHead + kService;
    for (const char* name : {"In", "Out", "Kept"}) {
      all += "message " + std::string(name) + " {" + (name == message ? body : "") + "}\n";
    }
    return all;
  };
  const std::vector<Finding> findings = Explained(rule, text(before), text(after));
  EXPECT_EQ(findings.size(), 1U);
  return findings.size() == 1 ? Who(findings[0]) : "";
}

TEST(Audience, ADeletedFieldIsMissedWhereItWasInUse) {
  const auto gone = [](const std::string& message) {
    return WhenChanged("FIELD_NO_DELETE", message, "string x = 1;", "");
  };
  EXPECT_EQ(gone("In"), "binary json generated-source: old-client-new-server");
  EXPECT_EQ(gone("Out"), "binary json generated-source: old-client-new-server");
  EXPECT_EQ(gone("Kept"), "binary json generated-source: stored-data");
}

TEST(Audience, AnIncompatibleTypeBreaksBothWays) {
  const auto changed = [](const std::string& message) {
    return WhenChanged("FIELD_SAME_TYPE", message, "string x = 1;", "int32 x = 1;");
  };
  EXPECT_EQ(changed("In"),
            "binary json generated-source: old-client-new-server new-client-old-server");
  EXPECT_EQ(changed("Out"),
            "binary json generated-source: old-client-new-server new-client-old-server");
  EXPECT_EQ(changed("Kept"), "binary json generated-source: stored-data");
}

TEST(Audience, A64BitIntegerIsAStringInJson) {
  EXPECT_EQ(WhenChanged("FIELD_SAME_TYPE", "In", "sint32 x = 1;", "sint64 x = 1;"),
            "binary json generated-source: old-client-new-server new-client-old-server");
  EXPECT_EQ(WhenChanged("FIELD_WIRE_COMPATIBLE_TYPE", "In", "int32 x = 1;", "string x = 1;"),
            "binary: old-client-new-server new-client-old-server");
}

TEST(Audience, ANarrowerIntegerLosesWhatTheWiderOneHolds) {
  EXPECT_EQ(WhenChanged("FIELD_SAME_TYPE", "Kept", "bool x = 1;", "int32 x = 1;"),
            "binary json generated-source: stored-data");
  EXPECT_EQ(WhenChanged("FIELD_SAME_TYPE", "Kept", "uint32 x = 1;", "int32 x = 1;"),
            "binary generated-source: stored-data");
  EXPECT_EQ(WhenChanged("FIELD_SAME_TYPE", "In", "string x = 1;", "bytes x = 1;"),
            "binary json generated-source: old-client-new-server new-client-old-server");
}

TEST(Audience, ARenamedFieldKeepsJsonWhenItsKeyIsPinned) {
  EXPECT_EQ(WhenChanged("FIELD_SAME_NAME", "In", "int32 x = 1;", "int32 y = 1;"),
            "json generated-source: old-client-new-server new-client-old-server");
  EXPECT_EQ(
      WhenChanged("FIELD_SAME_NAME", "In", "int32 x = 1;", "int32 y = 1 [json_name = \"x\"];"),
      "generated-source:");
}

TEST(Audience, AFieldAloneInANewOneofOnlyChangesCode) {
  EXPECT_EQ(WhenChanged(
                "FIELD_SAME_ONEOF", "In", "int32 x = 1;", "oneof o { int32 x = 1; int32 y = 2; }"),
            "generated-source:");
}

TEST(Audience, LostPresenceIsLostByTheReaderWithoutIt) {
  EXPECT_EQ(WhenChanged("FIELD_SAME_CARDINALITY", "In", "int32 x = 1;", "optional int32 x = 1;"),
            "binary generated-source: new-client-old-server");
  EXPECT_EQ(WhenChanged("FIELD_SAME_CARDINALITY", "Out", "int32 x = 1;", "optional int32 x = 1;"),
            "binary generated-source: old-client-new-server");
  EXPECT_EQ(WhenChanged("FIELD_SAME_CARDINALITY", "Kept", "int32 x = 1;", "optional int32 x = 1;"),
            "binary generated-source:");
}

TEST(Audience, OptionsOfGeneratedCodeHaveNoDirection) {
  const std::vector<Finding> findings =
      Explained("FILE_SAME_GO_PACKAGE", kHead, kHead + "option go_package = \"x\";\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(Who(findings[0]), "generated-source:");
}

TEST(Audience, AMethodThatIsGoneIsMissedByOldClients) {
  const std::string messages = "message M {}\n";
  const std::string service = "service S { rpc A(M) returns (M);";
  const std::vector<Finding> findings =
      Explained("RPC_NO_DELETE",
                kHead + messages + service + " rpc B(M) returns (M); }\n",
                kHead + messages + service + " }\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(Who(findings[0]), "generated-source grpc: old-client-new-server");
}

TEST(Audience, AMethodWithAnHttpMappingIsMissedByRestClientsToo) {
  const std::string options =
      "syntax = \"proto3\";\npackage google.api;\n"
      "import \"google/protobuf/descriptor.proto\";\n"
      "message HttpRule { string get = 2; }\n"
      "extend google.protobuf.MethodOptions { HttpRule http = 72295728; }\n"
      "message M {}\nservice S { rpc A(M) returns (M);";
  const std::vector<Finding> findings = Explained(
      "RPC_NO_DELETE",
      options + " rpc B(M) returns (M) { option (google.api.http) = { get: \"/b\" }; } }\n",
      options + " }\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(Who(findings[0]), "generated-source grpc rest: old-client-new-server");
}

TEST(Audience, AnotherMessageOfTheSameShapeKeepsCallersAlive) {
  const std::string messages = "message A { int32 x = 1; }\nmessage B { int32 x = 1; }\n";
  const auto changed = [&](const std::string& more) {
    const std::vector<Finding> findings =
        Explained("RPC_SAME_REQUEST_TYPE",
                  kHead + messages + more + "service S { rpc Do(A) returns (A); }\n",
                  kHead + messages + more + "service S { rpc Do(" + (more.empty() ? "B" : "C") +
                      ") returns (A); }\n");
    return findings.size() == 1 ? Who(findings[0]) : "";
  };
  EXPECT_EQ(changed(""), "generated-source:");
  EXPECT_EQ(changed("message C { string x = 1; }\n"),
            "grpc generated-source: old-client-new-server new-client-old-server");
}

TEST(Audience, SaysOnceHowTheMessageIsReached) {
  const std::vector<Finding> findings =
      Explained("FIELD_NO_DELETE",
                kHead + kService + "message In { int32 x = 1; }\nmessage Out {}\n",
                kHead + kService + "message In {}\nmessage Out {}\n");
  ASSERT_EQ(findings.size(), 1U);
  ASSERT_EQ(findings[0].related.size(), 1U);
  EXPECT_EQ(findings[0].related[0].label, "reached by Orders.Put → Request.in");
  EXPECT_EQ(findings[0].related[0].span.start.line, 3U);
}

TEST(Audience, TellsWhatToReserve) {
  const std::vector<Finding> findings = Explained(
      "FIELD_NO_DELETE", kHead + "message M { int32 x = 7; }\n", kHead + "message M {}\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_THAT(findings[0].help, testing::HasSubstr("7"));
  EXPECT_THAT(findings[0].help, testing::HasSubstr("x"));
}

}  // namespace
}  // namespace accord::breaking
