#include "accord/pact/path.h"

#include <gtest/gtest.h>

namespace accord::pact {
namespace {

using Kind = PathToken::Kind;

std::string Parsed(std::string_view text) {
  const base::Result<PathExpression> path = PathExpression::Parse(text);
  return path.ok() ? path->ToString() : path.error().message;
}

TEST(PathExpression, ReadsEveryKindOfStep) {
  const base::Result<PathExpression> path = PathExpression::Parse("$.a['b c'][3][*].*");
  ASSERT_TRUE(path.ok());
  const std::vector<PathToken> expected = {{Kind::kRoot, "", 0},
                                           {Kind::kField, "a", 0},
                                           {Kind::kField, "b c", 0},
                                           {Kind::kIndex, "", 3},
                                           {Kind::kStarIndex, "", 0},
                                           {Kind::kStar, "", 0}};
  EXPECT_EQ(path->tokens(), expected);
}

TEST(PathExpression, PrintsOneSpelling) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"$", "$"},
      {"$.a.b", "$.a.b"},
      {"$['a']['b']", "$.a.b"},
      {"$.a[0][*].*", "$.a[0][*].*"},
      {"$['2'].str", "$['2'].str"},
      {"$.2", "$['2']"},
      {"$.root['@id']", "$.root['@id']"},
      {"$.root.@id", "$.root['@id']"},
      {"$.root.#text", "$.root.#text"},
      {"$.urn:x:name", "$.urn:x:name"},
      {"$.a-b_c", "$.a-b_c"},
      {"$['it's']", "$['it's']"},
      {"$['a.b[0]']", "$['a.b[0]']"},
      {"$.größe", "$['größe']"},
      {"a.b", "$.a.b"},
      {"column:1", "$.column:1"},
      {"$[4294967295]", "$[4294967295]"},
  };
  for (const auto& [text, printed] : cases) {
    EXPECT_EQ(Parsed(text), printed) << text;
    EXPECT_EQ(Parsed(printed), printed) << text;
  }
}

TEST(PathExpression, SaysWhereAndWhatIsWrong) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "expected a path at offset 0"},
      {"*", "expected `$` or a name at offset 0"},
      {".a", "expected `$` or a name at offset 0"},
      {"$a", "expected `.` or `[` at offset 1"},
      {"$.", "expected a name or `*` at offset 2"},
      {"$..a", "expected a name or `*` at offset 2"},
      {"$.a b", "expected `.` or `[` at offset 3"},
      {"$[]", "expected an index, `*` or a name in single quotes at offset 2"},
      {"$[\"a\"]", "expected an index, `*` or a name in single quotes at offset 2"},
      {"$[-1]", "expected an index, `*` or a name in single quotes at offset 2"},
      {"$[1", "expected `]` at offset 3"},
      {"$[1:2]", "expected `]` at offset 3"},
      {"$[?(@.a)]", "expected an index, `*` or a name in single quotes at offset 2"},
      {"$['']", "expected a name between the quotes at offset 3"},
      {"$['a", "expected `']` at offset 4"},
      {"$[4294967296]", "expected an index below 4294967296 at offset 2"},
  };
  for (const auto& [text, message] : cases) {
    EXPECT_FALSE(PathExpression::Parse(text).ok()) << text;
    EXPECT_EQ(Parsed(text), message) << text;
  }
}

TEST(PathExpression, TakesLongPaths) {
  std::string text = "$";
  for (int i = 0; i < 10000; ++i) {
    text += ".a";
  }
  EXPECT_EQ(Parsed(text), text);
}

TEST(AppendField, QuotesWhatIsNoPlainName) {
  std::string path = "$";
  AppendField(path, "a");
  AppendField(path, "b c");
  AppendField(path, "");
  AppendIndex(path, 7);
  EXPECT_EQ(path, "$.a['b c'][''][7]");
}

}  // namespace
}  // namespace accord::pact
