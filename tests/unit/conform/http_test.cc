#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/conform/support.h"

namespace accord::conform::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::string> WithSecurity(const std::string& requirements, const std::string& headers) {
  const std::string schemes = R"("components": {"securitySchemes": {
      "a": {"type": "apiKey", "in": "header", "name": "X-A"},
      "b": {"type": "apiKey", "in": "query", "name": "b"},
      "c": {"type": "apiKey", "in": "cookie", "name": "sid"},
      "basic": {"type": "http", "scheme": "basic"},
      "token": {"type": "oauth2", "flows": {}}}})";
  return Findings(
      Api(fmt::format(
              R"({{"get": {{"security": {}, "responses": {{"200": {{"description": ""}}}}}}}})",
              requirements),
          schemes),
      fmt::format(R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
         {{"description": "d", "request": {{"method": "GET", "path": "/o", "headers": {}}},
         "response": {{"status": 200}}}}],
         "metadata": {{"pactSpecification": {{"version": "3.0.0"}}}}}})",
                  headers));
}

TEST(Security, AlternativesOfWhichEachNeedsAll) {
  EXPECT_THAT(WithSecurity(R"([{"a": [], "b": []}])", R"({"X-A": "1"})"),
              ElementsAre("request.authorization.missing request.query"));
  EXPECT_THAT(WithSecurity(R"([{"a": []}, {"basic": []}])", R"({"x-a": "1"})"), IsEmpty());
  EXPECT_THAT(WithSecurity(R"([{"a": []}, {}])", "{}"), IsEmpty());
  EXPECT_THAT(WithSecurity("[]", "{}"), IsEmpty());
  EXPECT_THAT(WithSecurity(R"([{"a": []}, {"b": []}])", "{}"),
              UnorderedElementsAre("request.authorization.missing request.headers",
                                   "request.authorization.missing request.query"));
}

TEST(Security, KindsOfCredentials) {
  EXPECT_THAT(WithSecurity(R"([{"basic": []}])", R"({"Authorization": "Basic eDp5"})"), IsEmpty());
  EXPECT_THAT(WithSecurity(R"([{"basic": []}])", R"({"Authorization": "Bearer x"})"),
              ElementsAre("request.authorization.missing request.headers"));
  EXPECT_THAT(WithSecurity(R"([{"c": []}])", R"({"Cookie": "sid=1"})"), IsEmpty());
  EXPECT_THAT(WithSecurity(R"([{"c": []}])", "{}"),
              ElementsAre("request.cookie.incompatible request.headers.cookie"));
  EXPECT_THAT(WithSecurity(R"([{"token": []}])", "{}"),
              ElementsAre("request.authorization.unproven request.headers"));
}

std::string Posts(const std::string& content, const std::string& responses) {
  return Api(fmt::format(
      R"({{"post": {{"requestBody": {{"required": true, "content": {{{}}}}}, "responses": {}}}}})",
      content,
      responses));
}

constexpr const char* kOk = R"({"200": {"description": ""}})";

std::string Sends(const std::string& type, const std::string& body, int status = 200) {
  return fmt::format(
      R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
         {{"description": "d", "request": {{"method": "POST", "path": "/o",
         "headers": {{"Content-Type": "{}"}}, "body": {}}},
         "response": {{"status": {}}}}}],
         "metadata": {{"pactSpecification": {{"version": "3.0.0"}}}}}})",
      type,
      body,
      status);
}

