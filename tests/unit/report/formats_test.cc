#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accord/base/strings.h"

#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

TEST(Formats, AreFoundByName) {
  for (const FormatEntry& entry : Formats()) {
    EXPECT_EQ(FindFormat(entry.name), entry.write) << entry.name;
  }
  EXPECT_EQ(FindFormat("text"), WriteText);
  EXPECT_EQ(FindFormat("sarif!"), nullptr);
  EXPECT_EQ(FindFormat(""), nullptr);
}

TEST(Formats, TextComesFirstInHelp) {
  ASSERT_FALSE(Formats().empty());
  EXPECT_EQ(Formats().front().name, "text");
}

TEST(Formats, EveryOneSurvivesHostileBytes) {
  const finding::Report report = HostileReport();
  for (const FormatEntry& entry : Formats()) {
    const std::string out = Render(entry.write, report);
    EXPECT_TRUE(base::IsUtf8(out)) << entry.name;
    EXPECT_EQ(out.find('\x1b'), std::string::npos) << entry.name;
    EXPECT_EQ(out.find('\0'), std::string::npos) << entry.name;
    EXPECT_EQ(out.find('\x08'), std::string::npos) << entry.name;
  }
}

TEST(Formats, EveryOneSurvivesAnEmptyReport) {
  for (const FormatEntry& entry : Formats()) {
    EXPECT_EQ(Render(entry.write, {}).empty(), entry.write == WriteBufJson) << entry.name;
  }
}

TEST(Formats, EveryOneSurvivesAFindingWithoutRule) {
  finding::Report report;
  report.findings.emplace_back();
  report.findings.back().message = "no rule";
  for (const FormatEntry& entry : Formats()) {
    EXPECT_THAT(Render(entry.write, report), testing::HasSubstr("no rule")) << entry.name;
  }
}

}  // namespace
}  // namespace accord::report
