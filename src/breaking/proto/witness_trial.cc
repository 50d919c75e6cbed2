#include "breaking/proto/witness_trial.h"

#include <string>
#include <vector>

#include <google/protobuf/util/json_util.h>

namespace accord::breaking {

namespace pb = google::protobuf;

namespace {

constexpr std::size_t kTypes = 2000;  // A dynamic message prepares every type it can hold.
constexpr std::size_t kJsonBytes = 600;

/// Why bytes that are well formed could not be parsed, as far as the reader's fields tell.
std::string Refusal(const pb::Message& reader) {
  return reader.GetDescriptor()->file()->syntax() == pb::FileDescriptor::SYNTAX_PROTO3
             ? "refused: a string is not valid UTF-8"
             : "refused: the bytes do not parse";
}

}  // namespace

std::unique_ptr<pb::Message> MessageMaker::New(const pb::Descriptor& type) {
  const auto [known, added] = fits_.emplace(&type, false);
  if (added) {
    known->second = Fits(type);
  }
  if (!known->second) {
    return nullptr;
  }
  const pb::Message* prototype = factory_.GetPrototype(&type);
  return std::unique_ptr<pb::Message>(prototype == nullptr ? nullptr : prototype->New());
}

bool MessageMaker::Fits(const pb::Descriptor& type) {
  if (image_.SyntaxOf(*type.file()) == "editions") {
    return false;
  }
  std::vector<const pb::Descriptor*> queue = {&type};
  std::unordered_map<const pb::Descriptor*, bool> seen = {{&type, true}};
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const pb::Descriptor& message = *queue[next];
    for (int i = 0; i < message.field_count(); ++i) {
      const pb::Descriptor* inner = message.field(i)->message_type();
      if (inner != nullptr && seen.emplace(inner, true).second) {
        queue.push_back(inner);
      }
    }
    if (queue.size() > kTypes) {
      return false;
    }
  }
  return true;
}

std::optional<finding::Witness> TryBinary(const pb::Message& written,
                                          pb::Message& reader,
                                          FieldKey key) {
  const std::string bytes = written.SerializePartialAsString();
  finding::Witness witness;
  if (!reader.ParsePartialFromString(bytes)) {
    witness.read = Refusal(reader);
  } else if (!reader.IsInitialized()) {
    witness.read = "refused: missing required fields: " + reader.InitializationErrorString();
  } else if (MeaningOf(written, key) != MeaningOf(reader, key)) {
    witness.read = TextOf(reader);
  }
  witness.written = TextOf(written);
  // A loss that does not show convinces nobody: numbers in an enum that takes all of them.
  if (witness.read.empty() || witness.read == witness.written) {
    return std::nullopt;
  }
  witness.type = written.GetDescriptor()->full_name();
  witness.bytes = HexOf(bytes);
  return witness;
}

std::optional<finding::Witness> TryJson(const pb::Message& written, pb::Message& reader) {
  std::string json;
  if (!pb::util::MessageToJsonString(written, &json).ok() || json.size() > kJsonBytes) {
    return std::nullopt;
  }
  // Groups and empty keys do not survive JSON at all.
  const std::unique_ptr<pb::Message> again(written.New());
  if (!pb::util::JsonStringToMessage(json, again.get()).ok()) {
    return std::nullopt;
  }
  const auto status = pb::util::JsonStringToMessage(json, &reader);
  if (status.ok()) {
    return std::nullopt;
  }
  finding::Witness witness;
  witness.type = written.GetDescriptor()->full_name();
  witness.written = json;
  witness.read = "refused: " + std::string(status.message());
  return witness;
}

}  // namespace accord::breaking