TEST(RequestBody, IsValidatedAsItStands) {
  const std::string spec = Posts(
      R"("application/json": {"schema": {"type": "object", "required": ["id", "n"],
         "properties": {"id": {"type": "string", "readOnly": true}, "n": {"type": "string"}}}})",
      kOk);
  EXPECT_THAT(Findings(spec, Sends("application/json", R"({"n": "x"})")), IsEmpty());
  EXPECT_THAT(Findings(spec, Sends("application/json", "{}")),
              ElementsAre("request.body.incompatible request.body"));
  EXPECT_THAT(Findings(spec, Sends("application/json", R"({"n": "x", "m": 1})")),
              ElementsAre("consumer.property.undocumented request.body"));
  EXPECT_THAT(Findings(spec, Sends("application/json", "\"no object\"")),
              ElementsAre("request.body.incompatible request.body"));
  EXPECT_THAT(Findings(spec, Sends("application/xml", "\"<a/>\"")),
              ElementsAre("request.content-type.incompatible request.headers.content-type"));
}

TEST(RequestBody, FormsAreTyped) {
  const std::string spec = Posts(
      R"("application/x-www-form-urlencoded": {"schema": {"type": "object", "properties":
         {"n": {"type": "integer"}, "l": {"type": "array", "items": {"type": "integer"}}}}})",
      kOk);
  const char* form = "application/x-www-form-urlencoded";
  EXPECT_THAT(Findings(spec, Sends(form, R"("n=5&l=1&l=2")")), IsEmpty());
  EXPECT_THAT(Findings(spec, Sends(form, R"("n=x")")),
              ElementsAre("request.body.incompatible request.body.n"));
}

TEST(RequestBody, PartsOfMultipartForms) {
  const std::string spec = Posts(
      R"("multipart/form-data": {"schema": {"type": "object", "required": ["n"], "properties":
         {"n": {"type": "integer"}}}})",
      kOk);
  const char* type = "multipart/form-data; boundary=b";
  const auto part = [](const char* name, const char* value) {
    return fmt::format(
        R"("--b\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{}\r\n--b--\r\n")",
        name,
        value);
  };
  EXPECT_THAT(Findings(spec, Sends(type, part("n", "5"))), IsEmpty());
  EXPECT_THAT(Findings(spec, Sends(type, part("m", "5"))),
              ElementsAre("request.body.incompatible request.body",
                          "consumer.property.undocumented request.body"));
}

TEST(FailingRequests, AreCheckedForOtherFaults) {
  const std::string spec =
      Posts(R"("application/json": {"schema": {"type": "object", "required": ["n"]}})",
            R"({"400": {"description": ""}, "404": {"description": ""}})");
  EXPECT_THAT(Findings(spec, Sends("application/json", "{}", 400)), IsEmpty());
  EXPECT_THAT(Findings(spec, Sends("application/json", "{}", 404)),
              ElementsAre("consumer.failure.unexplained request.body"));
}

std::string Responds(const std::string& response) {
  return Api(fmt::format(R"({{"get": {{"responses": {}}}}})", response));
}

TEST(Response, StatusRangesAndDefault) {
  const auto judge = [](const char* responses, int status) {
    return Findings(Responds(responses), Pact("", fmt::format("\"status\": {}", status)));
  };
  EXPECT_THAT(judge(R"({"4XX": {"description": ""}})", 404), IsEmpty());
  EXPECT_THAT(judge(R"({"4XX": {"description": ""}})", 500),
              ElementsAre("response.status.unknown response.status"));
  EXPECT_THAT(judge(R"({"default": {"description": ""}})", 200),
              ElementsAre("response.status.default response.status"));
}

TEST(Response, HeadersPromisedOrNot) {
  const std::string spec = Responds(R"({"200": {"description": "", "headers": {
      "X-N": {"required": true, "schema": {"type": "integer"}},
      "X-L": {"schema": {"type": "array", "items": {"type": "integer"}}}}}})");
  const auto judge = [&](const char* headers) {
    return Findings(
        spec,
        fmt::format(
            R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
           {{"description": "d", "request": {{"method": "GET", "path": "/o"}},
           "response": {{"status": 200, "headers": {}}}}}],
           "metadata": {{"pactSpecification": {{"version": "3.0.0"}}}}}})",
            headers));
  };
  EXPECT_THAT(judge(R"({"x-n": "5"})"), IsEmpty());
  EXPECT_THAT(judge(R"({"x-n": "a"})"),
              ElementsAre("response.header.incompatible response.headers.X-N"));
  EXPECT_THAT(judge(R"({"X-L": "1,2"})"),
              ElementsAre("provider.header.optional response.headers.X-L"));
  EXPECT_THAT(judge(R"({"ETag": "a"})"),
              ElementsAre("response.header.undefined response.headers.etag"));
  EXPECT_THAT(judge(R"({"X-Z": "a"})"),
              ElementsAre("response.header.unknown response.headers.x-z"));
}

