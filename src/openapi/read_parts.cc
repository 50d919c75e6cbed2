#include "accord/base/strings.h"

#include "openapi/reader.h"

namespace accord::openapi {

using document::Member;
using document::Node;
using document::Value;

std::vector<Parameter> Reader::Parameters(const Value& list) {
  std::vector<Parameter> parameters;
  if (!list) {
    return parameters;
  }
  for (const Node& item : list->items()) {
    if (auto parameter = ReadParameter(list.Child(&item)); parameter) {
      parameters.push_back(*std::move(parameter));
    }
  }
  return parameters;
}

std::optional<Parameter> Reader::ReadParameter(const Value& written) {
  const Value source = Object(written);
  if (!source || !Spend()) {
    return std::nullopt;
  }
  const std::optional<In> in = ParseIn(TextOf(*source, "in"));
  const Node* name = source->Find("name");
  if (!in || name == nullptr || !name->is_string()) {
    return std::nullopt;
  }
  Parameter parameter;
  parameter.name = name->text();
  parameter.in = *in;
  parameter.required = *in == In::kPath || FlagOf(*source, "required");
  parameter.deprecated = FlagOf(*source, "deprecated");
  parameter.allow_empty_value = FlagOf(*source, "allowEmptyValue");
  parameter.allow_reserved = FlagOf(*source, "allowReserved");
  parameter.style = TextOf(*source, "style");
  if (parameter.style.empty()) {
    parameter.style = *in == In::kPath || *in == In::kHeader ? "simple" : "form";
  }
  parameter.explode =
      FlagOf(*source, "explode", parameter.style == "form" || parameter.style == "cookie");
  parameter.content = Content(MemberOf(source, "content"));
  if (parameter.content.empty()) {
    parameter.schema = MemberOf(source, "schema");
  }
  parameter.source = source;
  return parameter;
}

std::vector<MediaType> Reader::Content(const Value& map) {
  std::vector<MediaType> content;
  if (!map) {
    return content;
  }
  ForEachMember(*map, [&](const Member& member) {
    const Value source = Object(map.Child(&member.value));
    if (source && Spend()) {
      content.push_back({std::string(member.key()), source, MemberOf(source, "schema")});
    }
  });
  return content;
}

std::optional<RequestBody> Reader::ReadRequestBody(const Value& written) {
  const Value source = Object(written);
  if (!source || !Spend()) {
    return std::nullopt;
  }
  return RequestBody{FlagOf(*source, "required"), Content(MemberOf(source, "content")), source};
}

std::vector<Response> Reader::Responses(const Value& map) {
  std::vector<Response> responses;
  if (!map) {
    return responses;
  }
  ForEachMember(*map, [&](const Member& member) {
    if (member.key().starts_with("x-")) {
      return;
    }
    const Value source = Object(map.Child(&member.value));
    if (!source || !Spend()) {
      return;
    }
    Response response;
    response.status =
        member.key() == "default" ? std::string("default") : base::ToUpperAscii(member.key());
    response.headers = Headers(MemberOf(source, "headers"));
    response.content = Content(MemberOf(source, "content"));
    response.links = Links(MemberOf(source, "links"));
    response.source = source;
    responses.push_back(std::move(response));
  });
  return responses;
}

std::vector<Header> Reader::Headers(const Value& map) {
  std::vector<Header> headers;
  if (!map) {
    return headers;
  }
  ForEachMember(*map, [&](const Member& member) {
    const Value source = Object(map.Child(&member.value));
    if (!source || !Spend()) {
      return;
    }
    Header header;
    header.name = member.key();
    header.required = FlagOf(*source, "required");
    header.deprecated = FlagOf(*source, "deprecated");
    header.explode = FlagOf(*source, "explode");
    header.content = Content(MemberOf(source, "content"));
    if (header.content.empty()) {
      header.schema = MemberOf(source, "schema");
    }
    header.source = source;
    headers.push_back(std::move(header));
  });
  return headers;
}

std::vector<Link> Reader::Links(const Value& map) {
  std::vector<Link> links;
  if (!map) {
    return links;
  }
  ForEachMember(*map, [&](const Member& member) {
    if (const Value source = Object(map.Child(&member.value)); source && Spend()) {
      links.push_back({std::string(member.key()), source});
    }
  });
  return links;
}

}  // namespace accord::openapi
