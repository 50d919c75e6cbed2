#include "conform/bodies.h"

#include "accord/base/media_type.h"
#include "accord/base/strings.h"
#include "accord/match/multipart_parser.h"
#include "accord/pact/read.h"

#include "conform/parameters.h"

namespace accord::conform {
namespace {

document::Value AsText(const std::string& text) {
  document::Builder builder;
  builder.String(base::IsUtf8(text) ? text : "");
  return document::Value(builder.Finish());
}

document::Value AsJson(const std::string& text, std::string& problem) {
  document::LoadResult loaded =
      document::Parse("", text, {.format = document::Format::kJson, .warn_duplicate_keys = false});
  if (!loaded.document) {
    problem = loaded.findings.empty() ? "is no JSON" : loaded.findings.front().message;
    return AsText(text);
  }
  return document::Value(loaded.document);
}

Wire OfParts(const std::vector<match::MultipartPart>& parts) {
  Wire map = Wire::Map();
  for (const match::MultipartPart& part : parts) {
    // The bytes of a file are no text that a schema could judge.
    map.members.emplace_back(part.name, Wire::Text(base::IsUtf8(part.content) ? part.content : ""));
  }
  return map;
}

}  // namespace

BodyValue ReadBody(const pact::Body& body,
                   const std::string& content_type,
                   const CompiledSchema& schema) {
  BodyValue out;
  if (body.state == pact::BodyState::kNull) {
    document::Builder builder;
    builder.Null();
    out.value = document::Value(builder.Finish());
    out.span = body.source.Span();
    return out;
  }
  if (body.json && !body.json->is_string()) {
    out.value = body.json;
    return out;
  }
  out.span = body.source.Span();
  const auto type = base::MediaType::Parse(content_type);
  const std::string text = body.json ? std::string(body.json->text()) : body.Bytes();
  if (type && type->IsForm()) {
    const Wire map = MapOfPairs(pact::ParseQuery(text));
    out.value = document::Value(Typed(map, schema));
    return out;
  }
  if (type && type->IsMultipart()) {
    const std::string* boundary = type->Parameter("boundary");
    const auto parts = match::ParseMultipart(text, boundary != nullptr ? *boundary : "");
    if (parts) {
      out.value = document::Value(Typed(OfParts(*parts), schema));
    } else {
      out.problem = parts.error().message;
      out.value = AsText(text);
    }
    return out;
  }
  out.value = body.json || text.empty() ? AsText(text) : AsJson(text, out.problem);
  return out;
}

}  // namespace accord::conform