TEST(Response, ItsContentTypeChoosesTheSchema) {
  const std::string spec = Responds(R"({"200": {"description": "", "content": {
      "application/json": {"schema": {"type": "object", "properties": {"a": {}}}},
      "application/vnd.b+json": {"schema": {"type": "object", "required": ["b"],
                                 "properties": {"b": {}}}},
      "image/png": {}}}})");
  const auto judge = [&](const char* type) {
    return Findings(
        spec,
        fmt::format(
            R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
           {{"description": "d", "request": {{"method": "GET", "path": "/o"}},
           "response": {{"status": 200, "headers": {{"Content-Type": "{}"}}, "body": {{"b": 1}}}}}}],
           "metadata": {{"pactSpecification": {{"version": "3.0.0"}}}}}})",
            type));
  };
  EXPECT_THAT(judge("application/vnd.b+json"), IsEmpty());
  EXPECT_THAT(judge("application/json"), ElementsAre("response.body.incompatible response.body"));
  EXPECT_THAT(judge("image/png"), ElementsAre("response.body.unvalidatable response.body"));
  EXPECT_THAT(judge("text/csv"),
              ElementsAre("response.content-type.incompatible response.headers.content-type"));
}

/// Of a header of a response, with its example and rules.
std::vector<std::string> Header(const std::string& schema,
                                const std::string& example,
                                const std::string& matchers) {
  const std::string rules = fmt::format(R"("X-A": {{"matchers": [{}]}})", matchers);
  const std::string spec = Responds(fmt::format(
      R"({{"200": {{"description": "", "headers": {{"X-A": {{"required": true, "schema": {}}}}}}}}})",
      schema));
  const std::string pact = fmt::format(
      R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
         {{"description": "d", "request": {{"method": "GET", "path": "/o"}},
         "response": {{"status": 200, "headers": {{"X-A": "{}"}},
         "matchingRules": {{"header": {{{}}}}}}}}}],
         "metadata": {{"pactSpecification": {{"version": "3.0.0"}}}}}})",
      example,
      matchers.empty() ? "" : rules);
  return Findings(spec, pact);
}

std::string Regex(const std::string& regex) {
  return fmt::format(R"({{"match": "regex", "regex": "{}"}})", regex);
}

TEST(ResponseHeaders, RulesAreSets) {
  const char* count = R"({"type": "integer", "minimum": 0})";
  EXPECT_THAT(Header(count, "7", Regex("[0-9]+")), IsEmpty());
  EXPECT_THAT(Header(count, "7", R"({"match": "integer"})"), IsEmpty());
  EXPECT_THAT(Header(R"({"type": "integer"})", "7", Regex("[0-9]+")),
              ElementsAre("provider.value.wider response.headers.X-A"));
  EXPECT_THAT(Header(R"({"type": "number"})", "7", R"({"match": "integer"})"),
              ElementsAre("provider.value.wider response.headers.X-A"));
  EXPECT_THAT(Header(R"({"type": "string"})", "7", R"({"match": "integer"})"),
              ElementsAre("provider.value.wider response.headers.X-A"));
  EXPECT_THAT(Header(R"({"type": "string"})", "7", R"({"match": "type"})"), IsEmpty());
}

