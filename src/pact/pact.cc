#include "accord/pact/pact.h"

#include <algorithm>
#include <array>

#include "accord/base/strings.h"

namespace accord::pact {
namespace {

std::string HeaderContentType(const std::vector<Header>& headers) {
  const Header* header = FindHeader(headers, "Content-Type");
  return header != nullptr && !header->values.empty() ? header->values.front() : std::string();
}

}  // namespace

std::string_view ToString(SpecVersion version) {
  static constexpr std::array<std::string_view, 5> kNames = {
      "1.0.0", "1.1.0", "2.0.0", "3.0.0", "4.0"};
  return kNames[static_cast<std::size_t>(version)];
}

std::string_view ToString(InteractionKind kind) {
  static constexpr std::array<std::string_view, 3> kNames = {
      "Synchronous/HTTP", "Asynchronous/Messages", "Synchronous/Messages"};
  return kNames[static_cast<std::size_t>(kind)];
}

const Header* FindHeader(const std::vector<Header>& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(), [&](const Header& header) {
    return base::EqualsIgnoreCase(header.name, name);
  });
  return found == headers.end() ? nullptr : &*found;
}

const QueryParameter* FindParameter(const std::vector<QueryParameter>& query,
                                    std::string_view name) {
  const auto found = std::find_if(query.begin(), query.end(), [&](const QueryParameter& parameter) {
    return parameter.name == name;
  });
  return found == query.end() ? nullptr : &*found;
}

std::string Request::ContentType() const {
  return body.content_type.empty() ? HeaderContentType(headers) : body.content_type;
}

std::string Response::ContentType() const {
  return body.content_type.empty() ? HeaderContentType(headers) : body.content_type;
}

std::string Message::ContentType() const {
  if (!contents.content_type.empty()) {
    return contents.content_type;
  }
  for (const auto& [name, value] : metadata) {
    if (value && value->is_string() &&
        (base::EqualsIgnoreCase(name, "contentType") ||
         base::EqualsIgnoreCase(name, "content-type"))) {
      return std::string(value->text());
    }
  }
  return {};
}

}  // namespace accord::pact
