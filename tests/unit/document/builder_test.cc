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

TEST(Builder, MadeOutOfAnotherDocument) {
  DocumentPtr made;
  {
    const DocumentPtr original = MustParse(R"({"old": {"deep": [1]},
 "other": 2})");
    const Member& old = original->root().members()[0];
    const Node& other = *original->root().Find("other");
    Builder builder(original);
    builder.StandAt(original->root().begin(), original->root().end());
    builder.StartObject();
    builder.StandAt(old.key_begin, old.key_end);
    builder.Key("new");
    builder.Share(old.value);
    const Node again = builder.last();
    builder.StandAt(other.begin(), other.end());
    builder.Key("list");
    builder.StartArray();
    builder.Copy(*original->root().Find("old"));
    builder.EndArray();
    builder.Key("again");
    builder.Share(again);
    builder.EndObject();
    made = builder.Finish();
  }
  EXPECT_EQ(Compact(made->root()),
            R"({"new":{"deep":[1]},"list":[{"deep":[1]}],"again":{"deep":[1]}})");
  EXPECT_EQ(made->name(), "test");
  const Node& value = made->root().members()[0].value;
  EXPECT_EQ(ToString(made->SpanOf(value)), "test:1:9");
  EXPECT_EQ(made->SpanOf(value).end.column, 22U);
  EXPECT_EQ(ToString(made->KeySpanOf(made->root().members()[0])), "test:1:2");
  EXPECT_EQ(ToString(made->SpanOf(made->root())), "test:1:1");
  const Node& list = *made->root().Find("list");
  EXPECT_EQ(ToString(made->SpanOf(list)), "test:2:11");
  EXPECT_EQ(ToString(made->SpanOf(*list.items()[0].Find("deep"))), "test:2:11");
  EXPECT_EQ(made->root().Find("again")->Find("deep"), value.Find("deep"));
}

TEST(Builder, WithoutValuesGivesNull) {
  EXPECT_TRUE(Builder().Finish()->root().is_null());
}

}  // namespace
}  // namespace accord::document