TEST(ResponseHeaders, RulesThatNothingSatisfies) {
  EXPECT_THAT(Header(R"({"type": "integer"})", "7", Regex("[a-z]+")),
              ElementsAre("provider.value.impossible response.headers.X-A"));
  EXPECT_THAT(Header(R"({"type": "boolean"})", "true", R"({"match": "integer"})"),
              ElementsAre("provider.value.impossible response.headers.X-A"));
  EXPECT_THAT(Header(R"({"type": "string", "pattern": "^[a-z]+$"})", "abc", Regex("[A-Z]+")),
              ElementsAre("provider.value.impossible response.headers.X-A"));
  EXPECT_THAT(Header(R"({"enum": ["GET", "PUT"]})", "GET", Regex("POST|DELETE")),
              ElementsAre("provider.value.impossible response.headers.X-A"));
}

TEST(ResponseHeaders, PatternsAgainstRegexes) {
  const char* tag = R"({"type": "string", "pattern": "^W/[0-9a-f]{8}$"})";
  EXPECT_THAT(Header(tag, "W/0123abcd", Regex("W/[0-9a-f]{8}")), IsEmpty());
  EXPECT_THAT(Header(tag, "W/0123abcd", Regex("W/[0-9a-f]+")), IsEmpty());
  EXPECT_THAT(Header(tag, "W/01234567", Regex("W/[0-9]+")),
              ElementsAre("provider.value.wider response.headers.X-A"));
}

TEST(ResponseHeaders, ExamplesThatNeverCome) {
  const char* count = R"({"type": "integer", "minimum": 0})";
  EXPECT_THAT(Header(count, "many", Regex(".+")),
              ElementsAre("provider.example.impossible response.headers.X-A"));
  EXPECT_THAT(Header(count, "many", Regex("[a-z]+")),
              ElementsAre("response.header.incompatible response.headers.X-A"));
  EXPECT_THAT(Header(count, "many", ""),
              ElementsAre("response.header.incompatible response.headers.X-A"));
}

TEST(ResponseHeaders, ListedValuesThatWereNotTested) {
  const char* state = R"({"type": "string", "enum": ["new", "done"]})";
  EXPECT_THAT(Header(state, "new", ""),
              ElementsAre("provider.enum.unexercised response.headers.X-A"));
  EXPECT_THAT(Header(state, "new", R"({"match": "type"})"), IsEmpty());
  EXPECT_THAT(Header(R"({"enum": ["new"]})", "new", ""), IsEmpty());
}

TEST(ResponseHeaders, RulesForPartsOfAValueAreNotChecked) {
  EXPECT_THAT(Header(R"({"type": "array", "items": {"type": "string"}})", "a,b", Regex("[ab]")),
              ElementsAre("not checked: the matching rules of the response header 'X-A'"));
}

/// The codes for a status with its rule, and a body that is an integer.
std::vector<std::string> Status(const std::string& responses, int status, const std::string& rule) {
  return Findings(
      Responds(responses),
      fmt::format(
          R"({{"consumer": {{"name": "c"}}, "provider": {{"name": "p"}}, "interactions": [
         {{"type": "Synchronous/HTTP", "description": "d",
         "request": {{"method": "GET", "path": "/o"}},
         "response": {{"status": {}, "body": {{"contentType": "application/json", "content": 1}},
         "matchingRules": {{"status": {{"matchers": [{}]}}}}}}}}],
         "metadata": {{"pactSpecification": {{"version": "4.0"}}}}}})",
          status,
          rule));
}

std::string Described(const std::vector<std::string>& statuses, const std::string& type) {
  std::string out;
  for (const std::string& status : statuses) {
    out += fmt::format(
        R"({}"{}": {{"description": "", "content": {{"application/json":
          {{"schema": {{"type": "{}"}}}}}}}})",
        out.empty() ? "" : ", ",
        status,
        type);
  }
  return out;
}

