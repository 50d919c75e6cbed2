#include "proto/scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace accord::proto {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Scan, FindsImportsPackageAndEdition) {
  const Head head = Scan(
      "syntax = \"proto3\";\n"
      "package acme . orders.v1 ;\n"
      "import \"a/b.proto\";\n"
      "import public 'c.proto';\n"
      "import weak\"d.proto\";\n");
  EXPECT_THAT(head.imports, ElementsAre("a/b.proto", "c.proto", "d.proto"));
  EXPECT_EQ(head.package, "acme.orders.v1");
  EXPECT_FALSE(head.edition);
  EXPECT_TRUE(Scan("// c\nedition = \"2023\";").edition);
  EXPECT_TRUE(Scan("\xEF\xBB\xBF"
                   "edition= '2023';")
                  .edition);
}

TEST(Scan, FindsImportsBehindDefinitions) {
  const Head head = Scan(
      "message M { string s = 1 [default = \"}\"]; message N { } // }\n /* } */ }\n"
      "import \"late.proto\";"
      "option (o) = { a: 'x;' b { c: 1 } };\n"
      "import \"later.proto\";");
  EXPECT_THAT(head.imports, ElementsAre("late.proto", "later.proto"));
}

TEST(Scan, LooksOnlyAtStatementsOutsideOfBraces) {
  const Head head = Scan(
      "// import \"comment.proto\";\n"
      "/* import \"block.proto\"; package no; */\n"
      "option java_package = \"import \\\"string.proto\\\"; package no;\";\n"
      "message import { string package = 1; string edition = 2; import edition = \"x\"; }\n"
      "option import = \"value.proto\";\n"
      "enum E { import \"inner.proto\"; }\n");
  EXPECT_THAT(head.imports, IsEmpty());
  EXPECT_EQ(head.package, "");
  EXPECT_FALSE(head.edition);
}

TEST(Scan, CommentsMayStandAnywhere) {
  const Head head =
      Scan("import /* a */ public // b\n \"c.proto\" /* d */ ; package /* e */ f /* g */ .h;");
  EXPECT_THAT(head.imports, ElementsAre("c.proto"));
  EXPECT_EQ(head.package, "f.h");
}

TEST(Scan, NeighbouringStringsAreOne) {
  EXPECT_THAT(Scan("import \"a/\" 'b.proto';").imports, ElementsAre("a/b.proto"));
}

TEST(Scan, SurvivesTextsThatBreakOff) {
  for (const std::string_view text : {"",
                                      "import",
                                      "import \"",
                                      "import \"a",
                                      "import \"a\\",
                                      "package",
                                      "edition",
                                      "/",
                                      "/*",
                                      "//",
                                      "message {",
                                      "message { \"",
                                      "message { '\\",
                                      "message { /",
                                      "}}}}",
                                      "\xEF\xBB\xBF",
                                      "\xEF\xBB"}) {
    EXPECT_EQ(Scan(text).package, "") << text;
  }
  EXPECT_THAT(Scan("} import \"a.proto\";").imports, ElementsAre("a.proto"));
}

TEST(Scan, AStringEndsWithItsLine) {
  EXPECT_THAT(Scan("option o = \"lost;\nimport \"a.proto\";\n import \"b.proto\";").imports,
              ElementsAre("b.proto"));
  EXPECT_THAT(Scan("message M { \" }\n}\nimport \"b.proto\";").imports, ElementsAre("b.proto"));
}

TEST(FindTooDeep, TellsTheBraceThatIsOneTooMany) {
  EXPECT_EQ(FindTooDeep("a { b { } }", 2), std::nullopt);
  EXPECT_EQ(FindTooDeep("a { b { c { } } }", 2), 10U);
  EXPECT_EQ(FindTooDeep("{}{}{}}}}{", 1), std::nullopt);
  EXPECT_EQ(FindTooDeep("{ \"{{{\" /* { */ // {\n '{' }", 1), std::nullopt);
}

}  // namespace
}  // namespace accord::proto
