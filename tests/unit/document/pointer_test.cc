#include "accord/document/pointer.h"

#include "tests/unit/document/parsing.h"

namespace accord::document {
namespace {

std::string Resolved(const Document& document, std::string_view pointer) {
  const auto parsed = Pointer::Parse(pointer);
  EXPECT_TRUE(parsed.ok());
  const Node* node = parsed.ok() ? parsed->Resolve(document.root()) : nullptr;
  return node == nullptr ? "nothing" : Compact(*node);
}

// The examples of RFC 6901 §5.
TEST(Pointer, ResolvesAsInTheStandard) {
  const DocumentPtr document = MustParse(
      R"({"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8})");
  EXPECT_EQ(Resolved(*document, "/foo"), R"(["bar","baz"])");
  EXPECT_EQ(Resolved(*document, "/foo/0"), R"("bar")");
  EXPECT_EQ(Resolved(*document, "/"), "0");
  EXPECT_EQ(Resolved(*document, "/a~1b"), "1");
  EXPECT_EQ(Resolved(*document, "/c%d"), "2");
  EXPECT_EQ(Resolved(*document, "/i\\j"), "5");
  EXPECT_EQ(Resolved(*document, "/k\"l"), "6");
  EXPECT_EQ(Resolved(*document, "/ "), "7");
  EXPECT_EQ(Resolved(*document, "/m~0n"), "8");
  EXPECT_EQ(Pointer().Resolve(document->root()), &document->root());
}

TEST(Pointer, NamesNothingWhereThereIsNothing) {
  const DocumentPtr document = MustParse(R"({"a":[1,2],"s":"x"})");
  for (const char* pointer : {"/b",
                              "/a/2",
                              "/a/-",
                              "/a/01",
                              "/a/-1",
                              "/a/+1",
                              "/a/x",
                              "/a/",
                              "/a/0/0",
                              "/s/0",
                              "/a/99999999999999999999"}) {
    EXPECT_EQ(Resolved(*document, pointer), "nothing") << pointer;
  }
}

TEST(Pointer, RefusesWhatIsNoPointer) {
  EXPECT_EQ(Pointer::Parse("a/b").error().message,
            "'a/b' is no JSON pointer: it must start with '/'");
  EXPECT_EQ(Pointer::Parse("/a~2").error().message,
            "'/a~2' is no JSON pointer: after '~' only 0 or 1 may follow");
  EXPECT_FALSE(Pointer::Parse("/a~").ok());
}

TEST(Pointer, RoundTrips) {
  for (const char* text : {"", "/", "/a", "/a~1b/~0/0", "//x", "/a/"}) {
    EXPECT_EQ(Pointer::Parse(text)->ToString(), text);
  }
  EXPECT_EQ(Pointer().Child("a/b").Child("~").Child("0").ToString(), "/a~1b/~0/0");
  EXPECT_EQ(Pointer::Parse("/a~01")->tokens(), std::vector<std::string>{"a~1"});
}

}  // namespace
}  // namespace accord::document