TEST(Statuses, RulesAreSets) {
  const char* success = R"({"match": "statusCode", "status": "success"})";
  const char* listed = R"({"match": "statusCode", "status": [202, 204]})";
  EXPECT_THAT(Status("{" + Described({"200", "404"}, "integer") + "}", 200, success), IsEmpty());
  EXPECT_THAT(Status("{" + Described({"201"}, "integer") + "}", 200, success),
              ElementsAre("provider.example.impossible response.status"));
  EXPECT_THAT(Status("{" + Described({"2xx"}, "integer") + "}", 204, listed), IsEmpty());
  EXPECT_THAT(Status("{" + Described({"404"}, "integer") + "}", 200, success),
              ElementsAre("response.status.unknown response.status"));
  EXPECT_THAT(Status("{" + Described({"200", "404"}, "integer") + "}", 200, listed),
              ElementsAre("provider.value.impossible response.status"));
  EXPECT_THAT(Status("{" + Described({"default"}, "integer") + "}", 200, success),
              ElementsAre("response.status.default response.status"));
}

TEST(Statuses, WhatElseTheRuleAcceptsMustFitAsWell) {
  const char* success = R"({"match": "statusCode", "status": "success"})";
  const std::string two = Described({"200"}, "integer") + ", " + Described({"202"}, "string");
  EXPECT_THAT(Status("{" + two + "}", 200, success),
              ElementsAre("provider.value.wider response.status"));
  EXPECT_THAT(Status("{" + two + "}", 200, R"({"match": "statusCode", "status": [200, 201]})"),
              IsEmpty());
}

TEST(Checks, SayWhatWasNotLookedAt) {
  const std::string spec = Responds(R"({"200": {"description": "", "content": {"application/json":
      {"schema": {"$ref": "#/components/schemas/Gone"}}}}})");
  const auto checks = CheckAll({spec}, Expects("{}"));
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].outcome, finding::Outcome::kPassed);
  ASSERT_EQ(checks[0].notes.size(), 1U);
  EXPECT_THAT(checks[0].notes[0],
              HasSubstr("not checked: response.body: its schema cannot be used"));
}

TEST(Checks, ASchemaThatCannotBeUsedSpoilsNoOther) {
  const std::string spec = Responds(R"({"200": {"description": "", "content": {"application/json":
      {"schema": {"type": "integer"}}, "application/vnd.a+json": {"schema": {"type": "string"}},
      "application/vnd.gone+json": {"schema": {"$ref": "#/components/schemas/Gone"}}}}})");
  EXPECT_THAT(Findings(spec, Expects("1")), IsEmpty());
  EXPECT_THAT(Findings(spec, Expects(R"("x")")),
              ElementsAre("response.body.incompatible response.body"));
}

TEST(Checks, PointIntoBothDocuments) {
  const auto checks = CheckAll({Answers(R"({"type": "object", "required": ["a"],
 "properties": {"a": {"type": "integer"}}})")},
                               Expects("{\n\"a\": \"x\"}"));
  ASSERT_EQ(checks.at(0).findings.size(), 1U);
  const finding::Finding& finding = checks[0].findings[0];
  EXPECT_EQ(finding.span.file, "pact");
  EXPECT_EQ(finding.span.source_line.substr(finding.span.start.column - 1, 3), "\"x\"");
  EXPECT_EQ(finding.element, "GET /o");
  EXPECT_EQ(finding.expected, "an integer");
  ASSERT_FALSE(finding.related.empty());
  EXPECT_EQ(finding.related[0].span.file, "spec");
}

TEST(Checks, PendingInteractionsDoNotCount) {
  const std::string pact = R"({"consumer": {"name": "c"}, "provider": {"name": "p"},
      "interactions": [{"type": "Synchronous/HTTP", "description": "d", "pending": true,
      "request": {"method": "GET", "path": "/gone"}, "response": {"status": 200}}],
      "metadata": {"pactSpecification": {"version": "4.0"}}})";
  EXPECT_EQ(CheckAll({Responds(kOk)}, pact).at(0).outcome, finding::Outcome::kPending);
}

}  // namespace
}  // namespace accord::conform::test
