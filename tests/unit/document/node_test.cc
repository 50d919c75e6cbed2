#include "accord/document/node.h"

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

bool Same(const char* a, const char* b, bool by_value = false) {
  return Equal(MustParse(a)->root(), MustParse(b)->root(), by_value);
}

TEST(Node, FindsMembersInSmallAndLargeObjects) {
  for (const int size : {0, 1, 15, 16, 17, 1000}) {
    Builder builder;
    builder.StartObject();
    for (int i = 0; i < size; ++i) {
      builder.Key("key" + std::to_string(i));
      builder.Integer(i);
    }
    builder.EndObject();
    const DocumentPtr document = builder.Finish();
    const Node& root = document->root();
    EXPECT_EQ(root.members().size(), static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
      const Node* value = root.Find("key" + std::to_string(i));
      ASSERT_NE(value, nullptr);
      EXPECT_EQ(value->text(), std::to_string(i));
    }
    EXPECT_EQ(root.Find("key" + std::to_string(size)), nullptr);
    EXPECT_EQ(root.Find(""), nullptr);
  }
}

TEST(Node, KnowsRepeatedKeysOfItsOwnMembersOnly) {
  const DocumentPtr document = MustParse(R"({"a": {"x": 1, "y": 2, "x": 3}, "b": {"x": 1}})");
  const Node& root = document->root();
  EXPECT_FALSE(root.has_repeated_keys());
  EXPECT_TRUE(root.Find("a")->has_repeated_keys());
  EXPECT_FALSE(root.Find("b")->has_repeated_keys());
}

TEST(Node, ScalarsHaveNoChildren) {
  const DocumentPtr document = MustParse("[1, \"x\", null, [2]]");
  for (const Node& node : document->root().items().first(3)) {
    EXPECT_TRUE(node.items().empty());
    EXPECT_TRUE(node.members().empty());
    EXPECT_EQ(node.Find("x"), nullptr);
    EXPECT_FALSE(node.is_container());
  }
  EXPECT_EQ(document->root().text(), "");
}

TEST(Node, AStringMayStandOutsideOfADocument) {
  const std::string text = "a\0b";
  const Node node = Node::String(text);
  EXPECT_TRUE(node.is_string());
  EXPECT_EQ(node.text(), text);
  EXPECT_TRUE(Equal(node, Node::String(text)));
  EXPECT_EQ(Node::String({}).text(), "");
}

TEST(Node, KnowsIntegerText) {
  const DocumentPtr document = MustParse("[1, -7, 1.0, 1e2, \"1\"]");
  const auto items = document->root().items();
  EXPECT_TRUE(items[0].is_integer_text());
  EXPECT_TRUE(items[1].is_integer_text());
  EXPECT_FALSE(items[2].is_integer_text());
  EXPECT_FALSE(items[3].is_integer_text());
  EXPECT_FALSE(items[4].is_integer_text());
}

TEST(Node, KindsHaveNames) {
  const DocumentPtr document = MustParse("[null, true, 1, \"\", [], {}]");
  std::string names;
  for (const Node& node : document->root().items()) {
    names += std::string(ToString(node.kind())) + " ";
  }
  EXPECT_EQ(names, "null boolean number string array object ");
}

TEST(Equal, ComparesDeeply) {
  EXPECT_TRUE(Same(R"({"a":[1,{"b":null}],"c":"x"})", R"({"c":"x","a":[1,{"b":null}]})"));
  EXPECT_FALSE(Same("[1,2]", "[2,1]"));
  EXPECT_FALSE(Same("[1]", "[1,1]"));
  EXPECT_FALSE(Same(R"({"a":1})", R"({"a":1,"b":2})"));
  EXPECT_FALSE(Same(R"({"a":1,"b":2})", R"({"a":1})"));
  EXPECT_FALSE(Same(R"({"a":1})", R"({"b":1})"));
  EXPECT_FALSE(Same("[true]", "[false]"));
  EXPECT_FALSE(Same("[\"1\"]", "[1]"));
  EXPECT_FALSE(Same("[null]", "[false]"));
  EXPECT_TRUE(Same("[\"\\u0061\"]", "[\"a\"]"));
}

TEST(Equal, ARepeatedKeyIsItsLastValue) {
  EXPECT_TRUE(Same(R"({"a":1,"a":2})", R"({"a":2})"));
  EXPECT_TRUE(Same(R"({"a":2})", R"({"a":1,"a":2})"));
  EXPECT_FALSE(Same(R"({"a":1,"a":2})", R"({"a":1})"));
  EXPECT_FALSE(Same(R"({"a":1,"a":2})", R"({"a":2,"b":1})"));
}

TEST(Equal, IntegersAndDecimalsDifferUnlessComparedByValue) {
  EXPECT_FALSE(Same("1", "1.0"));
  EXPECT_TRUE(Same("1", "1.0", true));
  EXPECT_TRUE(Same("[1.0]", "[1.00]"));
  EXPECT_TRUE(Same("1.0", "10e-1"));
  EXPECT_FALSE(Same("1", "2", true));
  EXPECT_TRUE(Same(R"({"a":[1e2]})", R"({"a":[100]})", true));
}

}  // namespace
}  // namespace accord::document
