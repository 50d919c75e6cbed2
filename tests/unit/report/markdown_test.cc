#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"

#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using finding::Outcome;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::size_t kLimit = 60000;

TEST(Markdown, StartsWithTheVerdict) {
  finding::Report report = Verify({MakeCheck("a", Outcome::kPassed)});
  report.subject = "orders";
  EXPECT_THAT(Render(WriteMarkdown, report),
              StartsWith("**✅ accord verify: passed** — orders\n\n"
                         "1 interaction: 1 passed (0.12 s)\n\n"
                         "| passed | failed | pending | could not be checked | skipped |\n"
                         "| ---: | ---: | ---: | ---: | ---: |\n"
                         "| 1 | 0 | 0 | 0 | 0 |\n"));
}

TEST(Markdown, SaysThatOnlyPendingFailed) {
  const std::string out = Render(WriteMarkdown, Verify({Failing("a", "m", Outcome::kPending)}));
  EXPECT_THAT(out, StartsWith("**🚧 accord verify: pending**"));
  EXPECT_THAT(out, HasSubstr("*passed only because what failed is pending"));
}

TEST(Markdown, TableRowsCannotBeBroken) {
  finding::Report report = Verify({MakeCheck("a|b\n<script>", Outcome::kPassed)});
  report.checks[0].given = {"x|y"};
  report.checks[0].milliseconds = 0.5;
  EXPECT_THAT(Render(WriteMarkdown, report),
              HasSubstr("| ✅ | a\\|b␊&lt;script&gt; | x\\|y | &lt;1 ms |\n"));
}

TEST(Markdown, FailuresAreFoldedWithTheirDiff) {
  finding::Report report = Verify({Failing("a", "it differs")});
  finding::Finding& finding = report.checks[0].findings[0];
  finding.path = "$.id";
  finding.diff = "-`1`\n+```";
  const std::string out = Render(WriteMarkdown, report);
  EXPECT_THAT(out, HasSubstr("<details><summary>❌ web → orders: a</summary>\n\n"));
  EXPECT_THAT(out, HasSubstr("**error**: it differs `[some-rule]`\n- at: `$.id`\n"));
  EXPECT_THAT(out, HasSubstr("````diff\n-`1`\n+```\n````\n"));
  EXPECT_THAT(out, HasSubstr("</details>\n"));
}

TEST(Markdown, LongReportsListOnlyWhatDidNotPass) {
  finding::Report report = Verify({Failing("broken", "m")});
  report.checks.resize(151, MakeCheck("fine", Outcome::kPassed));
  const std::string out = Render(WriteMarkdown, report);
  EXPECT_THAT(out, Not(HasSubstr("| fine |")));
  EXPECT_THAT(out, HasSubstr("| ✅ | 150 passed | | |\n"));
  EXPECT_THAT(out, HasSubstr("| ❌ | broken |"));
}

TEST(Markdown, StaysBelowTheLimitAndSaysSo) {
  finding::Check check = Failing(std::string(1000, 'n'), std::string(1000, 'm'));
  check.findings[0].diff = std::string(5000, '-');
  check.findings.resize(15, check.findings[0]);
  finding::Report report = Verify(std::vector<finding::Check>(500, check));
  report.findings.assign(50, check.findings[0]);
  const std::string out = Render(WriteMarkdown, report);
  EXPECT_LT(base::CountCodePoints(out), kLimit);
  EXPECT_THAT(out, HasSubstr("*Cut to fit: "));
  EXPECT_THAT(out, HasSubstr("… and 5 more\n"));
}

TEST(Markdown, CutTableEndsBeforeTheFindings) {
  finding::Report report =
      Verify(std::vector<finding::Check>(100, MakeCheck(std::string(390, 'n'), Outcome::kSkipped)));
  report.findings = {finding::Make(kRule, "about an input")};
  EXPECT_THAT(Render(WriteMarkdown, report), HasSubstr("|\n\n**error**: about an input"));
}

TEST(Markdown, CountsCharactersNotBytes) {
  finding::Report report = Verify({Failing("a", "m")});
  std::string message;
  for (int i = 0; i < 390; ++i) {
    message += "é";
  }
  report.findings.assign(80, finding::Make(kRule, message));
  EXPECT_THAT(Render(WriteMarkdown, report), Not(HasSubstr("Cut to fit")));
}

finding::Report Changes(std::size_t count) {
  finding::Report report;
  report.command = "breaking";
  report.findings.assign(count, Change("it|broke"));
  return report;
}

TEST(Markdown, FindingsWithoutChecksBecomeATableAndFoldedDetails) {
  const std::string out = Render(WriteMarkdown, Changes(1));
  EXPECT_THAT(out, StartsWith("**❌ accord breaking: failed**\n\n1 error (0.00 s)\n\n"));
  EXPECT_THAT(out,
              HasSubstr("| severity | finding | rule | place |\n| --- | --- | --- | --- |\n"
                        "| ❌ error | it\\|broke | `some-rule` | `a.proto:5:3` |\n\n"));
  EXPECT_THAT(out,
              HasSubstr("<details><summary>❌ it|broke</summary>\n\n"
                        "- place: `a.proto:5:3`\n"
                        "- in the old version: `git:main:a.proto:9:3`\n"
                        "- element: `acme.Order.total`\n"
                        "- breaks: binary format, JSON; stored data\n"
                        "- example: acme.Order, stored data\n"
                        "- written: `total: 7`\n"
                        "- bytes: `18 07`\n"
                        "- read: `3: 7`\n"
                        "- rule `some-rule`: A situation. `accord rules some-rule` explains it.\n"
                        "\n</details>\n"));
}

TEST(Markdown, SuppressedFindingsAreOnlyCounted) {
  finding::Report report = Changes(1);
  report.findings[0].suppressed = "the baseline";
  const std::string out = Render(WriteMarkdown, report);
  EXPECT_THAT(out, StartsWith("**✅ accord breaking: passed**\n\nno findings, 1 suppressed ("));
  EXPECT_THAT(out, Not(HasSubstr("broke")));
}

TEST(Markdown, ManyFindingsStayBelowTheLimit) {
  const std::string out = Render(WriteMarkdown, Changes(5000));
  EXPECT_LT(base::CountCodePoints(out), kLimit);
  EXPECT_THAT(out, HasSubstr("*Cut to fit: 4900 table rows and "));
}

TEST(Markdown, HasATablePerConsumer) {
  finding::Report report;
  report.command = "breaking";
  report.findings = {ThatHits("gone"), Change("nobody minds")};
  report.findings[1].hits.emplace();
  const std::string out = Render(WriteMarkdown, report);
  EXPECT_THAT(out,
              HasSubstr("### mailer\n\n"
                        "| severity | finding | rule | interactions |\n"
                        "| --- | --- | --- | --- |\n"
                        "| ❌ error | gone | `some-rule` | an address |\n"));
  EXPECT_THAT(out,
              HasSubstr("### web-shop\n\n"
                        "| severity | finding | rule | interactions |\n"
                        "| --- | --- | --- | --- |\n"
                        "| ❌ error | gone | `some-rule` | an order<br>two orders |\n"));
}

}  // namespace
}  // namespace accord::report
