#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/report/parsed_json.h"
#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using finding::Severity;

document::DocumentPtr Parsed(const finding::Report& report) {
  return ParsedJson(Render(WriteGitlab, report));
}

TEST(Gitlab, CarriesWhatCodeQualityAsksFor) {
  finding::Report report;
  report.findings = {finding::Make(kRule, "it broke", At("./protos/a b.proto", 3, 7))};
  finding::Finish(report);
  const document::DocumentPtr json = Parsed(report);
  EXPECT_EQ(TextAt(*json, "/0/description"), "it broke");
  EXPECT_EQ(TextAt(*json, "/0/check_name"), "some-rule");
  EXPECT_EQ(TextAt(*json, "/0/fingerprint"), report.findings[0].fingerprint);
  EXPECT_EQ(TextAt(*json, "/0/severity"), "major");
  EXPECT_EQ(TextAt(*json, "/0/location/path"), "protos/a b.proto");
  EXPECT_EQ(TextAt(*json, "/0/location/lines/begin"), "3");
}

TEST(Gitlab, PathAndLineAreNeverAbsent) {
  finding::Report report;
  report.findings = {finding::Make(kRule, "m"), finding::Make(kRule, "n")};
  report.findings[1].previous = At("git:main:protos/old.proto", 40, 1);
  const document::DocumentPtr json = Parsed(report);
  EXPECT_EQ(TextAt(*json, "/0/location/path"), ".");
  EXPECT_EQ(TextAt(*json, "/0/location/lines/begin"), "1");
  EXPECT_EQ(TextAt(*json, "/1/location/path"), "protos/old.proto");
  EXPECT_EQ(TextAt(*json, "/1/location/lines/begin"), "1");
}

TEST(Gitlab, SeveritiesAreTheirs) {
  finding::Report report;
  report.findings.assign(3, finding::Make(kRule, "m"));
  report.findings[1].severity = Severity::kWarning;
  report.findings[2].severity = Severity::kInfo;
  report.checks = {Failing("later", "m", finding::Outcome::kPending)};
  const document::DocumentPtr json = Parsed(report);
  EXPECT_EQ(TextAt(*json, "/0/severity"), "major");
  EXPECT_EQ(TextAt(*json, "/1/severity"), "minor");
  EXPECT_EQ(TextAt(*json, "/2/severity"), "info");
  EXPECT_EQ(TextAt(*json, "/3/severity"), "info");
}

TEST(Gitlab, FingerprintsAreUniqueAndSuppressedFindingsLeftOut) {
  finding::Report report;
  report.findings.assign(5, finding::Make(kRule, "m", At("a", 1, 1)));
  report.findings[4].suppressed = "known";
  finding::Finish(report);
  const document::DocumentPtr json = Parsed(report);
  std::set<std::string> prints;
  for (const char* index : {"/0", "/1", "/2", "/3"}) {
    prints.insert(TextAt(*json, index + std::string("/fingerprint")));
  }
  EXPECT_EQ(prints.size(), 4U);
  EXPECT_EQ(TextAt(*json, "/4/fingerprint"), "(absent)");
}

TEST(Gitlab, CleanIsAnEmptyList) {
  EXPECT_EQ(Render(WriteGitlab, {}), "[]\n");
}

}  // namespace
}  // namespace accord::report
