#include "cli/instance_tally.h"

#include <gmock/gmock.h>

#include "accord/schema/schema.h"

namespace accord::cli {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<finding::Finding> OneFault(const std::string& file) {
  return {finding::Make(schema::kInstanceInvalid, "wrong", {.file = file})};
}

TEST(InstanceTally, FewHaveACheckEach) {
  finding::Report report;
  InstanceTally tally("s.json", 100, report);
  tally.AddValid("a.json", 0);
  tally.AddValid("b.ndjson", 7);
  tally.AddInvalid("c.json", 0, OneFault("c.json"));
  tally.Close();
  ASSERT_EQ(report.checks.size(), 3U);
  EXPECT_EQ(report.checks[1].name, "b.ndjson:7");
  EXPECT_EQ(report.checks[2].outcome, finding::Outcome::kFailed);
  EXPECT_EQ(report.scope, "");
}

TEST(InstanceTally, OfManyOnlyFailuresAreKept) {
  finding::Report report;
  InstanceTally tally("s.json", 100, report);
  for (std::uint64_t line = 1; line <= 100000; ++line) {
    tally.AddValid("a.ndjson", line);
  }
  tally.AddInvalid("a.ndjson", 100001, OneFault("a.ndjson"));
  tally.Close();
  ASSERT_EQ(report.checks.size(), 1U);
  EXPECT_EQ(report.checks[0].name, "a.ndjson:100001");
  EXPECT_EQ(report.scope, "100001 documents in all: 1 invalid");
}

TEST(InstanceTally, FindingsAreLimitedAndTheRestCounted) {
  finding::Report report;
  InstanceTally tally("s.json", 2, report);
  for (std::uint64_t line = 1; line <= 5; ++line) {
    tally.AddInvalid(
        "a.ndjson",
        line,
        tally.wants_findings() ? OneFault("a.ndjson") : std::vector<finding::Finding>());
  }
  tally.AddUnreadable(OneFault("a.ndjson"));
  tally.Close();
  EXPECT_EQ(report.checks.size(), 2U);
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_EQ(report.scope, "6 documents in all: 5 invalid, 1 unreadable");
  ASSERT_EQ(report.notices.size(), 1U);
  EXPECT_THAT(report.notices.front(), HasSubstr("4 more that failed are not shown"));
}

}  // namespace
}  // namespace accord::cli
