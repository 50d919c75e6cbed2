#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"

#include "pact/reader.h"
#include "pact/rules.h"
#include "pact/spelling.h"

namespace accord::pact {

using document::Kind;
using document::Node;

namespace {

constexpr bool IsBodyMember(std::string_view key) {
  return key == "content" || key == "contentType" || key == "encoded" || key == "contentTypeHint";
}

bool IsJsonStringOrObject(std::string_view text) {
  const std::string_view trimmed = base::Trim(text);
  if (!trimmed.starts_with('"') && !trimmed.starts_with('{')) {
    return false;
  }
  document::LoadOptions options;
  options.format = document::Format::kJson;
  return document::Parse({}, std::string(trimmed), options).ok();
}

void SetText(Body& body, std::string text) {
  body.state = text.empty() ? BodyState::kEmpty : BodyState::kPresent;
  body.text = std::move(text);
}

void SetJson(Body& body, document::Value value) {
  body.state = BodyState::kPresent;
  body.json = std::move(value);
}

/// A payload that was written without a body object, as v1 to v3 do.
void ReadPlain(Reader& reader, const Node& node, std::string_view content_type, Body& body) {
  if (!node.is_string()) {
    SetJson(body, reader.At(node));
    return;
  }
  const std::string_view text = node.text();
  std::optional<base::MediaType> type = base::MediaType::Parse(content_type);
  if (!type) {
    type = base::SniffText(text);
  }
  const bool is_json = type && type->IsJson();
  if (is_json && !text.empty() && !IsJsonStringOrObject(text)) {
    SetJson(body, reader.At(node));
    return;
  }
  const bool is_binary = type && !type->IsText();
  std::optional<std::string> bytes = is_binary ? base::Base64Decode(text) : std::nullopt;
  SetText(body, bytes ? *std::move(bytes) : std::string(text));
}

enum class Encoding { kNone, kBase64, kJson, kUnknown };

Encoding ReadEncoding(Reader& reader, const Node& object) {
  const Node* encoded = object.Find("encoded");
  if (encoded == nullptr || encoded->is_null() || (encoded->is_bool() && !encoded->boolean()) ||
      encoded->text() == "false") {
    return Encoding::kNone;
  }
  if (encoded->is_string() && base::EqualsIgnoreCase(encoded->text(), "base64")) {
    return Encoding::kBase64;
  }
  if (encoded->is_string() && base::EqualsIgnoreCase(encoded->text(), "json")) {
    return Encoding::kJson;
  }
  if (!encoded->is_string() && !encoded->is_bool()) {
    reader.Expect(*encoded, Kind::kString, "`encoded`");
    return Encoding::kNone;
  }
  reader.Report(kUnknownBodyEncoding,
                encoded->is_string()
                    ? fmt::format("no body encoding is called `{}`; the content is taken as it is",
                                  encoded->text())
                    : "`encoded: true` does not say how; the content is taken as it is",
                *encoded);
  return Encoding::kUnknown;
}

void DecodeBase64(Reader& reader, const Node& content, Body& body) {
  std::optional<std::string> bytes =
      content.is_string() ? base::Base64Decode(content.text()) : std::nullopt;
  if (bytes) {
    SetText(body, *std::move(bytes));
    return;
  }
  reader.Report(kInvalidBase64, "the content is declared as base64 but does not decode", content);
  if (content.is_string()) {
    SetText(body, std::string(content.text()));
  } else {
    SetJson(body, reader.At(content));
  }
}

void ReadContent(Reader& reader,
                 const Node& object,
                 const Node& content,
                 std::string_view content_type,
                 Body& body) {
  const Encoding encoding = ReadEncoding(reader, object);
  if (content.is_null()) {
    body.state = BodyState::kNull;
  } else if (content.is_string() && content.text().empty()) {
    body.state = BodyState::kEmpty;
  } else if (encoding == Encoding::kBase64) {
    DecodeBase64(reader, content, body);
  } else if (!content.is_string() || (encoding == Encoding::kNone && IsJsonType(content_type))) {
    SetJson(body, reader.At(content));
  } else {
    SetText(body, std::string(content.text()));
  }
}

ContentHint ReadHint(Reader& reader, const Node& object) {
  const std::string hint = reader.Text(object, "contentTypeHint");
  if (base::EqualsIgnoreCase(hint, "BINARY")) {
    return ContentHint::kBinary;
  }
  return base::EqualsIgnoreCase(hint, "TEXT") ? ContentHint::kText : ContentHint::kDefault;
}

void ReadBodyObject(Reader& reader, const Node& object, std::string_view content_type, Body& body) {
  const Node* content = object.Find("content");
  bool is_payload = false;
  for (const document::Member& member : object.members()) {
    is_payload = is_payload || (content == nullptr && !IsBodyMember(member.key()));
  }
  if (is_payload) {
    reader.Report(kMalformedBody,
                  "the body has no `content`; the whole object is taken as the payload",
                  object);
    SetJson(body, reader.At(object));
    return;
  }
  body.content_type = reader.Text(object, "contentType");
  body.hint = ReadHint(reader, object);
  if (content != nullptr) {
    ReadContent(reader,
                object,
                *content,
                body.content_type.empty() ? content_type : std::string_view(body.content_type),
                body);
  }
}

}  // namespace

bool IsJsonType(std::string_view content_type) {
  const std::optional<base::MediaType> type = base::MediaType::Parse(content_type);
  return type && type->IsJson();
}

Body ReadBody(Reader& reader, const Node* node, std::string_view content_type) {
  Body body;
  if (node == nullptr) {
    return body;
  }
  body.source = reader.At(*node);
  if (node->is_null()) {
    body.state = BodyState::kNull;
  } else if (reader.version() < SpecVersion::kV4) {
    ReadPlain(reader, *node, content_type, body);
  } else if (node->is_object()) {
    ReadBodyObject(reader, *node, content_type, body);
  } else {
    reader.Report(kMalformedBody,
                  fmt::format("the body is of type {}, not an object with `content`; it is taken "
                              "as the payload itself",
                              ToString(node->kind())),
                  *node);
    ReadPlain(reader, *node, content_type, body);
  }
  return body;
}

}  // namespace accord::pact
