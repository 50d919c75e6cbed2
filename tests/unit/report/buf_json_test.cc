#include <gtest/gtest.h>

#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

finding::Report WithFinding(finding::Finding finding) {
  finding::Report report;
  report.command = "breaking";
  report.findings = {std::move(finding)};
  return report;
}

TEST(BufJson, OneObjectPerLine) {
  finding::Report report = WithFinding(finding::Make(kRule, "it \"broke\"", At("a b.proto", 3, 7)));
  report.findings.push_back(finding::Make(kRule, "second", At("b.proto", 4, 1)));
  EXPECT_EQ(Render(WriteBufJson, report),
            R"({"path":"a b.proto","start_line":3,"start_column":7,"end_line":3,"end_column":8,)"
            R"("type":"some-rule","message":"it \"broke\""})"
            "\n"
            R"({"path":"b.proto","start_line":4,"start_column":1,"end_line":4,"end_column":2,)"
            R"("type":"some-rule","message":"second"})"
            "\n");
}

TEST(BufJson, UnknownPlacesAreTheFirstCharacter) {
  EXPECT_EQ(Render(WriteBufJson, WithFinding(finding::Make(kRule, "m"))),
            R"({"start_line":1,"start_column":1,"end_line":1,"end_column":1,)"
            R"("type":"some-rule","message":"m"})"
            "\n");
}

TEST(BufJson, UnknownEndIsTheStart) {
  finding::Finding finding = finding::Make(kRule, "m", At("a.proto", 5, 3));
  finding.span.end = {};
  EXPECT_EQ(Render(WriteBufJson, WithFinding(finding)),
            R"({"path":"a.proto","start_line":5,"start_column":3,"end_line":5,"end_column":3,)"
            R"("type":"some-rule","message":"m"})"
            "\n");
}

TEST(BufJson, OldPlacesAreNotThoseOfTheNewVersion) {
  finding::Finding finding = finding::Make(kRule, "m");
  finding.previous = At("old/a.proto", 5, 3);
  EXPECT_EQ(Render(WriteBufJson, WithFinding(finding)).find("path"), std::string::npos);
}

TEST(BufJson, NothingWhenNothingCounts) {
  finding::Finding finding = finding::Make(kRule, "m", At("a.proto", 5, 3));
  finding.suppressed = "known";
  finding::Report report = WithFinding(finding);
  report.notices = {"a notice"};
  EXPECT_EQ(Render(WriteBufJson, report), "");
}

}  // namespace
}  // namespace accord::report
