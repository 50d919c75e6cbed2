#include "verify/line_diff.h"

#include <gtest/gtest.h>

namespace accord::verify {
namespace {

TEST(LineDiffTest, MarksChangesWithTwoLinesOfContext) {
  EXPECT_EQ(LineDiff("a\nb\nc\nd\ne\nf", "a\nb\nc\nX\ne\nf", 20), "  b\n  c\n- d\n+ X\n  e\n  f\n");
}

TEST(LineDiffTest, SaysWhereLinesAreLeftOut) {
  EXPECT_EQ(LineDiff("1\na\nb\nc\nd\ne\nf\n2", "X\na\nb\nc\nd\ne\nf\nY", 20),
            "- 1\n+ X\n  a\n  b\n  …\n  e\n  f\n- 2\n+ Y\n");
}

TEST(LineDiffTest, EqualTextsGiveNothing) {
  EXPECT_EQ(LineDiff("a\nb", "a\nb", 20), "");
}

TEST(LineDiffTest, CutsAtTheLimitAndCounts) {
  EXPECT_EQ(LineDiff("a\nb\nc\nd", "", 2), "- a\n- b\n  … 3 more lines\n");
}

TEST(LineDiffTest, HugeTextsAreNotCompared) {
  std::string many;
  for (int i = 0; i < 2000; ++i) {
    many += "x\n";
  }
  EXPECT_EQ(LineDiff(many, "y", 20), "");
}

}  // namespace
}  // namespace accord::verify
