#include "conform/media_types.h"

#include <gtest/gtest.h>

namespace accord::conform {
namespace {

std::string Chosen(std::string_view asked, const std::vector<std::string>& described) {
  std::vector<openapi::MediaType> types;
  for (const std::string& name : described) {
    types.push_back({name, {}, {}});
  }
  const openapi::MediaType* found = FindMediaType(asked, types);
  return found != nullptr ? found->name : "";
}

TEST(FindMediaType, TakesTheClosest) {
  EXPECT_EQ(Chosen("application/json", {"text/plain", "application/json"}), "application/json");
  EXPECT_EQ(Chosen("Application/JSON; charset=utf-8", {"application/json"}), "application/json");
  EXPECT_EQ(Chosen("application/json", {"application/vnd.a+json"}), "application/vnd.a+json");
  EXPECT_EQ(Chosen("application/vnd.a+json", {"application/vnd.b+json", "application/vnd.a+json"}),
            "application/vnd.a+json");
  EXPECT_EQ(Chosen("text/csv", {"application/json", "text/*"}), "text/*");
  EXPECT_EQ(Chosen("text/csv", {"*/*"}), "*/*");
  EXPECT_EQ(Chosen("text/*", {"application/json", "text/csv"}), "text/csv");
  EXPECT_EQ(Chosen("*/*", {"application/json"}), "application/json");
  EXPECT_EQ(Chosen("application/xml", {"application/json"}), "");
  EXPECT_EQ(Chosen("no media type", {"application/json"}), "");
  EXPECT_EQ(Chosen("application/json", {}), "");
}

TEST(FindMediaType, HonoursQualities) {
  EXPECT_EQ(Chosen("a/a;q=0.2, b/b;q=0.9, c/c;q=0.5", {"a/a", "b/b", "c/c"}), "b/b");
  EXPECT_EQ(Chosen("a/a;q=0, b/b", {"a/a", "b/b"}), "b/b");
}

TEST(IsReadable, JsonAndForms) {
  EXPECT_TRUE(IsReadable("application/json"));
  EXPECT_TRUE(IsReadable("application/problem+json; charset=utf-8"));
  EXPECT_TRUE(IsReadable("application/x-www-form-urlencoded"));
  EXPECT_TRUE(IsReadable("multipart/form-data; boundary=x"));
  EXPECT_FALSE(IsReadable("application/xml"));
  EXPECT_FALSE(IsReadable("image/png"));
  EXPECT_FALSE(IsReadable("text/plain"));
}

}  // namespace
}  // namespace accord::conform
