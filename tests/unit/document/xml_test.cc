#include "accord/document/xml.h"

#include <gtest/gtest.h>

namespace accord::document {
namespace {

XmlElement Root(std::string_view text) {
  auto result = ParseXml(text);
  EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().message);
  return result.ok() ? std::move(result).value() : XmlElement();
}

std::string ErrorOf(std::string_view text, const XmlLimits& limits = {}) {
  const auto result = ParseXml(text, limits);
  return result.ok() ? "no error" : result.error().message;
}

TEST(ParseXml, KeepsElementsAttributesAndText) {
  const XmlElement root = Root("<?xml version='1.0'?>\n<a x='1' y=\"2\">t1<b>in</b>t2<c/></a>");
  EXPECT_EQ(root.name, "a");
  ASSERT_EQ(root.attributes.size(), 2U);
  EXPECT_EQ(root.attributes[0].name, "x");
  EXPECT_EQ(root.attributes[1].value, "2");
  EXPECT_EQ(root.text, "t1t2");
  ASSERT_EQ(root.children.size(), 2U);
  EXPECT_EQ(root.children[0].text, "in");
  EXPECT_EQ(root.line, 2U);
  EXPECT_EQ(root.column, 1U);
  EXPECT_EQ(root.children[0].column, 18U);
}

TEST(ParseXml, ResolvesNamespaces) {
  const XmlElement root =
      Root("<p:a xmlns:p='urn:p' xmlns='urn:d' p:k='1' k='2'><b/><c xmlns=''/></p:a>");
  EXPECT_EQ(root.uri, "urn:p");
  EXPECT_EQ(root.name, "a");
  ASSERT_EQ(root.attributes.size(), 2U);
  EXPECT_EQ(root.attributes[0].uri, "urn:p");
  EXPECT_EQ(root.attributes[1].uri, "");
  EXPECT_EQ(root.children[0].uri, "urn:d");
  EXPECT_EQ(root.children[1].uri, "");
}

TEST(ParseXml, CdataIsTextAndCommentsVanish) {
  EXPECT_EQ(Root("<a>x<!-- no --><![CDATA[<&>]]><?pi no?>y</a>").text, "x<&>y");
}

TEST(ParseXml, ExpandsEntities) {
  EXPECT_EQ(Root("<a>&lt;&amp;&#233;&#x1F600;</a>").text, "<&é😀");
  EXPECT_EQ(Root("<!DOCTYPE a [<!ENTITY e 'value'>]><a>&e;</a>").text, "value");
}

TEST(ParseXml, ReadsOtherEncodings) {
  EXPECT_EQ(Root("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>").text, "é");
}

TEST(ParseXml, NeverLoadsExternalEntities) {
  EXPECT_EQ(Root("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>").text, "");
}

TEST(ParseXml, RefusesEntityBombs) {
  std::string bomb = "<!DOCTYPE a [<!ENTITY e0 '" + std::string(100, 'x') + "'>";
  for (int i = 1; i < 10; ++i) {
    bomb += "<!ENTITY e" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) {
      bomb += "&e" + std::to_string(i - 1) + ";";
    }
    bomb += "'>";
  }
  EXPECT_NE(ErrorOf(bomb + "]><a>&e9;</a>").find("entities expand to too much text"),
            std::string::npos);
}

TEST(ParseXml, SaysWhereAndWhatIsWrong) {
  EXPECT_EQ(ErrorOf("<a>\n <b></a>"),
            "line 2, column 7: this end tag does not match the element that is open");
  EXPECT_EQ(ErrorOf("<a><p:b/></a>"), "line 1, column 4: a namespace prefix is not declared");
  EXPECT_EQ(ErrorOf("<a/><b/>"), "line 1, column 5: something follows after the root element");
  EXPECT_EQ(ErrorOf("<a x='1' x='2'/>"), "line 1, column 10: an attribute is repeated");
  EXPECT_EQ(ErrorOf("<a>&undeclared;</a>"), "line 1, column 4: this entity is not declared");
  EXPECT_EQ(ErrorOf(""), "line 1, column 1: the text ends before the root element is complete");
  EXPECT_EQ(ErrorOf("<a>"), "line 1, column 4: the text ends before the root element is complete");
  EXPECT_EQ(ErrorOf("<a>\x01</a>"), "line 1, column 4: this character may not stand here");
  EXPECT_EQ(ErrorOf("no xml"), "line 1, column 1: this is not XML");
  EXPECT_NE(ErrorOf("<a>\xFF</a>"), "no error");
}

TEST(ParseXml, HoldsItsLimits) {
  std::string deep;
  for (int i = 0; i < 1001; ++i) {
    deep += "<a>";
  }
  EXPECT_EQ(ErrorOf(deep), "line 1, column 3001: elements are nested deeper than 1000 levels");
  EXPECT_EQ(ErrorOf("<a><b/></a>", {.max_depth = 1}),
            "line 1, column 4: elements are nested deeper than 1 levels");
  EXPECT_EQ(ErrorOf("<a/>", {.max_depth = 0}),
            "line 1, column 1: elements are nested deeper than 0 levels");
  EXPECT_EQ(ErrorOf("<abc/>", {.max_bytes = 5}), "the XML has 6 bytes; the limit is 5");
}

TEST(WriteXml, WritesWhatReadsTheSame) {
  for (const std::string text : {"<a/>",
                                 "<a x=\"1\">t</a>",
                                 "<a>&lt;&amp;&gt;&#13;\n\t\"</a>",
                                 "<a x=\"&#9;&#10;&#13;&quot;'&lt;\"/>",
                                 "<a xmlns=\"urn:d\"><b/><c xmlns=\"\"><d/></c></a>",
                                 "<p:a xmlns:p=\"urn:p\" p:x=\"1\" xml:lang=\"en\"><p:b "
                                 "xmlns:q=\"urn:q\" q:y=\"2\" p:z=\"3\"/></p:a>"}) {
    const XmlElement first = Root(text);
    const std::string written = WriteXml(first);
    EXPECT_EQ(WriteXml(Root(written)), written) << text;
    const XmlElement second = Root(written);
    EXPECT_EQ(second.text, first.text);
    ASSERT_EQ(second.attributes.size(), first.attributes.size());
    for (std::size_t i = 0; i < first.attributes.size(); ++i) {
      EXPECT_EQ(second.attributes[i].uri, first.attributes[i].uri);
      EXPECT_EQ(second.attributes[i].value, first.attributes[i].value);
    }
  }
}

TEST(WriteXml, DeclaresNamespacesWhereTheyStart) {
  EXPECT_EQ(WriteXml(Root("<p:a xmlns:p='urn:p' p:x='1'><p:b/><c/></p:a>")),
            "<a xmlns=\"urn:p\" xmlns:ns0=\"urn:p\" ns0:x=\"1\"><b/><c xmlns=\"\"/></a>");
}

}  // namespace
}  // namespace accord::document
