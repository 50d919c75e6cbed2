#include "report/places.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/report/render.h"

namespace accord::report {
namespace {

using testing::ElementsAre;

TEST(TreePath, IsTheNameInTheWorkingTree) {
  EXPECT_EQ(TreePath("protos/a.proto"), "protos/a.proto");
  EXPECT_EQ(TreePath("././a.proto"), "a.proto");
  EXPECT_EQ(TreePath("git:main:protos/a.proto"), "protos/a.proto");
  EXPECT_EQ(TreePath("git:HEAD~1:./a:b.proto"), "a:b.proto");
  EXPECT_EQ(TreePath("git:main"), "git:main");
  EXPECT_EQ(TreePath(""), "");
}

TEST(IsInGit, NeedsARefAndAPath) {
  EXPECT_TRUE(IsInGit("git:main:a.proto"));
  EXPECT_FALSE(IsInGit("git:main"));
  EXPECT_FALSE(IsInGit("a/git:main:b"));
}

TEST(ToUri, EncodesWhatAUriCannotHold) {
  EXPECT_EQ(ToUri("a b/c#d%e?.proto"), "a%20b/c%23d%25e%3F.proto");
  EXPECT_EQ(ToUri("größe.proto"), "gr%C3%B6%C3%9Fe.proto");
  EXPECT_EQ(ToUri("c:d.proto"), "c%3Ad.proto");
  EXPECT_EQ(ToUri("\xff\x01"), "%FF%01");
  EXPECT_EQ(ToUri("../a.proto"), "../a.proto");
}

TEST(ToUri, KnowsAbsolutePathsUrlsAndCommits) {
  EXPECT_EQ(ToUri("/tmp/a b"), "file:///tmp/a%20b");
  EXPECT_EQ(ToUri("https://broker/pacts?x=1 2"), "https://broker/pacts?x=1%202");
  EXPECT_EQ(ToUri("git:main:a b.proto"), "a%20b.proto");
}

TEST(Located, FallsBackToTheCheckAndToTheOldVersion) {
  finding::Finding finding = finding::Make(kRule, "m");
  finding::Check check;
  EXPECT_EQ((Located{&finding, nullptr}.path()), ".");
  finding.previous = At("git:main:old.proto", 7, 1);
  EXPECT_EQ((Located{&finding, nullptr}.path()), "old.proto");
  EXPECT_EQ((Located{&finding, nullptr}.line()), 0U);
  check.span = At("c.json", 4, 1);
  EXPECT_EQ((Located{&finding, &check}.path()), "c.json");
  EXPECT_EQ((Located{&finding, &check}.line()), 4U);
  finding.span = At("./new.proto", 5, 1);
  EXPECT_EQ((Located{&finding, &check}.path()), "new.proto");
  EXPECT_EQ((Located{&finding, &check}.line()), 5U);
}

TEST(GroupByFile, KeepsTheOrderInsideAndBetweenFiles) {
  std::vector<finding::Finding> findings = {finding::Make(kRule, "1", At("b", 1, 1)),
                                            finding::Make(kRule, "2", At("a", 1, 1)),
                                            finding::Make(kRule, "3"),
                                            finding::Make(kRule, "4", At("b", 2, 1))};
  findings[2].previous = At("a", 9, 9);
  std::vector<std::string> order;
  for (const FileGroup& group : GroupByFile(findings)) {
    for (const finding::Finding* finding : group.findings) {
      order.push_back(std::string(group.file) + finding->message);
    }
  }
  EXPECT_THAT(order, ElementsAre("b1", "b4", "a2", "a3"));
}

TEST(AllFindings, InputsFirstThenChecks) {
  finding::Report report = Verify({Failing("a", "2", finding::Outcome::kPending)});
  report.findings = {finding::Make(kRule, "1")};
  const std::vector<Located> all = AllFindings(report);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].finding->message, "1");
  EXPECT_FALSE(all[0].pending());
  EXPECT_EQ(all[1].finding->message, "2");
  EXPECT_TRUE(all[1].pending());
}

}  // namespace
}  // namespace accord::report
