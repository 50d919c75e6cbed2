#include <gtest/gtest.h>

#include "accord/schema/uri.h"

namespace accord::schema {
namespace {

// The examples of RFC 3986, sections 5.4.1 and 5.4.2.
TEST(Uri, ResolvesAsTheStandardSays) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q"},
      {"g#s", "http://a/b/c/g"},
      {";x", "http://a/b/c/;x"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
  };
  for (const auto& [reference, expected] : cases) {
    EXPECT_EQ(ResolveUri("http://a/b/c/d;p?q", reference), expected) << reference;
  }
}

TEST(Uri, OpaqueAndRelativeBases) {
  EXPECT_EQ(ResolveUri("urn:uuid:1-2", "#a"), "urn:uuid:1-2");
  EXPECT_EQ(ResolveUri("urn:a:b", "urn:c:../d"), "urn:c:../d");
  EXPECT_EQ(ResolveUri("", "a/../b.json"), "b.json");
  EXPECT_EQ(ResolveUri("folder/a.json", "b.json"), "folder/b.json");
  EXPECT_EQ(ResolveUri("folder/a.json", "../../b.json"), "../b.json");
  EXPECT_EQ(ResolveUri("../a.json", "../b.json"), "../../b.json");
  EXPECT_EQ(ResolveUri("http://host", "a"), "http://host/a");
  EXPECT_EQ(ResolveUri("file:///c:/x/y.json", "z.json"), "file:///c:/x/z.json");
}

TEST(Uri, PointersInFragments) {
  EXPECT_EQ(EncodeFragment("/a b/%/\"ä"), "/a%20b/%25/%22%C3%A4");
  std::string pointer = "/properties";
  AppendToken(pointer, "a/b~c");
  EXPECT_EQ(pointer, "/properties/a~1b~0c");
}

}  // namespace
}  // namespace accord::schema
