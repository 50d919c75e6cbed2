#include "report/finding_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/display_width.h"
#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using testing::ElementsAre;

TEST(Rows, OnlyWhatIsPresent) {
  finding::Finding finding = finding::Make(kRule, "message");
  EXPECT_TRUE(Rows(finding, 80).empty());
  finding.actual = "2";
  ASSERT_EQ(Rows(finding, 80).size(), 1U);
  EXPECT_EQ(Rows(finding, 80)[0].label, "actual");
}

TEST(Rows, LongValuesAreCutToTheSameColumnsAroundTheDifference) {
  finding::Finding finding = finding::Make(kRule, "message");
  finding.expected = std::string(500, 'x') + "EXPECTED" + std::string(50, 'y');
  finding.actual = std::string(500, 'x') + "ACTUAL" + std::string(50, 'y');
  const std::vector<Row> rows = Rows(finding, 40);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_LE(WidthOf(rows[0].text), 40U);
  EXPECT_LE(WidthOf(rows[1].text), 40U);
  EXPECT_NE(rows[0].text.find("EXPECTED"), std::string::npos);
  EXPECT_EQ(rows[0].text.find("EXPECTED"), rows[1].text.find("ACTUAL"));
}

TEST(DiffLines, CutsAndCounts) {
  finding::Finding finding = finding::Make(kRule, "message");
  EXPECT_TRUE(DiffLines(finding, 80, 3).empty());
  finding.diff = " same\n-old and long\n+new\n+more\n+last\n";
  EXPECT_THAT(DiffLines(finding, 8, 3), ElementsAre(" same", "-old an…", "+new", "… 2 more lines"));
}

TEST(MostSevereFirst, KeepsTheOrderOtherwise) {
  std::vector<finding::Finding> findings;
  for (const std::string_view name : {"w1", "e1", "i1", "w2", "e2"}) {
    finding::Finding finding = finding::Make(kRule, std::string(name));
    finding.severity = name[0] == 'e'   ? finding::Severity::kError
                       : name[0] == 'w' ? finding::Severity::kWarning
                                        : finding::Severity::kInfo;
    findings.push_back(finding);
  }
  std::vector<std::string> order;
  for (const finding::Finding* finding : MostSevereFirst(findings)) {
    order.push_back(finding->message);
  }
  EXPECT_THAT(order, ElementsAre("e1", "e2", "w1", "w2", "i1"));
}

TEST(Headline, WorksWithoutARule) {
  finding::Finding finding;
  finding.message = "message";
  EXPECT_EQ(Headline(finding), "message");
  EXPECT_EQ(RuleId(finding), "");
}

TEST(MostSevereFirst, LeavesOutSuppressedOnes) {
  std::vector<finding::Finding> findings(2, finding::Make(kRule, "m"));
  findings[0].suppressed = "known";
  ASSERT_EQ(MostSevereFirst(findings).size(), 1U);
  EXPECT_EQ(MostSevereFirst(findings)[0], &findings[1]);
}

TEST(WhoBreaks, NamesAudiencesAndDirections) {
  finding::Finding finding = Change("m");
  EXPECT_EQ(WhoBreaks(finding), "binary format, JSON; stored data");
  finding.breaks.clear();
  EXPECT_EQ(WhoBreaks(finding), "stored data");
  finding.directions.clear();
  EXPECT_EQ(WhoBreaks(finding), "");
}

TEST(WitnessRows, AreOneLineEachAndCut) {
  finding::Witness witness{.direction = finding::Direction::kNewClientOldServer,
                           .type = "acme.Order",
                           .written = "a: 1\r\n  b {\n    c: 2\n  }\n",
                           .bytes = "",
                           .read = ""};
  std::vector<std::string> texts;
  for (const Row& row : WitnessRows(witness, 80)) {
    texts.push_back(std::string(row.label) + "=" + row.text);
  }
  EXPECT_THAT(texts,
              ElementsAre("example=acme.Order, new client with old server",
                          "written=a: 1 b { c: 2 }",
                          "read=(empty)"));
  EXPECT_EQ(WitnessRows(witness, 6)[1].text, "a: 1 …");
}

TEST(FindingRows, TellWhoIsHit) {
  finding::Finding finding = ThatHits("a");
  const auto hits = [&finding] {
    for (const Row& row : Rows(finding, 200)) {
      if (row.label == "hits") {
        return row.text;
      }
    }
    return std::string("(absent)");
  };
  EXPECT_EQ(hits(), "web-shop (an order, 1 more), mailer (an address)");
  finding.hits->clear();
  EXPECT_EQ(hits(), "no recorded consumer uses this");
  finding.hits.reset();
  EXPECT_EQ(hits(), "(absent)");
}

}  // namespace
}  // namespace accord::report
