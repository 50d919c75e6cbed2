#include "cli/reporting.h"

#include <sstream>

#include <gmock/gmock.h>

#include "cli/exit_code.h"
#include "cli/rules.h"
#include "tests/unit/cli/run_cli.h"

namespace accord::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

/// What the flags on a command line make of the outputs.
struct Paired {
  std::string text;  ///< "json>out.json text>-"
  std::string error;
};

Paired Pair(std::vector<std::string> arguments, ReportSettings settings = {}) {
  CLI::App app;
  AddReportOptions(app, settings);
  std::reverse(arguments.begin(), arguments.end());
  app.parse(arguments);
  Paired paired;
  if (const auto done = PairOutputs(app, settings); !done) {
    paired.error = done.error().message;
  }
  for (const Output& output : settings.outputs) {
    paired.text += (paired.text.empty() ? "" : " ") + output.format + ">" +
                   (output.file.empty() ? "-" : output.file);
  }
  return paired;
}

TEST(PairOutputs, DefaultIsTextOnStandardOutput) {
  EXPECT_EQ(Pair({}).text, "text>-");
}

TEST(PairOutputs, OutputBelongsToTheFormatBeforeIt) {
  EXPECT_EQ(Pair({"--format", "json", "--output", "a", "--format", "text"}).text, "json>a text>-");
  EXPECT_EQ(Pair({"--format", "text", "--format", "json", "--output", "a"}).text, "text>- json>a");
}

TEST(PairOutputs, OutputAlonePicksTheFormatByItsName) {
  EXPECT_EQ(Pair({"--output", "a.json"}).text, "json>a.json");
  EXPECT_EQ(Pair({"--output", "a.xml"}).text, "junit>a.xml");
  EXPECT_EQ(Pair({"--output", "a.md"}).text, "markdown>a.md");
  EXPECT_EQ(Pair({"--output", "a.html"}).text, "html>a.html");
  EXPECT_EQ(Pair({"--output", "a.sarif"}).text, "sarif>a.sarif");
  EXPECT_EQ(Pair({"--output", "a.sarif.json"}).text, "sarif>a.sarif.json");
  EXPECT_EQ(Pair({"--output", "a.log"}).text, "text>a.log");
  EXPECT_EQ(Pair({"--format=github", "--output", "a", "--output", "b.xml"}).text,
            "github>a junit>b.xml");
}

TEST(PairOutputs, FlagsReplaceTheFile) {
  ReportSettings settings;
  settings.outputs = {{"junit", "x.xml"}};
  EXPECT_EQ(Pair({}, settings).text, "junit>x.xml");
  EXPECT_EQ(Pair({"--format", "json"}, settings).text, "json>-");
}

TEST(PairOutputs, OnlyOneMayGoToStandardOutput) {
  EXPECT_THAT(Pair({"--format", "json", "--format", "text"}).error,
              HasSubstr("only one --format can go to standard output"));
}

TEST(PairOutputs, NoFileMayHoldTwoReports) {
  EXPECT_EQ(Pair({"--output", "a.json", "--format", "text", "--output", "a.json"}).error,
            "'a.json' is the --output of two reports");
}

TEST(PairOutputs, UnknownFormatNamesTheKnownOnes) {
  EXPECT_EQ(Pair({"--format", "xml"}).error,
            "--format: 'xml' is not one of "
            "text|json|junit|github|markdown|sarif|gitlab|html|buf-json");
}

finding::Report ReportWith(finding::Severity severity) {
  finding::Report report;
  report.command = "validate";
  report.findings.push_back(finding::Make(kInputUnreadable, "something"));
  report.findings.back().severity = severity;
  return report;
}

class WriteReportTest : public CliTest {
 protected:
  int Exit(const finding::Report& report) {
    const auto result = WriteReport(report, settings_, streams_);
    return result ? *result : PrintError(result.error(), streams_);
  }

  std::ostringstream out_;
  std::ostringstream err_;
  Streams streams_{out_, err_};
  ReportSettings settings_{.outputs = {{"text", ""}}};
};

TEST_F(WriteReportTest, FailOnDecidesWhatCounts) {
  using finding::Severity;
  for (const auto& [fail_on, severity, exit_code] :
       {std::tuple("error", Severity::kError, kFindings),
        std::tuple("error", Severity::kWarning, kClean),
        std::tuple("warning", Severity::kWarning, kFindings),
        std::tuple("warning", Severity::kInfo, kClean),
        std::tuple("info", Severity::kInfo, kFindings)}) {
    settings_.fail_on = fail_on;
    EXPECT_EQ(Exit(ReportWith(severity)), exit_code) << fail_on << ' ' << ToString(severity);
  }
}

TEST_F(WriteReportTest, ColourOnlyOnATerminalThatWantsIt) {
  const auto colored = [&] {
    out_.str({});
    Exit(ReportWith(finding::Severity::kError));
    return out_.str().find('\x1b') != std::string::npos;
  };
  EXPECT_FALSE(colored());
  streams_.out_is_terminal = true;
  EXPECT_TRUE(colored());
  streams_.no_color = true;
  EXPECT_FALSE(colored());
  settings_.color = "always";
  EXPECT_TRUE(colored());
  streams_.no_color = false;
  settings_.color = "never";
  EXPECT_FALSE(colored());
}

TEST_F(WriteReportTest, FilesAreNeverColoured) {
  settings_.color = "always";
  settings_.outputs = {{"text", "report.txt"}};
  EXPECT_EQ(Exit(ReportWith(finding::Severity::kError)), kFindings);
  EXPECT_THAT(out_.str(), IsEmpty());
  EXPECT_THAT(Read("report.txt"), HasSubstr("something"));
  EXPECT_THAT(Read("report.txt"), Not(HasSubstr("\x1b")));
}

TEST_F(WriteReportTest, FileThatCannotBeWrittenIsAnEnvironmentError) {
  settings_.outputs = {{"json", "nowhere/report.json"}};
  EXPECT_EQ(Exit(ReportWith(finding::Severity::kInfo)), kEnvironment);
  EXPECT_EQ(err_.str(), "accord: error: cannot write the report to 'nowhere/report.json'\n");
}

TEST_F(WriteReportTest, FullStandardOutputIsAnEnvironmentError) {
  out_.setstate(std::ios::badbit);
  EXPECT_EQ(Exit(ReportWith(finding::Severity::kInfo)), kEnvironment);
  EXPECT_EQ(err_.str(), "accord: error: cannot write the report to standard output\n");
}

TEST_F(WriteReportTest, FindingsBeforeAReportGoToStandardError) {
  PrintFindings(ReportWith(finding::Severity::kError).findings, streams_);
  EXPECT_THAT(err_.str(), StartsWith("error: something [input-unreadable]"));
  EXPECT_THAT(out_.str(), IsEmpty());
}

TEST(ExitCodes, EveryKindOfErrorHasItsOwn) {
  EXPECT_EQ(ToExitCode(base::ErrorKind::kUsage), 2);
  EXPECT_EQ(ToExitCode(base::ErrorKind::kInput), 3);
  EXPECT_EQ(ToExitCode(base::ErrorKind::kEnvironment), 4);
}

}  // namespace
}  // namespace accord::cli
