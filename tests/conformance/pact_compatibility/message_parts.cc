#include "tests/conformance/pact_compatibility/message_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/pact/read.h"

#include "tests/conformance/pact_compatibility/expectation.h"

namespace accord::compatibility {
namespace {

void ConfigureMetadata(pact::Message& message, std::string_view cell) {
  if (cell.starts_with('{')) {
    const document::Value object = ParseJson(cell);
    for (const document::Member& member : object->members()) {
      SetMetadata(message, member.key(), object.Child(&member.value));
    }
    return;
  }
  for (const std::string_view entry : base::Split(cell, ';')) {
    const std::size_t equals = entry.find('=');
    Require(equals != std::string_view::npos, fmt::format("'{}' is no metadata", entry));
    SetMetadata(message,
                base::Trim(entry.substr(0, equals)),
                ValueOf(base::Trim(entry.substr(equals + 1))));
  }
}

}  // namespace

void SetContents(pact::Message& message, std::string_view cell, const Fixtures& fixtures) {
  if (auto body = fixtures.Body(cell, {}, message.ContentType())) {
    SetMetadata(message, "contentType", ValueOf(body->content_type));
    message.contents = *std::move(body);
  }
}

void SetMetadata(pact::Message& message, std::string_view name, document::Value value) {
  std::erase_if(message.metadata, [&](const auto& entry) { return entry.first == name; });
  message.metadata.emplace_back(name, std::move(value));
}

void SetMetadata(pact::Message& message, const Step& step) {
  for (const Record& row : step.Records()) {
    SetMetadata(message, row.at("key"), ValueOf(row.at("value")));
  }
}

document::Value FindMetadata(const pact::Message& message, std::string_view name) {
  const auto found = std::ranges::find_if(message.metadata,
                                          [&](const auto& entry) { return entry.first == name; });
  Require(found != message.metadata.end(), fmt::format("there is no metadata {}", name));
  return found->second;
}

void Configure(pact::Message& message, const Record& row, const Fixtures& fixtures) {
  std::vector<finding::Finding> findings;
  for (const auto& [name, cell] : row) {
    if (name == "body") {
      SetContents(message, cell, fixtures);
    } else if (name == "metadata") {
      ConfigureMetadata(message, cell);
    } else if (name == "matching rules") {
      message.rules = pact::ReadMatchingRules(fixtures.Json(cell), findings);
    } else if (name == "generators") {
      message.generators = pact::ReadGenerators(fixtures.Json(cell), findings);
    } else {
      throw StepFailure(fmt::format("unknown message property '{}'", name));
    }
  }
  Require(findings.empty(), findings.empty() ? "" : findings.front().message);
}

}  // namespace accord::compatibility
