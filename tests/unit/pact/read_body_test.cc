#include "tests/unit/pact/reading.h"

namespace accord::pact {
namespace {

/// State, then how the bytes are held: `present json 1`, `present text abc`.
std::string Show(const Body& body) {
  std::string out(ToString(body.state));
  if (body.present()) {
    out += (body.json ? " json " : " text ") + body.Bytes();
  }
  return out;
}

struct Case {
  std::string name;
  std::string response;
  std::string body;
  std::vector<std::string> findings;
};

void Check(SpecVersion version, const std::vector<Case>& cases) {
  for (const Case& test : cases) {
    std::vector<finding::Finding> findings;
    const Response response = ReadResponse(Json(test.response), version, findings);
    EXPECT_EQ(Show(response.body), test.body) << test.name;
    EXPECT_EQ(Places(findings), test.findings) << test.name;
  }
}

std::string Typed(const std::string& type, const std::string& body) {
  return R"({"headers": {"Content-Type": ")" + type + R"("}, "body": )" + body + "}";
}

TEST(ReadBody, BeforeVersion4) {
  const std::vector<Case> cases = {
      {"missing", "{}", "missing", {}},
      {"null", R"({"body": null})", "null", {}},
      {"empty", R"({"body": ""})", "empty", {}},
      {"object", R"({"body": {"a": 1.0}})", "present json {\"a\":1.0}", {}},
      {"a body object means itself",
       R"({"body": {"content": "x"}})",
       "present json {\"content\":\"x\"}",
       {}},
      {"number", R"({"body": 1e2})", "present json 1e2", {}},
      {"false", R"({"body": false})", "present json false", {}},
      {"JSON text of an object",
       Typed("application/json", R"("{\"a\": 1}")"),
       "present text {\"a\": 1}",
       {}},
      {"JSON text of a string", Typed("application/json", R"("\"x\"")"), "present text \"x\"", {}},
      {"JSON type, other text", Typed("application/json", R"("x")"), "present json \"x\"", {}},
      {"JSON type, a broken object",
       Typed("application/json", R"("{x")"),
       "present json \"{x\"",
       {}},
      {"JSON type, text of an array",
       Typed("application/vnd.a+json", R"("[1]")"),
       "present json \"[1]\"",
       {}},
      {"text type", Typed("text/plain; charset=utf-8", R"("YWJj")"), "present text YWJj", {}},
      {"XML", Typed("application/xml", R"("<a/>")"), "present text <a/>", {}},
      {"binary type, base64", Typed("image/gif", R"("YWJj")"), "present text abc", {}},
      {"binary type, no base64", Typed("image/gif", R"("a-b")"), "present text a-b", {}},
      {"no type", R"({"body": "hello"})", "present text hello", {}},
      {"no type, looks like JSON", R"({"body": "{\"a\": 1}"})", "present text {\"a\": 1}", {}},
      {"no type, a number", R"({"body": "12"})", "present json \"12\"", {}},
  };
  for (const SpecVersion version :
       {SpecVersion::kV1, SpecVersion::kV1_1, SpecVersion::kV2, SpecVersion::kV3}) {
    Check(version, cases);
  }
}

TEST(ReadBody, Version4States) {
  Check(SpecVersion::kV4,
        {{"absent", "{}", "missing", {}},
         {"empty object", R"({"body": {}})", "missing", {}},
         {"type alone",
          R"({"body": {"contentType": "text/plain", "encoded": false}})",
          "missing",
          {}},
         {"hint alone", R"({"body": {"contentTypeHint": "TEXT"}})", "missing", {}},
         {"null", R"({"body": null})", "null", {}},
         {"null content", R"({"body": {"content": null}})", "null", {}},
         {"empty content", R"({"body": {"content": ""}})", "empty", {}},
         {"empty base64", R"({"body": {"content": "", "encoded": "base64"}})", "empty", {}}});
}

TEST(ReadBody, Version4Encodings) {
  Check(
      SpecVersion::kV4,
      {{"JSON value",
        R"({"body": {"content": {"a": 1}, "contentType": "application/json"}})",
        "present json {\"a\":1}",
        {}},
       {"JSON string",
        R"({"body": {"content": "hello", "contentType": "application/json"}})",
        "present json \"hello\"",
        {}},
       {"JSON string, type in the header",
        R"({"headers": {"content-type": ["application/json"]}, "body": {"content": "hello"}})",
        "present json \"hello\"",
        {}},
       {"text",
        R"({"body": {"content": "hello", "contentType": "text/plain"}})",
        "present text hello",
        {}},
       {"text without a type", R"({"body": {"content": "hello"}})", "present text hello", {}},
       {"a value under a text type",
        R"({"body": {"content": [1], "contentType": "text/plain"}})",
        "present json [1]",
        {}},
       {"base64", R"({"body": {"content": "YWJj", "encoded": "base64"}})", "present text abc", {}},
       {"base64 in capitals",
        R"({"body": {"content": "YWJj", "encoded": "BASE64"}})",
        "present text abc",
        {}},
       {"broken base64",
        R"({"body": {"content": "a-b", "encoded": "base64"}})",
        "present text a-b",
        {"invalid-base64 1:22"}},
       {"base64 of no text",
        R"({"body": {"content": {"a": 1}, "encoded": "base64"}})",
        "present json {\"a\":1}",
        {"invalid-base64 1:22"}},
       {"json text",
        R"({"body": {"content": "{\"a\": 1}", "encoded": "json", "contentType": "application/json"}})",
        "present text {\"a\": 1}",
        {}},
       {"json value",
        R"({"body": {"content": {"a": 1}, "encoded": "json"}})",
        "present json {\"a\":1}",
        {}},
       {"encoded true",
        R"({"body": {"content": "x", "encoded": true, "contentType": "application/json"}})",
        "present text x",
        {"unknown-body-encoding 1:38"}},
       {"unknown encoding",
        R"({"body": {"content": "x", "encoded": "gzip"}})",
        "present text x",
        {"unknown-body-encoding 1:38"}},
       {"encoded \"false\"",
        R"({"body": {"content": "x", "encoded": "false"}})",
        "present text x",
        {}},
       {"encoded null", R"({"body": {"content": "x", "encoded": null}})", "present text x", {}},
       {"encoded number",
        R"({"body": {"content": "x", "encoded": 1}})",
        "present text x",
        {"wrong-type 1:38"}},
       {"type of a wrong type",
        R"({"body": {"content": "x", "contentType": 1}})",
        "present text x",
        {"wrong-type 1:42"}}});
}

TEST(ReadBody, Version4WithoutABodyObject) {
  Check(SpecVersion::kV4,
        {{"payload as the body",
          R"({"body": {"a": 1, "contentType": "x"}})",
          "present json {\"a\":1,\"contentType\":\"x\"}",
          {"malformed-body 1:10"}},
         {"array", R"({"body": [1]})", "present json [1]", {"malformed-body 1:10"}},
         {"text", R"({"body": "abc"})", "present text abc", {"malformed-body 1:10"}}});
}

TEST(ReadBody, KeepsHintTypeAndPlace) {
  std::vector<finding::Finding> findings;
  const auto read = [&](const std::string& body) {
    return ReadResponse(Json("{\"body\": " + body + "}"), SpecVersion::kV4, findings).body;
  };
  const Body body =
      read(R"({"content": "x", "contentType": "text/csv", "contentTypeHint": "BINARY"})");
  EXPECT_EQ(body.hint, ContentHint::kBinary);
  EXPECT_EQ(body.content_type, "text/csv");
  EXPECT_EQ(body.source.Span().start, (finding::Position{1, 10}));
  EXPECT_EQ(read(R"({"content": "x", "contentTypeHint": "TEXT"})").hint, ContentHint::kText);
  EXPECT_EQ(read(R"({"content": "x", "contentTypeHint": "DEFAULT"})").hint, ContentHint::kDefault);
  EXPECT_TRUE(findings.empty());
}

}  // namespace
}  // namespace accord::pact
