#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/document/xml.h"

#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t CountOf(std::string_view text, std::string_view wanted) {
  std::size_t count = 0;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos;
       at = text.find(wanted, at + wanted.size())) {
    ++count;
  }
  return count;
}

/// The body, which happens to be XML: every element in it is closed.
std::string Body(const finding::Report& report) {
  const std::string page = Render(WriteHtml, report);
  const std::size_t begin = page.find("<body>");
  const std::size_t end = page.find("</body>");
  EXPECT_NE(begin, std::string::npos);
  EXPECT_NE(end, std::string::npos);
  return page.substr(begin, end - begin) + "</body>";
}

finding::Report With(std::vector<finding::Finding> findings) {
  finding::Report report;
  report.command = "breaking";
  report.findings = std::move(findings);
  return report;
}

TEST(Html, IsWellFormedForAnyBytes) {
  const auto body = document::ParseXml(Body(HostileReport()));
  EXPECT_TRUE(body.ok()) << body.error().message;
  EXPECT_THAT(Body(HostileReport()), Not(HasSubstr("<b>")));
}

TEST(Html, NeedsNothingFromElsewhere) {
  const std::string page = Render(WriteHtml, HostileReport());
  for (const char* foreign : {"<script", "<link", "<img", "src=", "@import", "url("}) {
    EXPECT_THAT(page, Not(HasSubstr(foreign)));
  }
  EXPECT_THAT(page, HasSubstr("prefers-color-scheme: dark"));
  EXPECT_THAT(page, HasSubstr("@media print"));
  EXPECT_THAT(page, HasSubstr("<html lang=\"en\">"));
}

TEST(Html, ShowsBothSidesWithTheSpanMarked) {
  finding::Finding finding = Change("it broke");
  finding.span.source_line = "  ré & x";
  finding.previous.source_line = "\t注y";
  finding.previous.start.column = 2;
  finding.previous.end.column = 3;
  const std::string body = Body(With({finding}));
  EXPECT_THAT(body, HasSubstr("5 | </span>  <mark>r</mark>é &amp; x</pre>"));
  EXPECT_THAT(body, HasSubstr("9 | </span>    <mark>注</mark>y</pre>"));
  EXPECT_THAT(body, HasSubstr("in the old version: <code>git:main:a.proto:9:2</code>"));
}

TEST(Html, TellsWhoBreaksAndProvesIt) {
  const std::string body = Body(With({Change("it broke")}));
  EXPECT_THAT(body, HasSubstr("<td>binary format, JSON; stored data</td>"));
  EXPECT_THAT(body, HasSubstr("<caption>Example: <code>acme.Order</code>, stored data</caption>"));
  EXPECT_THAT(body, HasSubstr("<th scope=\"row\">bytes</th><td><pre>18 07</pre></td>"));
  EXPECT_THAT(body, HasSubstr("<summary>Rule <code>some-rule</code>: A situation.</summary>"));
}

TEST(Html, OneSectionPerFile) {
  finding::Finding other = Change("other");
  other.span.file = "b.proto";
  const std::string body = Body(With({Change("one"), other, Change("two")}));
  EXPECT_EQ(CountOf(body, "<section>"), 2U);
  EXPECT_LT(body.find(" two "), body.find("<h2>b.proto</h2>"));
}

TEST(Html, SuppressedFindingsStandApart) {
  finding::Finding known = Change("known");
  known.suppressed = "the baseline";
  const std::string body = Body(With({known}));
  EXPECT_THAT(body, Not(HasSubstr("<article")));
  EXPECT_THAT(body, HasSubstr("<h2>Suppressed</h2>"));
  EXPECT_THAT(body, HasSubstr("<td>the baseline</td>"));
  EXPECT_THAT(body, HasSubstr("no findings, 1 suppressed"));
}

TEST(Html, ChecksAreListedAndFailuresExplained) {
  finding::Report report = Verify({MakeCheck("fine", finding::Outcome::kPassed),
                                   Failing("broken", "it differs"),
                                   MakeCheck("gone", finding::Outcome::kError)});
  report.checks[1].reproduce = "curl x";
  report.checks[2].notes = {"no answer"};
  const std::string body = Body(report);
  EXPECT_THAT(body, HasSubstr("<td class=\"passed\">passed</td><td>web → orders: fine</td>"));
  EXPECT_THAT(body, HasSubstr("<h2>web → orders: broken</h2>"));
  EXPECT_THAT(body, HasSubstr("Repeat: <code>curl x</code>"));
  EXPECT_THAT(body, HasSubstr("<h2>web → orders: gone</h2>"));
  EXPECT_THAT(body, HasSubstr("<p>no answer</p>"));
  EXPECT_THAT(body, Not(HasSubstr("<h2>web → orders: fine</h2>")));
}

TEST(Html, ManyFindingsAreCounted) {
  const std::string body =
      Body(With(std::vector<finding::Finding>(2003, finding::Make(kRule, "m"))));
  EXPECT_EQ(CountOf(body, "<article"), 2000U);
  EXPECT_THAT(body, HasSubstr("… and 3 findings more"));
}

}  // namespace
}  // namespace accord::report
