#include "pact/reader.h"

namespace accord::pact {

using document::Kind;
using document::Member;
using document::Node;

namespace {

bool IsMessageMember(std::string_view key) {
  return key == "contents" || key == "metadata" || key == "metaData" || key == "matchingRules" ||
         key == "generators";
}

Metadata ReadMetadata(Reader& reader, const Node& object) {
  Metadata metadata;
  const std::string_view name = object.Find("metadata") != nullptr ? "metadata" : "metaData";
  if (const Node* members = reader.Member(object, name, Kind::kObject)) {
    for (const Member& member : members->members()) {
      metadata.emplace_back(member.key(), reader.At(member.value));
    }
  }
  return metadata;
}

}  // namespace

Message ReadMessage(Reader& reader, const Node& node) {
  Message message;
  message.source = reader.At(node);
  message.metadata = ReadMetadata(reader, node);
  message.contents = ReadBody(reader, node.Find("contents"), message.ContentType());
  if (const Node* rules = reader.Member(node, "matchingRules", Kind::kObject)) {
    message.rules = ReadRules(reader, *rules);
  }
  message.generators = ReadPartGenerators(reader, node);
  message.extras = OtherMembers(reader, node, IsMessageMember);
  return message;
}

}  // namespace accord::pact
