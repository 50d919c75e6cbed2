#include "tests/unit/pact/writing.h"

namespace accord::pact {
namespace {

/// The body of a response, written; empty when the member is absent.
std::string Written(Body body, SpecVersion version, const std::string& header_type) {
  Pact pact;
  Interaction& interaction = pact.interactions.emplace_back();
  if (!header_type.empty()) {
    interaction.response.headers = {{"Content-Type", {header_type}}};
  }
  interaction.response.body = std::move(body);
  const base::Result<std::string> text = Write(pact, version);
  return text.ok() ? At(Json(*text), "/interactions/0/response/body") : text.error().message;
}

Body Text(const std::string& text) {
  return Body::Of(text, {});
}

Body JsonBody(const std::string& text) {
  Body body;
  body.state = BodyState::kPresent;
  body.json = Json(text);
  return body;
}

Body InState(BodyState state, const std::string& content_type = {}) {
  Body body;
  body.state = state;
  body.content_type = content_type;
  return body;
}

struct Case {
  Body body;
  std::string header_type;
  std::string written;
};

/// Writes each body, and reads what was written: the bytes must be the same.
void Check(SpecVersion version, const std::vector<Case>& cases) {
  for (const Case& test : cases) {
    const std::string written = Written(test.body, version, test.header_type);
    EXPECT_EQ(written, test.written);
    const std::string headers =
        test.header_type.empty() ? "{}" : R"({"Content-Type": ")" + test.header_type + "\"}";
    const std::string member = written.empty() ? "" : ", \"body\": " + written;
    std::vector<finding::Finding> findings;
    const Response again =
        ReadResponse(Json("{\"headers\": " + headers + member + "}"), version, findings);
    EXPECT_TRUE(findings.empty()) << written;
    EXPECT_EQ(again.body.state, test.body.state) << written;
    EXPECT_EQ(again.body.Bytes(), test.body.Bytes()) << written;
  }
}

TEST(WriteBody, BeforeVersion4) {
  const std::vector<Case> cases = {
      {InState(BodyState::kMissing), "", ""},
      {InState(BodyState::kNull), "", "null"},
      {InState(BodyState::kEmpty), "text/plain", "\"\""},
      {JsonBody(R"({"a":1.0})"), "", R"({"a":1.0})"},
      {JsonBody(R"({"a":1.0})"), "text/plain", R"({"a":1.0})"},
      {JsonBody("\"x\""), "application/json", "\"x\""},
      {Text("hello"), "", "\"hello\""},
      {Text("hello"), "text/plain", "\"hello\""},
      {Text("{\"a\":1}"), "application/json", "{\"a\":1}"},
      {Text("[1]"), "application/json", "[1]"},
      {Text("\"{}\""), "application/json", R"("\"{}\"")"},
      {Text("{}"), "text/plain", "\"{}\""},
      {Text("abc"), "image/gif", "\"YWJj\""},
      {Text("\xFF"), "application/octet-stream", "\"/w==\""},
      {Text("<a/>"), "application/xml", "\"<a/>\""},
  };
  Check(SpecVersion::kV2, cases);
  Check(SpecVersion::kV3, cases);
}

TEST(WriteBody, Version4) {
  Check(SpecVersion::kV4,
        {{InState(BodyState::kMissing), "text/plain", ""},
         {InState(BodyState::kMissing, "text/csv"), "", R"({"contentType":"text/csv"})"},
         {InState(BodyState::kNull), "", R"({"content":null})"},
         {InState(BodyState::kEmpty, "text/csv"), "", R"({"content":"","contentType":"text/csv"})"},
         {JsonBody("{\"a\":1.0}"),
          "",
          R"({"content":{"a":1.0},"encoded":false,"contentType":"application/json"})"},
         {JsonBody("\"x\""),
          "",
          R"({"content":"x","encoded":false,"contentType":"application/json"})"},
         {Text("hello"), "", R"({"content":"hello","encoded":false,"contentType":"text/plain"})"},
         {Text("hello"),
          "text/csv",
          R"({"content":"hello","encoded":false,"contentType":"text/csv"})"},
         {Text("{\"a\":1}"),
          "application/json",
          R"({"content":{"a":1},"encoded":false,"contentType":"application/json"})"},
         {Text("{oops"),
          "application/json",
          R"({"content":"{oops","encoded":"json","contentType":"application/json"})"},
         {Text("\"\""),
          "application/json",
          R"({"content":"\"\"","encoded":"json","contentType":"application/json"})"},
         {Text("null"),
          "application/json",
          R"({"content":"null","encoded":"json","contentType":"application/json"})"},
         {Text("abc"),
          "image/gif",
          R"({"content":"YWJj","encoded":"base64","contentType":"image/gif"})"},
         {Text("\xFF"),
          "text/plain",
          R"({"content":"/w==","encoded":"base64","contentType":"text/plain"})"},
         {Text("\xFF"),
          "",
          R"({"content":"/w==","encoded":"base64","contentType":"application/octet-stream"})"}});
}

TEST(WriteBody, FollowsTheHint) {
  Body body = Text("abc");
  body.hint = ContentHint::kBinary;
  EXPECT_EQ(Written(body, SpecVersion::kV4, "text/plain"),
            R"({"content":"YWJj","encoded":"base64","contentType":"text/plain",)"
            R"("contentTypeHint":"BINARY"})");
  body.hint = ContentHint::kText;
  EXPECT_EQ(Written(body, SpecVersion::kV4, "image/svg"),
            R"({"content":"abc","encoded":false,"contentType":"image/svg",)"
            R"("contentTypeHint":"TEXT"})");
}

TEST(WriteBody, UpgradesStringsThatWereGuessedToBeJson) {
  const std::string text = PactOf("3.0.0", R"({"response": {"body": "12"}})");
  EXPECT_EQ(At(Rewrite(text, SpecVersion::kV4), "/interactions/0/response/body"),
            R"({"content":"12","encoded":false,"contentType":"application/json"})");
}

}  // namespace
}  // namespace accord::pact
