#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"

#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using finding::Outcome;
using finding::Severity;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

finding::Report WithInput(finding::Finding finding) {
  finding::Report report;
  report.command = "validate";
  report.findings = {std::move(finding)};
  return report;
}

TEST(Github, NamesThePlace) {
  finding::Finding finding = finding::Make(kRule, "it is wrong", At("a.json", 3, 7));
  EXPECT_THAT(Render(WriteGithub, WithInput(finding)),
              StartsWith("::error file=a.json,line=3,endLine=3,col=7,title=accord validate::"
                         "it is wrong [some-rule]\n"));
}

TEST(Github, NoColumnOnSeveralLines) {
  finding::Finding finding = finding::Make(kRule, "m", At("a.json", 3, 7));
  finding.span.end.line = 5;
  EXPECT_THAT(Render(WriteGithub, WithInput(finding)),
              StartsWith("::error file=a.json,line=3,endLine=5,title="));
}

TEST(Github, EscapesMessageAndProperties) {
  finding::Report report = Verify({Failing("50%, really: yes", "100% a,b:c")});
  report.checks[0].span = At("a,b:c%.json", 1, 1);
  report.checks[0].findings[0].help = "x";
  const std::string out = Render(WriteGithub, report);
  EXPECT_THAT(out, HasSubstr("file=a%2Cb%3Ac%25.json,"));
  EXPECT_THAT(out, HasSubstr("title=web → orders%3A 50%25%2C really%3A yes::"));
  EXPECT_THAT(out, HasSubstr("::100%25 a,b:c [some-rule]%0Ahelp: x\n"));
}

TEST(Github, EveryLineIsACommand) {
  const std::string out = Render(WriteGithub, HostileReport());
  const std::vector<std::string_view> lines = base::Split(out, '\n');
  for (const std::string_view line : lines) {
    EXPECT_TRUE(line.empty() || line.starts_with("::")) << line;
  }
  EXPECT_EQ(out.find('\r'), std::string::npos);
}

TEST(Github, ErrorsComeFirst) {
  finding::Report report = Verify({Failing("one", "first"), Failing("two", "second")});
  report.checks[0].findings[0].severity = Severity::kWarning;
  const std::string out = Render(WriteGithub, report);
  EXPECT_LT(out.find("second"), out.find("first"));
  EXPECT_THAT(out, HasSubstr("::warning "));
}

TEST(Github, PendingIsOnlyANotice) {
  const std::string out =
      Render(WriteGithub, Verify({Failing("one", "not yet", Outcome::kPending)}));
  EXPECT_THAT(out, Not(HasSubstr("::error")));
  EXPECT_THAT(out, StartsWith("::notice title=web → orders%3A one (pending)::not yet"));
}

TEST(Github, FailureWithoutFindingsIsAnError) {
  finding::Report report = Verify({MakeCheck("one", Outcome::kError)});
  report.checks[0].notes = {"the provider is gone"};
  EXPECT_THAT(Render(WriteGithub, report),
              StartsWith("::error title=web → orders%3A one::the provider is gone\n"));
}

TEST(Github, EndsWithTheSummary) {
  EXPECT_THAT(Render(WriteGithub, Verify({MakeCheck("one", Outcome::kPassed)})),
              EndsWith("::notice title=accord verify::1 interaction: 1 passed (0.12 s)\n"));
}

TEST(Github, OnlyPlacesOfTheNewVersionAreFiles) {
  finding::Finding finding = Change("gone");
  finding.span = {};
  const std::string out = Render(WriteGithub, WithInput(finding));
  EXPECT_THAT(out, StartsWith("::error title=accord validate::gone [some-rule]%0A"));
  EXPECT_THAT(out, HasSubstr("%0Ain the old version: git:main:a.proto:9:3\n"));
}

TEST(Github, FilesOfACommitAreNamedAsInTheWorkingTree) {
  const finding::Finding finding = finding::Make(kRule, "m", At("git:HEAD:./a.proto", 3, 7));
  EXPECT_THAT(Render(WriteGithub, WithInput(finding)), StartsWith("::error file=a.proto,line=3,"));
}

TEST(Github, SuppressedFindingsAreLeftOut) {
  finding::Finding finding = Change("known");
  finding.suppressed = "the baseline";
  finding::Report report = WithInput(finding);
  report.checks = {Failing("a", "known too", Outcome::kPassed)};
  report.checks[0].findings[0].suppressed = "the baseline";
  EXPECT_THAT(Render(WriteGithub, report),
              StartsWith("::notice title=accord validate::1 check: 1 passed, 2 suppressed ("));
}

}  // namespace
}  // namespace accord::report
