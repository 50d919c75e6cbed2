#include "accord/base/media_type.h"
#include "accord/base/strings.h"

#include "pact/spelling.h"
#include "pact/writer.h"

namespace accord::pact {
namespace {

document::DocumentPtr ParseJson(std::string_view text) {
  document::LoadOptions options;
  options.format = document::Format::kJson;
  options.warn_duplicate_keys = false;
  return document::Parse({}, std::string(text), options).document;
}

bool IsBinaryType(std::string_view content_type) {
  const std::optional<base::MediaType> type = base::MediaType::Parse(content_type);
  return type && type->IsBinary();
}

/// Declared, or what a reader would guess.
std::string TypeOf(const Body& body, std::string_view content_type) {
  if (!body.content_type.empty()) {
    return body.content_type;
  }
  if (!content_type.empty()) {
    return std::string(content_type);
  }
  if (body.json) {
    return "application/json";
  }
  const std::optional<base::MediaType> type = base::SniffText(body.text);
  return type ? type->ToString() : "application/octet-stream";
}

/// A payload in the form of v1 to v3, where the content type says how a string is meant.
void WritePlain(Writer& writer, const Body& body, const std::string& type) {
  if (body.json) {
    writer.out.Copy(*body.json);
    return;
  }
  if (!IsJsonType(type)) {
    const bool as_bytes =
        IsBinaryType(type) || (!base::IsUtf8(body.text) && !type.starts_with("text/"));
    writer.out.String(as_bytes ? base::Base64Encode(body.text) : body.text);
    return;
  }
  // A JSON string keeps its quotes: without them its content could pass for an object.
  const document::DocumentPtr json = ParseJson(body.text);
  if (json == nullptr || json->root().is_string() || json->root().is_null()) {
    writer.out.String(body.text);
  } else {
    writer.out.Copy(json->root());
  }
}

void WriteEncoded(Writer& writer, std::string_view content, std::string_view encoding) {
  writer.Text("content", content);
  writer.Text("encoded", encoding);
}

void WriteUnencoded(Writer& writer, const document::Node& content) {
  writer.out.Key("content");
  writer.out.Copy(content);
  writer.out.Key("encoded");
  writer.out.Bool(false);
}

void WriteContent(Writer& writer, const Body& body, const std::string& type) {
  if (body.json) {
    WriteUnencoded(writer, *body.json);
    return;
  }
  if (body.hint == ContentHint::kBinary || !base::IsUtf8(body.text) ||
      (IsBinaryType(type) && body.hint != ContentHint::kText)) {
    WriteEncoded(writer, base::Base64Encode(body.text), "base64");
    return;
  }
  if (!IsJsonType(type)) {
    writer.Text("content", body.text);
    writer.out.Key("encoded");
    writer.out.Bool(false);
    return;
  }
  const document::DocumentPtr json = ParseJson(body.text);
  const bool reads_as_other = json == nullptr || json->root().is_null() ||
                              (json->root().is_string() && json->root().text().empty());
  if (reads_as_other) {
    WriteEncoded(writer, body.text, "json");
  } else {
    WriteUnencoded(writer, json->root());
  }
}

void WriteObject(Writer& writer, const Body& body, std::string_view content_type) {
  writer.out.StartObject();
  if (body.present()) {
    const std::string type = TypeOf(body, content_type);
    WriteContent(writer, body, type);
    writer.Text("contentType", type);
  } else {
    if (body.state != BodyState::kMissing) {
      writer.out.Key("content");
      if (body.state == BodyState::kNull) {
        writer.out.Null();
      } else {
        writer.out.String("");
      }
    }
    if (!body.content_type.empty()) {
      writer.Text("contentType", body.content_type);
    }
  }
  if (body.hint != ContentHint::kDefault) {
    writer.Text("contentTypeHint", body.hint == ContentHint::kBinary ? "BINARY" : "TEXT");
  }
  writer.out.EndObject();
}

}  // namespace

bool IsExpressible(const Body& body, std::string_view content_type, SpecVersion version) {
  if (version == SpecVersion::kV4 || !body.present() || body.json || base::IsUtf8(body.text)) {
    return true;
  }
  // Only types that are neither text nor unknown are read as base64 before version 4.
  const std::optional<base::MediaType> type =
      base::MediaType::Parse(body.content_type.empty() ? content_type : body.content_type);
  return type && !type->IsText();
}

void WriteBody(Writer& writer,
               std::string_view key,
               const Body& body,
               std::string_view content_type) {
  if (body.state == BodyState::kMissing && (!writer.is_v4() || body.content_type.empty())) {
    return;
  }
  writer.out.Key(key);
  if (writer.is_v4()) {
    WriteObject(writer, body, content_type);
    return;
  }
  switch (body.state) {
    case BodyState::kNull:
      writer.out.Null();
      break;
    case BodyState::kMissing:
    case BodyState::kEmpty:
      writer.out.String("");
      break;
    case BodyState::kPresent:
      WritePlain(writer, body, TypeOf(body, content_type));
      break;
  }
}

}  // namespace accord::pact
