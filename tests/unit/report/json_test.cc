#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/schema_check.h"

#include "report/json_writer.h"
#include "tests/unit/report/parsed_json.h"
#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using finding::Outcome;

document::DocumentPtr Parsed(const finding::Report& report, const Style& style = {}) {
  return ParsedJson(Render(WriteJson, report, style));
}

void ExpectFollowsSchema(const finding::Report& report) {
  const document::DocumentPtr parsed = Parsed(report);
  ASSERT_NE(parsed, nullptr);
  for (const finding::Finding& complaint :
       document::CheckFormat("report", *parsed, parsed->root())) {
    ADD_FAILURE() << finding::ToString(complaint.span) << ": " << complaint.message;
  }
}

TEST(Json, FollowsItsSchema) {
  finding::Report failing = Verify({MakeCheck("a", Outcome::kPassed),
                                    Failing("b", "m"),
                                    Failing("c", "m", Outcome::kPending),
                                    MakeCheck("d", Outcome::kError),
                                    MakeCheck("e", Outcome::kSkipped)});
  failing.checks[0].milliseconds = 1.25;
  finding::Finish(failing);
  ExpectFollowsSchema(failing);
  ExpectFollowsSchema(HostileReport());
  ExpectFollowsSchema({});
}

TEST(Json, SchemaRefusesWhatIsNoReport) {
  std::string text = Render(WriteJson, Verify({MakeCheck("a", Outcome::kPassed)}));
  text.replace(text.find("\"passed\","), 8, "\"maybe\"");
  const document::LoadResult loaded = document::Parse("report.json", text);
  ASSERT_TRUE(loaded.ok());
  EXPECT_FALSE(document::CheckFormat("report", *loaded.document, loaded.document->root()).empty());
}

TEST(Json, CarriesEveryFieldOfAFinding) {
  finding::Report report = Verify({Failing("b", "message")});
  finding::Finding& finding = report.checks[0].findings[0];
  finding.span = At("c.json", 7, 3);
  finding.path = "$.id";
  finding.expected = "1";
  finding.actual = "2";
  finding.demand = "demand";
  finding.diff = "-1\n+2";
  finding.help = "help";
  finding.related.push_back({"label", At("d.json", 8, 1)});
  finding::Finish(report);
  const document::DocumentPtr json = Parsed(report);
  ASSERT_NE(json, nullptr);
  const std::vector<std::pair<std::string, std::string>> fields = {
      {"rule", "some-rule"},
      {"severity", "error"},
      {"message", "message"},
      {"location/file", "c.json"},
      {"location/start/line", "7"},
      {"location/start/column", "3"},
      {"location/end/column", "4"},
      {"path", "$.id"},
      {"expected", "1"},
      {"actual", "2"},
      {"demand", "demand"},
      {"diff", "-1\n+2"},
      {"help", "help"},
      {"fingerprint", finding.fingerprint},
      {"related/0/label", "label"},
      {"related/0/location/file", "d.json"}};
  for (const auto& [field, value] : fields) {
    EXPECT_EQ(TextAt(*json, "/checks/0/findings/0/" + field), value) << field;
  }
}

TEST(Json, CarriesWhatAComparisonAdds) {
  finding::Report report;
  report.command = "breaking";
  report.scope = "2 files compared";
  report.findings = {Change("message")};
  report.findings.push_back(Change("known"));
  report.findings[1].suppressed = "the baseline";
  finding::Finish(report);
  const document::DocumentPtr json = Parsed(report);
  ASSERT_NE(json, nullptr);
  const std::vector<std::pair<std::string, std::string>> fields = {
      {"scope", "2 files compared"},
      {"counts/findings/error", "1"},
      {"counts/findings/suppressed", "1"},
      {"findings/0/previous/file", "git:main:a.proto"},
      {"findings/0/previous/start/line", "9"},
      {"findings/0/element", "acme.Order.total"},
      {"findings/0/breaks/0", "binary"},
      {"findings/0/breaks/1", "json"},
      {"findings/0/directions/0", "stored-data"},
      {"findings/0/witnesses/0/direction", "stored-data"},
      {"findings/0/witnesses/0/type", "acme.Order"},
      {"findings/0/witnesses/0/written", "total: 7"},
      {"findings/0/witnesses/0/bytes", "18 07"},
      {"findings/0/witnesses/0/read", "3: 7"},
      {"findings/0/suppressed", "(absent)"},
      {"findings/1/suppressed", "the baseline"}};
  for (const auto& [field, value] : fields) {
    EXPECT_EQ(TextAt(*json, "/" + field), value) << field;
  }
  ExpectFollowsSchema(report);
}

