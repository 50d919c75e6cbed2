#include "report/xml_text.h"

#include <gtest/gtest.h>

namespace accord::report {
namespace {

TEST(EscapeXml, LeavesNoMarkup) {
  EXPECT_EQ(EscapeXml("<b a=\"x\">&amp;</b>"), "&lt;b a=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;");
  EXPECT_EQ(EscapeXml("a\nb\tc\rd"), "a\nb\tc&#13;d");
}

TEST(EscapeXml, DropsWhatXmlCannotHold) {
  EXPECT_EQ(EscapeXml(std::string_view("a\0\x01\x1b\uFFFEz", 8)), "az");
  EXPECT_EQ(EscapeXml("\xff"), "\uFFFD");
}

TEST(XmlAttribute, KeepsLineBreaksThroughParsing) {
  EXPECT_EQ(XmlAttribute("name", "a\n\t\"b\""), " name=\"a&#10;&#9;&quot;b&quot;\"");
}

}  // namespace
}  // namespace accord::report
