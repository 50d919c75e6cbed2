#include "conform/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/conform/support.h"

namespace accord::conform::test {
namespace {

using testing::ElementsAre;

openapi::DescriptionPtr Described(const std::string& paths, const std::string& rest = "") {
  std::string text = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n" + rest + "paths:\n";
  for (const std::string_view path : {std::string_view(paths)}) {
    for (std::size_t at = 0; at < path.size();) {
      const std::size_t end = std::min(path.find(' ', at), path.size());
      text += "  '" + std::string(path.substr(at, end - at)) +
              "': {get: {responses: {default: {description: ''}}}}\n";
      at = end + 1;
    }
  }
  return openapi::Load(Parsed("api", text), {}).description;
}

/// The template that takes a path, with what stands for its parameters.
std::vector<std::string> Found(const openapi::DescriptionPtr& api, std::string_view path) {
  std::vector<std::string> out;
  Router({api}).Find("GET", path, [&](const Route& route, const PathValues& values) {
    out.push_back(route.item->path);
    for (const auto& [name, value] : values) {
      out.push_back(name + "=" + value);
    }
    return true;
  });
  return out;
}

TEST(Router, TakesWrittenSegmentsBeforeParameters) {
  const auto api = Described("/{a}/x /o/{id} /o/new /o/{id}.json");
  EXPECT_THAT(Found(api, "/o/new"), ElementsAre("/o/new"));
  EXPECT_THAT(Found(api, "/o/17"), ElementsAre("/o/{id}", "id=17"));
  EXPECT_THAT(Found(api, "/o/17.json"), ElementsAre("/o/{id}.json", "id=17"));
  EXPECT_THAT(Found(api, "/y/x"), ElementsAre("/{a}/x", "a=y"));
  EXPECT_THAT(Found(api, "/o/x"), ElementsAre("/o/{id}", "id=x"));
}

TEST(Router, IsExactAboutSegments) {
  const auto api = Described("/o/{id} /O");
  EXPECT_THAT(Found(api, "/o"), ElementsAre());
  EXPECT_THAT(Found(api, "/o/"), ElementsAre());
  EXPECT_THAT(Found(api, "/o/1/"), ElementsAre());
  EXPECT_THAT(Found(api, "//o/1"), ElementsAre());
  EXPECT_THAT(Found(api, "/o/1?x=2"), ElementsAre());
  EXPECT_THAT(Found(api, "o/1"), ElementsAre("/o/{id}", "id=1"));
  EXPECT_THAT(Found(api, "/o/a%20b"), ElementsAre("/o/{id}", "id=a b"));
}

TEST(Router, SlashesInsideOfASegmentDoNotSplitIt) {
  const auto api = Described("/o/a/b /p/{x}");
  EXPECT_THAT(Found(api, "/o/a/b"), ElementsAre("/o/a/b"));
  EXPECT_THAT(Found(api, "/o/a%2Fb"), ElementsAre());
  EXPECT_THAT(Found(api, "/p/a%2Fb"), ElementsAre("/p/{x}", "x=a/b"));
}

TEST(Router, CaseCountsUnlessTheDescriptionSaysOtherwise) {
  EXPECT_THAT(Found(Described("/o/New"), "/o/new"), ElementsAre());
  const auto api =
      openapi::Load(Parsed("api",
                           R"({"openapi": "3.0.3", "info": {"title": "t", "version": "1",
                                  "x-opc-config-case-insensitive": true}, "paths": {"/o/New":
                                  {"get": {"responses": {"default": {"description": ""}}}}}})"),
                    {})
          .description;
  EXPECT_THAT(Found(api, "/O/new"), ElementsAre("/o/New"));
}

TEST(Router, SeveralParametersInOneSegmentAreGreedyFromTheLeft) {
  const auto api = Described("/{a}-{b} /p{c}{d} /{.e} /{f*};");
  EXPECT_THAT(Found(api, "/1-2-3"), ElementsAre("/{a}-{b}", "a=1-2", "b=3"));
  EXPECT_THAT(Found(api, "/pxyz"), ElementsAre("/p{c}{d}", "c=xy", "d=z"));
  EXPECT_THAT(Found(api, "/px"), ElementsAre());
  EXPECT_THAT(Found(api, "/.x"), ElementsAre("/{.e}", "e=x"));
  EXPECT_THAT(Found(api, "/x;"), ElementsAre("/{f*};", "f=x"));
}

TEST(Router, PathsOfServersMayBeLeftOut) {
  const auto api = Described("/o", "servers: [{url: 'https://x.test/v1'}]\n");
  EXPECT_THAT(Found(api, "/v1/o"), ElementsAre("/o"));
  EXPECT_THAT(Found(api, "/o"), ElementsAre("/o"));
  EXPECT_THAT(Found(api, "/v2/o"), ElementsAre());
}

TEST(Router, SwaggersBasePathIsPartOfThePath) {
  const auto api =
      openapi::Load(Parsed("api",
                           R"({"swagger": "2.0", "info": {"title": "t", "version": "1"},
                               "basePath": "/v1", "paths": {"/o": {"get": {"responses":
                               {"default": {"description": ""}}}}}})"),
                    {})
          .description;
  EXPECT_THAT(Found(api, "/v1/o"), ElementsAre("/o"));
  EXPECT_THAT(Found(api, "/o"), ElementsAre());
}

TEST(Router, LongSegmentsTakeNoTime) {
  const auto api = Described("/{a}x{b}x{c}x{d}x{e}x{f}y");
  EXPECT_THAT(Found(api, "/" + std::string(20000, 'x')), ElementsAre());
}

}  // namespace
}  // namespace accord::conform::test