TEST(Json, CarriesWhoIsHit) {
  finding::Report report;
  report.command = "breaking";
  report.findings = {ThatHits("a"), Change("b"), Change("c")};
  report.findings[1].hits.emplace();
  const document::DocumentPtr json = Parsed(report);
  EXPECT_EQ(TextAt(*json, "/findings/0/consumers/0/consumer"), "web-shop");
  EXPECT_EQ(TextAt(*json, "/findings/0/consumers/0/interaction"), "an order");
  EXPECT_EQ(TextAt(*json, "/findings/0/consumers/0/location/file"), "w.json");
  EXPECT_EQ(TextAt(*json, "/findings/0/consumers/2/consumer"), "mailer");
  EXPECT_EQ(TextAt(*json, "/findings/1/consumers"), "");
  EXPECT_EQ(TextAt(*json, "/findings/2/consumers"), "(absent)");
  ExpectFollowsSchema(report);
}

TEST(Json, TellsVerdictAndCounts) {
  const document::DocumentPtr json =
      Parsed(Verify({MakeCheck("a", Outcome::kPassed), Failing("b", "m", Outcome::kPending)}));
  EXPECT_EQ(TextAt(*json, "/verdict"), "pending");
  EXPECT_EQ(TextAt(*json, "/failOn"), "error");
  EXPECT_EQ(TextAt(*json, "/counts/passed"), "1");
  EXPECT_EQ(TextAt(*json, "/counts/pending"), "1");
  EXPECT_EQ(TextAt(*json, "/counts/findings/error"), "0");
  EXPECT_EQ(TextAt(*json, "/seconds"), "0.12");
  EXPECT_EQ(TextAt(*json, "/tool/name"), "accord");
}

TEST(Json, LeavesOutWhatIsEmpty) {
  const document::DocumentPtr json = Parsed(Verify({MakeCheck("a", Outcome::kPassed)}));
  for (const std::string_view absent : {"/subject",
                                        "/notices",
                                        "/checks/0/given",
                                        "/checks/0/location",
                                        "/checks/0/milliseconds",
                                        "/checks/0/notes",
                                        "/checks/0/reproduce"}) {
    EXPECT_EQ(TextAt(*json, absent), "(absent)") << absent;
  }
  EXPECT_NE(json->root().Find("findings"), nullptr);
}

TEST(Json, UnknownColumnsAndEndsAreLeftOut) {
  finding::Report report;
  report.findings = {finding::Make(kRule, "m", At("a.json", 4, 0))};
  report.findings[0].span.end = {};
  const document::DocumentPtr json = Parsed(report);
  EXPECT_EQ(TextAt(*json, "/findings/0/location/start/line"), "4");
  EXPECT_EQ(TextAt(*json, "/findings/0/location/start/column"), "(absent)");
  EXPECT_EQ(TextAt(*json, "/findings/0/location/end"), "(absent)");
}

TEST(JsonWriter, QuotesAnyBytes) {
  EXPECT_EQ(JsonWriter::Quote("a\"\\\n\r\t"), R"("a\"\\\n\r\t")");
  EXPECT_EQ(JsonWriter::Quote(std::string_view("\0\x1f", 2)), R"("\u0000\u001f")");
  EXPECT_EQ(JsonWriter::Quote("é\xff"), "\"é\uFFFD\"");
}

TEST(JsonWriter, NumbersAreAlwaysJson) {
  std::ostringstream out;
  JsonWriter json(out);
  json.StartObject();
  json.Decimal("nan", std::numeric_limits<double>::quiet_NaN());
  json.Decimal("inf", std::numeric_limits<double>::infinity());
  json.Decimal("third", 1.0 / 3);
  json.Decimal("whole", 12.0);
  json.EndObject();
  EXPECT_EQ(out.str(),
            "{\n  \"nan\": 0,\n  \"inf\": 0,\n  \"third\": 0.333333,\n  \"whole\": 12\n}");
}

}  // namespace
}  // namespace accord::report
