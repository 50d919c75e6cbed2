#include "pact/reader.h"

#include <fmt/format.h>

#include "pact/rules.h"

namespace accord::pact {

using document::Kind;
using document::Node;

document::Value Reader::At(const Node* node) const {
  return node == nullptr || node->is_null() ? document::Value() : At(*node);
}

void Reader::Report(const finding::RuleInfo& rule, std::string message, const Node& node) {
  findings_.push_back(finding::Make(rule, std::move(message), document_->SpanOf(node)));
}

void Reader::Warn(const finding::RuleInfo& rule, std::string message, const Node& node) {
  Report(rule, std::move(message), node);
  findings_.back().severity = finding::Severity::kWarning;
}

void Reader::Report(const finding::RuleInfo& rule,
                    std::string message,
                    const document::Member& member) {
  findings_.push_back(finding::Make(rule, std::move(message), document_->KeySpanOf(member)));
}

bool Reader::Expect(const Node& node, Kind kind, std::string_view name) {
  if (node.kind() == kind) {
    return true;
  }
  Report(kWrongType,
         fmt::format("{} must be of type {}, but it is of type {}",
                     name,
                     ToString(kind),
                     ToString(node.kind())),
         node);
  return false;
}

const Node* Reader::Member(const Node& object, std::string_view key, Kind kind) {
  const Node* value = object.Find(key);
  if (value == nullptr || value->is_null() || !Expect(*value, kind, fmt::format("`{}`", key))) {
    return nullptr;
  }
  return value;
}

std::string Reader::Text(const Node& object, std::string_view key) {
  const Node* value = Member(object, key, Kind::kString);
  return value == nullptr ? std::string() : std::string(value->text());
}

bool Reader::Bool(const Node& object, std::string_view key) {
  const Node* value = Member(object, key, Kind::kBool);
  return value != nullptr && value->boolean();
}

std::optional<std::string> ScalarText(const Node& node) {
  switch (node.kind()) {
    case Kind::kString:
    case Kind::kNumber:
      return std::string(node.text());
    case Kind::kBool:
      return node.boolean() ? "true" : "false";
    default:
      return std::nullopt;
  }
}

}  // namespace accord::pact
