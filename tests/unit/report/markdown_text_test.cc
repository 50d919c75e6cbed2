#include "report/markdown_text.h"

#include <gtest/gtest.h>

namespace accord::report {
namespace {

TEST(EscapeMarkdown, DefusesMarkup) {
  EXPECT_EQ(EscapeMarkdown("a|b `c` *d* _e_ [f](g) \\"),
            "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) \\\\");
  EXPECT_EQ(EscapeMarkdown("<img> & x"), "&lt;img&gt; &amp; x");
  EXPECT_EQ(EscapeMarkdown("one\ntwo"), "one␊two");
}

TEST(EscapeMarkdown, MentionsNobody) {
  EXPECT_EQ(EscapeMarkdown("@octocat #1"), "@<!-- -->octocat #<!-- -->1");
}

TEST(EscapeHtml, LeavesMarkdownAlone) {
  EXPECT_EQ(EscapeHtml("a_b </summary> &"), "a_b &lt;/summary&gt; &amp;");
}

TEST(CodeSpan, UsesALongerFenceThanItsText) {
  EXPECT_EQ(CodeSpan("plain"), "`plain`");
  EXPECT_EQ(CodeSpan("a``b"), "```a``b```");
  EXPECT_EQ(CodeSpan("`x`"), "`` `x` ``");
  EXPECT_EQ(CodeSpan("a|b"), "`a\\|b`");
}

TEST(CodeBlock, CannotBeClosedFromInside) {
  EXPECT_EQ(CodeBlock("diff", "-a\n"), "```diff\n-a\n```\n");
  EXPECT_EQ(CodeBlock("", "````\n"), "`````\n````\n`````\n");
}

TEST(BoundedText, CountsCharactersAndTakesWholeBlocks) {
  BoundedText text(6);
  EXPECT_TRUE(text.Add("äöü"));
  EXPECT_TRUE(text.Add("ß"));
  EXPECT_FALSE(text.full());
  EXPECT_FALSE(text.Add("abc"));
  EXPECT_TRUE(text.full());
  EXPECT_FALSE(text.Add("a"));
  EXPECT_EQ(text.text(), "äöüß");
}

}  // namespace
}  // namespace accord::report
