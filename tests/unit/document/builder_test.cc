#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

TEST(Builder, BuildsEveryKind) {
  Builder builder;
  builder.StartObject();
  builder.Key("null");
  builder.Null();
  builder.Key("list");
  builder.StartArray();
  builder.Bool(true);
  builder.Bool(false);
  builder.Number("1.50");
  builder.Integer(-9223372036854775807 - 1);
  builder.String("x\"y");
  builder.StartArray();
  builder.EndArray();
  builder.StartObject();
  builder.EndObject();
  builder.EndArray();
  builder.EndObject();
  const DocumentPtr document = builder.Finish("made");
  EXPECT_EQ(Compact(document->root()),
            R"({"null":null,"list":[true,false,1.50,-9223372036854775808,"x\"y",[],{}]})");
  EXPECT_EQ(document->name(), "made");
}

TEST(Builder, KeepsItsOwnCopyOfText) {
  Builder builder;
  {
    const std::string text(100, 'a');
    builder.String(text);
  }
  EXPECT_EQ(builder.Finish()->root().text(), std::string(100, 'a'));
}

TEST(Builder, CopiesDeeply) {
  DocumentPtr copy;
  const std::string text = R"({"a":[1,{"b":["x",null,true,1e400]}],"empty":[{},[]]})";
  {
    const DocumentPtr original = MustParse(text);
    Builder builder;
    builder.StartArray();
    builder.Copy(original->root());
    builder.Copy(*original->root().Find("empty"));
    builder.Copy(original->root().Find("a")->items()[0]);
    builder.EndArray();
    copy = builder.Finish();
  }
  EXPECT_EQ(Compact(copy->root()), "[" + text + ",[{},[]],1]");
}

TEST(Builder, WithoutValuesGivesNull) {
  EXPECT_TRUE(Builder().Finish()->root().is_null());
}

}  // namespace
}  // namespace accord::document
