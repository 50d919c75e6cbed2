#include "tests/rules/edit_case.h"

#include <string_view>

#include <fmt/format.h>

namespace accord::breaking::api::test {

namespace {

/// A schema with one more keyword.
std::string With(std::string_view schema, std::string_view keyword) {
  if (!schema.starts_with('{')) {
    return std::string(schema);
  }
  return fmt::format("{{{}{}{}", keyword, schema == "{}" ? "" : ", ", schema.substr(1));
}

/// The keyword that keeps a property out of messages that go the way of the place.
std::string_view MarkOf(SchemaPlace place) {
  return place == SchemaPlace::kReadOnlyProperty    ? R"("readOnly": true)"
         : place == SchemaPlace::kWriteOnlyProperty ? R"("writeOnly": true)"
                                                    : "";
}

bool IsInside(SchemaPlace place) {
  switch (place) {
    case SchemaPlace::kRequestBody:
    case SchemaPlace::kParameter:
    case SchemaPlace::kResponseBody:
    case SchemaPlace::kResponseHeader:
      return false;
    default:
      return true;
  }
}

/// The schema of the use.
std::string SchemaAt(const EditRule& rule, std::string_view example) {
  const std::string_view mark = MarkOf(rule.place);
  std::string schema(example);
  if (!IsInside(rule.place)) {
    return schema;
  }
  constexpr std::string_view kProperty = R"("x": {)";
  if (!rule.row->about_property) {
    return fmt::format(R"({{"type": "object", "properties": {{"x": {}}}}})",
                       mark.empty() ? schema : With(schema, mark));
  }
  if (const std::size_t at = schema.find(kProperty); !mark.empty() && at != std::string::npos) {
    const std::size_t from = at + kProperty.size();
    schema.insert(from, fmt::format("{}{}", mark, schema[from] == '}' ? "" : ", "));
  }
  return schema;
}

std::string Document(const EditRule& rule, const std::string& schema) {
  const std::string content = fmt::format(R"("content": {{"{}": {{"schema": {}}}}})",
                                          rule.row->text_only ? "text/plain" : "application/json",
                                          schema);
  std::string parameters;
  std::string body;
  std::string response;
  switch (rule.place) {
    case SchemaPlace::kRequestBody:
    case SchemaPlace::kRequestProperty:
    case SchemaPlace::kReadOnlyProperty:
      body = fmt::format(R"("requestBody": {{{}}}, )", content);
      break;
    case SchemaPlace::kParameter:
    case SchemaPlace::kParameterProperty:
    case SchemaPlace::kRequestHeaderProperty:
      parameters =
          fmt::format(R"("parameters": [{{"name": "p", "in": "{}", "schema": {}}}], )",
                      rule.place == SchemaPlace::kRequestHeaderProperty ? "header" : "query",
                      schema);
      break;
    case SchemaPlace::kResponseBody:
    case SchemaPlace::kResponseProperty:
    case SchemaPlace::kWriteOnlyProperty:
      response = ", " + content;
      break;
    case SchemaPlace::kResponseHeader:
      response = fmt::format(R"(, "headers": {{"X-A": {{"schema": {}}}}})", schema);
      break;
  }
  return fmt::format(
      R"({{"openapi": "3.1.0", "info": {{"title": "t", "version": "1"}},
 "components": {{"schemas": {{"Cat": {{"type": "object"}}, "Dog": {{"type": "object"}}}}}},
 "paths": {{"/things": {{"post": {{{}{}
  "responses": {{"200": {{"description": "Done"{}}}}}}}}}}}}})",
      parameters,
      body,
      response);
}

}  // namespace

EditCase CaseOf(const EditRule& rule) {
  EditCase out;
  const std::string after = SchemaAt(rule, rule.row->after);
  out.before = Document(rule, SchemaAt(rule, rule.row->before));
  out.after = Document(rule, after);
  out.reworded = Document(rule, With(after, R"("description": "Other words.")"));
  out.options.today = "2026-01-01";
  if (rule.row->edit == SchemaEdit::kSunsetMissing ||
      rule.row->edit == SchemaEdit::kSunsetTooSoon) {
    out.options.deprecation_days_stable = 30;
  }
  return out;
}

}  // namespace accord::breaking::api::test
