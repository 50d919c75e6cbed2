#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/document/value.h"
#include "accord/finding/finding.h"
#include "accord/pact/pact.h"

namespace accord::pact {

/// What all reading functions share: the document, how it is spelled, and where complaints go.
class Reader {
 public:
  Reader(document::DocumentPtr document,
         SpecVersion version,
         std::vector<finding::Finding>& findings)
      : document_(std::move(document)), version_(version), findings_(findings) {}

  SpecVersion version() const { return version_; }
  document::Value At(const document::Node& node) const { return {document_, &node}; }
  /// At() of a member that may be absent or null; empty then.
  document::Value At(const document::Node* node) const;

  void Report(const finding::RuleInfo& rule, std::string message, const document::Node& node);
  /// The same, whatever the rule's severity.
  void Warn(const finding::RuleInfo& rule, std::string message, const document::Node& node);
  /// At the key of a member.
  void Report(const finding::RuleInfo& rule, std::string message, const document::Member& member);
  /// Complains unless the node is of a kind. `name` is how the message calls it.
  bool Expect(const document::Node& node, document::Kind kind, std::string_view name);

  // Members of an object. Null counts as absent, a wrong type is reported and counts as absent.
  const document::Node* Member(const document::Node& object,
                               std::string_view key,
                               document::Kind kind);
  std::string Text(const document::Node& object, std::string_view key);
  bool Bool(const document::Node& object, std::string_view key);

 private:
  document::DocumentPtr document_;
  SpecVersion version_;
  std::vector<finding::Finding>& findings_;
};

/// The text of a string, number or boolean; nullopt for other kinds.
std::optional<std::string> ScalarText(const document::Node& node);

/// Members that are not in `known`.
template <typename Known>
Extras OtherMembers(const Reader& reader, const document::Node& object, const Known& known) {
  Extras extras;
  for (const document::Member& member : object.members()) {
    if (!known(member.key())) {
      extras.emplace_back(member.key(), reader.At(member.value));
    }
  }
  return extras;
}

// The parts, each in the file of its name.
Body ReadBody(Reader& reader, const document::Node* node, std::string_view content_type);
MatchingRules ReadRules(Reader& reader, const document::Node& object);
Rule ReadRule(Reader& reader, const document::Node& node, int depth);
RuleCategory ReadRuleCategory(Reader& reader, const document::Node& object, int depth);
Generators ReadGenerators(Reader& reader, const document::Node& object);
/// The `generators` of a request, response or message.
Generators ReadPartGenerators(Reader& reader, const document::Node& part);
/// Generators of an arrayContains variant: path → generator, without categories.
Generators ReadVariantGenerators(Reader& reader, const document::Node& object);
Request ReadRequest(Reader& reader, const document::Node& node);
Response ReadResponse(Reader& reader, const document::Node& node);
Message ReadMessage(Reader& reader, const document::Node& node);
/// nullopt when its kind cannot be told.
std::optional<Interaction> ReadInteraction(Reader& reader,
                                           const document::Node& node,
                                           std::size_t index);
/// A v3 message.
Interaction ReadMessageInteraction(Reader& reader, const document::Node& node, std::size_t index);

}  // namespace accord::pact
