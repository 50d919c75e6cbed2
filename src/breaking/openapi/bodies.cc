#include "breaking/openapi/bodies.h"

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/document/document.h"

#include "breaking/openapi/rules.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {
namespace {

using openapi::MediaType;
using openapi::RequestBody;

Place At(const MediaType& type, std::string_view keyword = {}) {
  return {type.source, keyword};
}

void CompareMediaType(Context& context,
                      const OperationPair& pair,
                      const MediaType& before,
                      const MediaType& after) {
  if (before.schema && after.schema) {
    SchemaUse use;
    use.where = fmt::format("request body ({})", after.name);
    use.name = after.name;
    use.as_text = IsTextCarrier(after.name);
    use.before = before.schema;
    use.after = after.schema;
    CompareUse(context, pair, std::move(use));
  } else if (after.schema) {
    Add(context,
        pair,
        {kRequestMediaTypeSchemaAdded,
         {after.name},
         fmt::format("The media type '{}' of the request body got a schema.", after.name)},
        At(before),
        At(after, "schema"));
  } else if (before.schema) {
    Add(context,
        pair,
        {kRequestMediaTypeSchemaRemoved,
         {after.name},
         fmt::format("The media type '{}' of the request body lost its schema.", after.name)},
        At(before, "schema"),
        At(after));
  }
  const document::Node* old_encoding = before.source->Find("encoding");
  const document::Node* new_encoding = after.source->Find("encoding");
  const bool same = old_encoding == nullptr || new_encoding == nullptr
                        ? old_encoding == new_encoding
                        : document::Equal(*old_encoding, *new_encoding);
  if (context.strict() && !same) {
    Add(context,
        pair,
        {kRequestEncodingChanged,
         {after.name},
         fmt::format("The encoding of parts of the '{}' request body was changed.", after.name)},
        At(before, "encoding"),
        At(after, "encoding"));
  }
}

void CompareContent(Context& context,
                    const OperationPair& pair,
                    const RequestBody& old_body,
                    const RequestBody& new_body) {
  for (const auto& [before, after] : PairMediaTypes(old_body.content, new_body.content)) {
    if (before == nullptr) {
      Add(context,
          pair,
          {kRequestMediaTypeAdded,
           {after->name},
           fmt::format("The media type '{}' of the request body was added.", after->name)},
          {old_body.source, "content"},
          At(*after));
    } else if (after == nullptr) {
      Add(context,
          pair,
          {kRequestMediaTypeRemoved,
           {before->name},
           fmt::format("The media type '{}' of the request body was removed.", before->name)},
          At(*before),
          {new_body.source, "content"});
    } else {
      if (context.strict() && KinshipOf(before->name, after->name) == Kinship::kSpecialized) {
        Add(context,
            pair,
            {kRequestMediaTypeSpecialized,
             {before->name, after->name},
             fmt::format("The media type '{}' of the request body became '{}'.",
                         before->name,
                         after->name)},
            At(*before),
            At(*after));
      }
      CompareMediaType(context, pair, *before, *after);
    }
  }
}

}  // namespace

bool IsTextCarrier(const std::string& media_type) {
  const auto parsed = base::MediaType::Parse(media_type);
  return !parsed || !parsed->IsJson();
}

void CompareRequestBody(Context& context, const OperationPair& pair) {
  const auto& before = pair.before->body;
  const auto& after = pair.after->body;
  if (!before && !after) {
    return;
  }
  if (!before) {
    Add(context,
        pair,
        {after->required ? kBodyAddedRequired : kBodyAddedOptional,
         {},
         fmt::format("{} request body was added.", after->required ? "A required" : "An optional")},
        {},
        {after->source, {}});
    return;
  }
  if (!after) {
    Add(context,
        pair,
        {kBodyRemoved, {}, "The request body was removed."},
        {before->source, {}},
        {});
    return;
  }
  if (before->required != after->required) {
    Add(context,
        pair,
        {after->required ? kBodyBecameRequired : kBodyBecameOptional,
         {},
         fmt::format("The request body became {}.", after->required ? "required" : "optional")},
        {before->source, "required"},
        {after->source, "required"});
  }
  CompareContent(context, pair, *before, *after);
}

}  // namespace accord::breaking::api
