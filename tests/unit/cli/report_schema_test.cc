#include <gmock/gmock.h>

#include "accord/document/document.h"
#include "accord/document/schema_check.h"
#include "accord/net/http_server.h"

#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

using ReportSchemaTest = CliTest;

/// Complaints of `schemas/report.schema.json` about a JSON report.
std::vector<std::string> ComplaintsAbout(const std::string& json) {
  const auto loaded = document::Parse("report", json, {.format = document::Format::kJson});
  EXPECT_TRUE(loaded.ok()) << json;
  std::vector<std::string> messages;
  if (loaded.ok()) {
    for (const finding::Finding& complaint :
         document::CheckFormat("report", *loaded.document, loaded.document->root())) {
      messages.push_back(ToString(complaint.span) + ": " + complaint.message);
    }
  }
  return messages;
}

TEST_F(ReportSchemaTest, TheSchemaIsNoRubberStamp) {
  EXPECT_THAT(ComplaintsAbout(R"({"formatVersion": 1})"), Contains(HasSubstr("command")));
}

TEST_F(ReportSchemaTest, ReportOfAVerificationFollowsIt) {
  const auto server = net::HttpServer::Start({}, [](const net::ServerRequest& request) {
    return net::ServerResponse{.status = request.target == "/bad" ? 500 : 200,
                               .headers = {{"Content-Type", "application/json"}},
                               .body = R"({"id": "x", "list": []})"};
  });
  ASSERT_TRUE(server.ok());
  Write("a.json", R"({"consumer": {"name": "a"}, "provider": {"name": "orders"},
"interactions": [
 {"type": "Synchronous/HTTP", "description": "passes", "request": {"path": "/"}, "response": {}},
 {"type": "Synchronous/HTTP", "description": "fails", "request": {"path": "/"},
  "providerStates": [{"name": "s"}], "comments": {"text": ["c"]},
  "response": {"headers": {"X-A": ["1"]}, "body": {"content": {"id": 1, "list": [{"a": 1}]}},
   "matchingRules": {"body": {"$.id": {"matchers": [{"match": "integer"}]}}}}},
 {"type": "Synchronous/HTTP", "description": "pending", "pending": true,
  "request": {"path": "/bad"}, "response": {}},
 {"type": "Synchronous/HTTP", "description": "plugin", "transport": "grpc",
  "request": {"path": "/"}, "response": {}},
 5],
"metadata": {"pactSpecification": {"version": "4.0"}}})");
  const CliResult result = RunCli(
      {"verify", "--provider-url", (*server)->url(), "--format", "json", "a.json", "nowhere.json"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.out, HasSubstr("\"pending\""));
  EXPECT_THAT(ComplaintsAbout(result.out), IsEmpty());
}

TEST_F(ReportSchemaTest, ReportOfAValidationFollowsIt) {
  Write("a.json", ContractOf("a", {"/"}));
  Write("b.json", R"({"interactions": [5]})");
  Write("c.json", "{");
  const CliResult result = RunCli({"validate", "--format", "json", "a.json", "b.json", "c.json"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(ComplaintsAbout(result.out), IsEmpty());
}

TEST_F(ReportSchemaTest, ReportOfAnEmptyRunFollowsIt) {
  Write("a.json", R"({"interactions": []})");
  const CliResult result = RunCli(
      {"verify", "--provider-url", "http://x", "--allow-empty", "--format", "json", "a.json"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(ComplaintsAbout(result.out), IsEmpty());
}

}  // namespace
}  // namespace accord::cli
