#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/conform/support.h"

namespace accord::conform::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> WithQuery(const std::string& parameter, const std::string& query) {
  return Findings(Api(fmt::format(R"({{"get": {{"parameters": [{}],
                          "responses": {{"200": {{"description": ""}}}}}}}})",
                                  parameter)),
                  Pact(fmt::format(R"("query": {})", query), ""));
}

std::vector<std::string> WithHeader(const std::string& parameter, const std::string& headers) {
  return Findings(
      Api(fmt::format(R"({{"get": {{"parameters": [{}],
                          "responses": {{"200": {{"description": ""}}}}}}}})",
                      parameter)),
      fmt::format(R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
         {{"description": "d", "request": {{"method": "GET", "path": "/o", "headers": {}}},
         "response": {{"status": 200}}}}],
         "metadata": {{"pactSpecification": {{"version": "3.0.0"}}}}}})",
                  headers));
}

constexpr const char* kNumber = R"({"name": "n", "in": "query", "schema": {"type": "integer"}})";

TEST(Query, TextsAreReadAsTheSchemaWants) {
  EXPECT_THAT(WithQuery(kNumber, R"({"n": ["5"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(kNumber, R"({"n": ["+007"]})"), IsEmpty());
  for (const char* wrong : {"x", "", " ", "5.5", "0x5", "true"}) {
    EXPECT_THAT(WithQuery(kNumber, fmt::format(R"({{"n": ["{}"]}})", wrong)),
                ElementsAre("request.query.incompatible request.query.n"))
        << wrong;
  }
  const char* text =
      R"({"name": "n", "in": "query", "schema": {"type": "string", "maxLength": 3}})";
  EXPECT_THAT(WithQuery(text, R"({"n": ["123"]})"), IsEmpty());
  const char* either = R"({"name": "n", "in": "query", "schema": {"oneOf": [{"type": "boolean"},
                           {"type": "string", "enum": ["auto"]}]}})";
  EXPECT_THAT(WithQuery(either, R"({"n": ["true"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(either, R"({"n": ["auto"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(either, R"({"n": ["no"]})"),
              ElementsAre("request.query.incompatible request.query.n"));
}

std::string Listed(const std::string& members) {
  return R"({"name": "ids", "in": "query", )" + members +
         R"("schema": {"type": "array", "items": {"type": "integer"}}})";
}

TEST(Query, ListsInEveryStyle) {
  EXPECT_THAT(WithQuery(Listed(""), R"({"ids": ["1", "2"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(Listed(""), R"({"ids": ["1"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(Listed(""), R"({"ids[]": ["1", "2"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(Listed(R"("explode": false, )"), R"({"ids": ["1,2,3"]})"), IsEmpty());
  EXPECT_THAT(
      WithQuery(Listed(R"("style": "pipeDelimited", "explode": false, )"), R"({"ids": ["1|2|3"]})"),
      IsEmpty());
  EXPECT_THAT(WithQuery(Listed(R"("style": "spaceDelimited", "explode": false, )"),
                        R"({"ids": ["1 2 3"]})"),
              IsEmpty());
  EXPECT_THAT(WithQuery(Listed(R"("explode": false, )"), R"({"ids": ["1,x,3"]})"),
              ElementsAre("request.query.incompatible request.query.ids[1]"));
  EXPECT_THAT(WithQuery(Listed(""), R"({"ids": ["1", "x"]})"),
              ElementsAre("request.query.incompatible request.query.ids[1]"));
}

std::string Object(const std::string& members) {
  return R"({"name": "f", "in": "query", )" + members +
         R"("schema": {"type": "object", "properties": {"a": {"type": "integer"},
            "b": {"type": "object", "properties": {"c": {"type": "boolean"}}}}}})";
}

TEST(Query, ObjectsInEveryStyle) {
  const std::string deep = Object(R"("style": "deepObject", )");
  EXPECT_THAT(WithQuery(deep, R"({"f[a]": ["1"], "f[b][c]": ["true"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(deep, R"({"f[a]": ["x"]})"),
              ElementsAre("request.query.incompatible request.query.f.a"));
  EXPECT_THAT(WithQuery(Object(""), R"({"a": ["1"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(Object(R"("explode": false, )"), R"({"f": ["a,1"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(Object(R"("explode": false, )"), R"({"f": ["a,x"]})"),
              ElementsAre("request.query.incompatible request.query.f.a"));
}

TEST(Query, RequiredUnknownEmptyAndContent) {
  const char* required =
      R"({"name": "n", "in": "query", "required": true, "schema": {"type": "string"}})";
  EXPECT_THAT(WithQuery(required, "{}"), ElementsAre("request.query.incompatible request.query.n"));
  EXPECT_THAT(WithQuery(required, R"({"N": ["1"]})"),
              ElementsAre("request.query.incompatible request.query.n",
                          "request.query.unknown request.query.N"));
  const char* empty = R"({"name": "n", "in": "query", "allowEmptyValue": true,
                          "schema": {"type": "integer"}})";
  EXPECT_THAT(WithQuery(empty, R"({"n": [""]})"), IsEmpty());
  const char* content = R"({"name": "n", "in": "query", "content": {"application/json":
                            {"schema": {"type": "object", "required": ["a"]}}}})";
  EXPECT_THAT(WithQuery(content, R"({"n": ["{\"a\": 1}"]})"), IsEmpty());
  EXPECT_THAT(WithQuery(content, R"({"n": ["{}"]})"),
              ElementsAre("request.query.incompatible request.query.n"));
  EXPECT_THAT(WithQuery(content, R"({"n": ["{"]})"),
              ElementsAre("request.query.incompatible request.query.n"));
}

TEST(RequestHeaders, AreHeldAgainstTheirDescription) {
  const char* header = R"({"name": "X-N", "in": "header", "required": true,
                           "schema": {"type": "integer"}})";
  EXPECT_THAT(WithHeader(header, R"({"x-n": "5", "User-Agent": "a"})"), IsEmpty());
  EXPECT_THAT(WithHeader(header, R"({"x-n": "x"})"),
              ElementsAre("request.header.incompatible request.headers.X-N"));
  EXPECT_THAT(WithHeader(header, R"({"Y": "1"})"),
              ElementsAre("request.header.incompatible request.headers.X-N",
                          "request.header.unknown request.headers.y"));
}

TEST(Cookies, AreLookedForInTheCookieHeader) {
  const char* cookie = R"({"name": "sid", "in": "cookie", "required": true,
                           "schema": {"type": "integer"}})";
  EXPECT_THAT(WithHeader(cookie, R"({"Cookie": "a=b; sid=5"})"), IsEmpty());
  EXPECT_THAT(WithHeader(cookie, R"({"Cookie": "sid=x"})"),
              ElementsAre("request.cookie.incompatible request.headers.cookie.sid"));
  EXPECT_THAT(WithHeader(cookie, "{}"),
              ElementsAre("request.cookie.incompatible request.headers.cookie.sid"));
}

TEST(Path, StylesOfParameters) {
  const auto with = [](const std::string& style, const std::string& schema, const char* path) {
    return Findings(
        fmt::format(R"({{"openapi": "3.0.3", "info": {{"title": "t", "version": "1"}}, "paths":
                       {{"/p/{{x}}": {{"get": {{"parameters": [{{"name": "x", "in": "path",
                       "required": true, {}, "schema": {}}}],
                       "responses": {{"200": {{"description": ""}}}}}}}}}}}})",
                    style,
                    schema),
        Pact(fmt::format(R"("path": "{}")", path), ""));
  };
  const char* number = R"({"type": "integer"})";
  const char* numbers = R"({"type": "array", "items": {"type": "integer"}})";
  EXPECT_THAT(with(R"("style": "simple")", number, "/p/5"), IsEmpty());
  EXPECT_THAT(with(R"("style": "label")", number, "/p/.5"), IsEmpty());
  EXPECT_THAT(with(R"("style": "matrix")", number, "/p/;x=5"), IsEmpty());
  EXPECT_THAT(with(R"("style": "simple")", numbers, "/p/1,2"), IsEmpty());
  EXPECT_THAT(with(R"("style": "label", "explode": true)", numbers, "/p/.1.2"), IsEmpty());
  EXPECT_THAT(with(R"("style": "matrix", "explode": true)", numbers, "/p/;x=1;x=2"), IsEmpty());
  EXPECT_THAT(with(R"("style": "simple")", number, "/p/a"),
              ElementsAre("request.path-or-method.unknown request.path"));
}

}  // namespace
}  // namespace accord::conform::test
