#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"

#include "report/display_width.h"
#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using finding::Severity;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

finding::Report With(std::vector<finding::Finding> findings) {
  finding::Report report;
  report.command = "breaking";
  report.findings = std::move(findings);
  report.scope = "12 files compared, 3 unchanged";
  return report;
}

TEST(TextChange, ShowsBothSidesWhoBreaksAndTheProof) {
  finding::Finding finding = Change("it broke");
  finding.span.source_line = "  new";
  finding.previous.source_line = "  old";
  finding.help = "put it back";
  EXPECT_EQ(Render(WriteText, With({finding})),
            "a.proto:5:3: error: it broke [some-rule]\n"
            "    5 |   new\n"
            "      |   ^\n"
            "git:main:a.proto:9:3: note: in the old version\n"
            "    9 |   old\n"
            "      |   ^\n"
            "  element:   acme.Order.total\n"
            "  breaks:    binary format, JSON; stored data\n"
            "  example:   acme.Order, stored data\n"
            "  written:   total: 7\n"
            "  bytes:     18 07\n"
            "  read:      3: 7\n"
            "  help: put it back\n"
            "\n"
            "1 error (12 files compared, 3 unchanged; 0.00 s)\n");
}

TEST(TextChange, AnElementInTheMessageIsNotRepeated) {
  EXPECT_THAT(Render(WriteText, With({Change("acme.Order.total is gone")})),
              Not(HasSubstr("element:")));
}

TEST(TextChange, OneProofUnlessVerbose) {
  finding::Finding finding = Change("it broke");
  finding.witnesses.push_back({.direction = finding::Direction::kOldClientNewServer,
                               .type = "",
                               .written = "{\n  \"a\": 1\n}",
                               .bytes = "",
                               .read = ""});
  EXPECT_THAT(Render(WriteText, With({finding})), Not(HasSubstr("old client with new server")));
  EXPECT_THAT(Render(WriteText, With({finding}), {.verbose = true}),
              HasSubstr("  example:   old client with new server\n"
                        "  written:   { \"a\": 1 }\n"
                        "  read:      (empty)\n"));
}

TEST(TextChange, SuppressedFindingsAreCountedAndShownWhenVerbose) {
  finding::Finding known = Change("known");
  known.suppressed = "the baseline";
  const finding::Report report = With({known});
  EXPECT_EQ(Render(WriteText, report),
            "no findings, 1 suppressed (12 files compared, 3 unchanged; 0.00 s)\n");
  EXPECT_EQ(Render(WriteText, report, {.verbose = true}),
            "a.proto:5:3: error: known [some-rule]\n"
            "  suppressed: the baseline\n"
            "\n"
            "no findings, 1 suppressed (12 files compared, 3 unchanged; 0.00 s)\n");
  EXPECT_THAT(Render(WriteText, report, {.color = true, .verbose = true}),
              HasSubstr("\x1b[2ma.proto:5:3: error: known [some-rule]\x1b[0m"));
}

TEST(TextChange, FindingsOfOneFileStandTogether) {
  finding::Finding other = Change("second");
  other.span.file = "b.proto";
  const std::string out = Render(WriteText, With({Change("first"), other, Change("third")}));
  EXPECT_LT(out.find("first"), out.find("third"));
  EXPECT_LT(out.find("third"), out.find("second"));
}

TEST(TextChange, HugePayloadsAndLinesStayWithinTheWidth) {
  finding::Finding finding = Change("it broke");
  finding.previous.source_line = std::string(100000, 'x');
  finding.element = std::string(100000, 'e');
  finding.witnesses[0].written = std::string(1000000, 'w');
  finding.witnesses[0].bytes = std::string(1000000, '0');
  finding.witnesses[0].read = "é\xff" + std::string(1000000, '\x1b');
  const std::string out = Render(WriteText, With({finding}), {.width = 80});
  for (const std::string_view line : base::Split(out, '\n')) {
    EXPECT_LE(WidthOf(line), 80U);
  }
  EXPECT_TRUE(base::IsUtf8(out));
}

TEST(TextChange, CleanSaysSo) {
  EXPECT_EQ(Render(WriteText, With({})), "no findings (12 files compared, 3 unchanged; 0.00 s)\n");
}

TEST(TextChange, ThresholdDecidesTheColourOfTheVerdict) {
  finding::Finding finding = Change("it broke");
  finding.severity = Severity::kWarning;
  const finding::Report report = With({finding});
  EXPECT_THAT(Render(WriteText, report, {.color = true}), HasSubstr("\x1b[32m1 warning ("));
  EXPECT_THAT(Render(WriteText, report, {.color = true, .fail_on = Severity::kWarning}),
              HasSubstr("\x1b[31m1 warning ("));
}

// Quadratic behaviour would take minutes here.
TEST(TextChange, EveryFormatCopesWithManyFindings) {
  finding::Report report = With({});
  for (int i = 0; i < 6000; ++i) {
    report.findings.push_back(Change("message " + std::to_string(i)));
    report.findings.back().span.file = "f" + std::to_string(i % 1500) + ".proto";
  }
  finding::Finish(report);
  for (const FormatEntry& entry : Formats()) {
    EXPECT_THAT(Render(entry.write, report), HasSubstr("message 0")) << entry.name;
  }
}

}  // namespace
}  // namespace accord::report
