#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/pact/read.h"

#include "pact/reader.h"
#include "pact/rules.h"

namespace accord::pact {

using document::Kind;
using document::Member;
using document::Node;

namespace {

// Rules had a name of their own per side before version 2.
constexpr std::string_view kLegacyRequestRules = "requestMatchingRules";
constexpr std::string_view kLegacyResponseRules = "responseMatchingRules";

bool IsRequestMember(std::string_view key) {
  return key == "method" || key == "path" || key == "query" || key == "headers" || key == "body" ||
         key == "matchingRules" || key == "generators" || key == kLegacyRequestRules;
}

bool IsResponseMember(std::string_view key) {
  return key == "status" || key == "headers" || key == "body" || key == "matchingRules" ||
         key == "generators" || key == kLegacyResponseRules;
}

Header ReadHeader(Reader& reader, const Member& member) {
  Header header{.name = std::string(member.key()), .values = {}};
  if (const std::optional<std::string> text = ScalarText(member.value)) {
    header.values = SplitHeaderValue(header.name, *text);
    return header;
  }
  const std::string what = fmt::format("the header `{}`", member.key());
  if (!member.value.is_array()) {
    reader.Expect(member.value, Kind::kString, what);
    return header;
  }
  for (const Node& item : member.value.items()) {
    if (std::optional<std::string> text = ScalarText(item)) {
      header.values.push_back(*std::move(text));
    } else {
      reader.Expect(item, Kind::kString, what);
    }
  }
  return header;
}

std::vector<Header> ReadHeaders(Reader& reader, const Node& object) {
  std::vector<Header> headers;
  if (const Node* members = reader.Member(object, "headers", Kind::kObject)) {
    headers.reserve(members->members().size());
    for (const Member& member : members->members()) {
      headers.push_back(ReadHeader(reader, member));
    }
  }
  return headers;
}

QueryParameter ReadParameter(Reader& reader, const Member& member) {
  QueryParameter parameter{.name = std::string(member.key()), .values = {}};
  const auto add = [&](const Node& node) {
    std::optional<std::string> text = ScalarText(node);
    if (text || node.is_null()) {
      parameter.values.push_back(std::move(text));
    } else {
      reader.Expect(node, Kind::kString, fmt::format("the query parameter `{}`", member.key()));
    }
  };
  if (member.value.is_array()) {
    for (const Node& item : member.value.items()) {
      add(item);
    }
  } else {
    add(member.value);
  }
  return parameter;
}

std::vector<QueryParameter> ReadQuery(Reader& reader, const Node& request) {
  std::vector<QueryParameter> query;
  const Node* node = request.Find("query");
  if (node == nullptr || node->is_null()) {
    return query;
  }
  if (node->is_string()) {
    return ParseQuery(node->text());
  }
  if (reader.Expect(*node, Kind::kObject, "`query`")) {
    for (const Member& member : node->members()) {
      query.push_back(ReadParameter(reader, member));
    }
  }
  return query;
}

MatchingRules ReadPartRules(Reader& reader, const Node& part, std::string_view legacy_name) {
  const std::string_view name =
      part.Find("matchingRules") == nullptr && reader.version() < SpecVersion::kV4
          ? legacy_name
          : "matchingRules";
  const Node* rules = reader.Member(part, name, Kind::kObject);
  return rules != nullptr ? ReadRules(reader, *rules) : MatchingRules();
}

void ReadStatus(Reader& reader, const Node& object, int& status) {
  const Node* node = reader.Member(object, "status", Kind::kNumber);
  if (node == nullptr) {
    return;
  }
  std::int64_t number = 0;
  if (document::ToInt64(*node, number) && number >= 0 && number < 1000) {
    status = static_cast<int>(number);
  } else {
    reader.Report(kWrongType,
                  fmt::format("`status` must be a whole number below 1000, but it is {}",
                              base::Ellipsize(node->text(), 40)),
                  *node);
  }
}

}  // namespace

Generators ReadPartGenerators(Reader& reader, const Node& part) {
  const Node* generators = reader.Member(part, "generators", Kind::kObject);
  return generators != nullptr ? ReadGenerators(reader, *generators) : Generators();
}

Request ReadRequest(Reader& reader, const Node& node) {
  Request request;
  request.source = reader.At(node);
  if (const Node* method = reader.Member(node, "method", Kind::kString)) {
    request.method = base::ToUpperAscii(method->text());
  }
  if (const Node* path = reader.Member(node, "path", Kind::kString)) {
    request.path = path->text();
  }
  request.query = ReadQuery(reader, node);
  request.headers = ReadHeaders(reader, node);
  request.body = ReadBody(reader, node.Find("body"), request.ContentType());
  request.rules = ReadPartRules(reader, node, kLegacyRequestRules);
  request.generators = ReadPartGenerators(reader, node);
  request.extras = OtherMembers(reader, node, IsRequestMember);
  return request;
}

Response ReadResponse(Reader& reader, const Node& node) {
  Response response;
  response.source = reader.At(node);
  ReadStatus(reader, node, response.status);
  response.headers = ReadHeaders(reader, node);
  response.body = ReadBody(reader, node.Find("body"), response.ContentType());
  response.rules = ReadPartRules(reader, node, kLegacyResponseRules);
  response.generators = ReadPartGenerators(reader, node);
  response.extras = OtherMembers(reader, node, IsResponseMember);
  return response;
}

}  // namespace accord::pact
