#include "accord/pact/read.h"

#include <algorithm>

#include <fmt/format.h>

#include "pact/form_check.h"
#include "pact/reader.h"
#include "pact/rules.h"

namespace accord::pact {

using document::Kind;
using document::Node;
using finding::Finding;

namespace {

bool HasError(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.severity == finding::Severity::kError;
  });
}

bool IsVersionMember(std::string_view key) {
  return key == "pactSpecification" || key == "pact-specification" ||
         key == "pactSpecificationVersion";
}

/// Where the version of the specification is written, in its current or an older spelling.
const Node* FindVersion(const Node& metadata) {
  for (const char* name : {"pactSpecification", "pact-specification"}) {
    const Node* member = metadata.Find(name);
    if (member != nullptr && member->is_object()) {
      member = member->Find("version");
    }
    if (member != nullptr && !member->is_null()) {
      return member;
    }
  }
  return metadata.Find("pactSpecificationVersion");
}

/// Only the major number counts, and the minor one of version 1.
std::optional<SpecVersion> ParseVersion(std::string_view text) {
  const bool ends = text.size() < 2 || text[1] == '.';
  if (text.empty() || !ends) {
    return std::nullopt;
  }
  switch (text.front()) {
    case '1':
      return text == "1.1" || text.starts_with("1.1.") ? SpecVersion::kV1_1 : SpecVersion::kV1;
    case '2':
      return SpecVersion::kV2;
    case '3':
      return SpecVersion::kV3;
    case '4':
      return SpecVersion::kV4;
    default:
      return std::nullopt;
  }
}

/// Interactions of version 4 say what they are.
bool HasTypedInteractions(const Node& root) {
  const Node* interactions = root.Find("interactions");
  return interactions != nullptr &&
         std::any_of(interactions->items().begin(),
                     interactions->items().end(),
                     [](const Node& interaction) {
                       const Node* type = interaction.Find("type");
                       return type != nullptr &&
                              (type->text() == ToString(InteractionKind::kHttp) ||
                               type->text().ends_with("/Messages"));
                     });
}

SpecVersion DetectVersion(Reader& reader, const Node& root) {
  const Node* metadata = root.Find("metadata");
  const Node* version = metadata != nullptr ? FindVersion(*metadata) : nullptr;
  if (version == nullptr || version->is_null()) {
    return HasTypedInteractions(root) ? SpecVersion::kV4 : SpecVersion::kV3;
  }
  const std::optional<std::string> text = ScalarText(*version);
  const std::optional<SpecVersion> known = text ? ParseVersion(*text) : std::nullopt;
  if (!known) {
    reader.Report(kUnknownSpecVersion,
                  text ? fmt::format("there is no version `{}` of the Pact specification; the file "
                                     "is read as version 3",
                                     *text)
                       : "the version of the Pact specification must be text; the file is read as "
                         "version 3",
                  *version);
  }
  return known.value_or(SpecVersion::kV3);
}

void ReadParticipant(
    Reader& reader, const Node& root, std::string_view role, std::string& name, Extras& extras) {
  name = role;
  const Node* participant = reader.Member(root, role, Kind::kObject);
  if (participant == nullptr) {
    return;
  }
  if (const Node* value = reader.Member(*participant, "name", Kind::kString)) {
    name = value->text();
  }
  extras = OtherMembers(reader, *participant, [](std::string_view key) { return key == "name"; });
}

void ReadPlugins(Reader& reader, const Node& metadata, std::vector<Plugin>& plugins) {
  const Node* list = reader.Member(metadata, "plugins", Kind::kArray);
  if (list == nullptr) {
    return;
  }
  for (const Node& node : list->items()) {
    if (reader.Expect(node, Kind::kObject, "a plugin")) {
      plugins.push_back(
          {.name = reader.Text(node, "name"),
           .version = reader.Text(node, "version"),
           .configuration = reader.At(reader.Member(node, "configuration", Kind::kObject))});
    }
  }
}

void ReadMetadata(Reader& reader, const Node& root, Pact& pact) {
  const Node* metadata = reader.Member(root, "metadata", Kind::kObject);
  if (metadata == nullptr) {
    return;
  }
  ReadPlugins(reader, *metadata, pact.plugins);
  pact.metadata = OtherMembers(reader, *metadata, [](std::string_view key) {
    return key == "plugins" || IsVersionMember(key);
  });
}

/// Reads interactions one by one and keeps those without errors.
class InteractionLoader {
 public:
  InteractionLoader(const document::DocumentPtr& document, FormCheck& form, ReadResult& result)
      : document_(document), form_(form), result_(result), pact_(*result.pact) {}

  void LoadAll(const Node& root) {
    Reader reader(document_, pact_.version, result_.findings);
    const bool is_v4 = pact_.version == SpecVersion::kV4;
    if (const Node* list = reader.Member(root, "interactions", Kind::kArray)) {
      pact_.interactions.reserve(list->items().size());
      for (std::size_t i = 0; i < list->items().size(); ++i) {
        Load(list->items()[i], i, false);
      }
    }
    const Node* messages = root.Find("messages");
    if (is_v4 && messages != nullptr) {
      reader.Report(
          kMisplacedMessages, "version 4 knows no `messages`; they are not read", *messages);
    } else if (const Node* list = reader.Member(root, "messages", Kind::kArray)) {
      for (std::size_t i = 0; i < list->items().size(); ++i) {
        Load(list->items()[i], i, true);
      }
    }
  }

 private:
  void Load(const Node& node, std::size_t index, bool is_message) {
    std::vector<Finding> findings;
    Reader reader(document_, pact_.version, findings);
    std::optional<Interaction> interaction;
    if (reader.Expect(node, Kind::kObject, is_message ? "a message" : "an interaction")) {
      interaction = is_message ? ReadMessageInteraction(reader, node, index)
                               : ReadInteraction(reader, node, index);
    }
    form_.Check(is_message ? "message" : "interaction", node, findings);
    if (interaction && !HasError(findings)) {
      pact_.interactions.push_back(*std::move(interaction));
    }
    std::move(findings.begin(), findings.end(), std::back_inserter(result_.findings));
  }

  const document::DocumentPtr& document_;
  FormCheck& form_;
  ReadResult& result_;
  Pact& pact_;
};

bool IsTopMember(std::string_view key) {
  return key == "consumer" || key == "provider" || key == "interactions" || key == "messages" ||
         key == "metadata";
}

/// Reads a part of a contract that stands alone.
template <typename Part>
Part ReadPart(const document::Value& value,
              SpecVersion version,
              std::vector<Finding>& findings,
              Part (*read)(Reader&, const Node&)) {
  Reader reader(value.document(), version, findings);
  return value && reader.Expect(*value, Kind::kObject, "this part of a contract")
             ? read(reader, *value)
             : Part();
}

}  // namespace

bool LooksLikePact(const Node& root) {
  return root.Find("interactions") != nullptr || root.Find("messages") != nullptr;
}

ReadResult Read(const document::DocumentPtr& document) {
  ReadResult result;
  const Node& root = document->root();
  Reader reader(document, SpecVersion::kV3, result.findings);
  if (!LooksLikePact(root)) {
    reader.Report(
        kNotAPact, "this is no Pact file: it has neither `interactions` nor `messages`", root);
    return result;
  }
  Pact& pact = result.pact.emplace();
  pact.document = document;
  pact.version = DetectVersion(reader, root);
  ReadParticipant(reader, root, "consumer", pact.consumer, pact.consumer_extras);
  ReadParticipant(reader, root, "provider", pact.provider, pact.provider_extras);
  ReadMetadata(reader, root, pact);
  pact.extras = OtherMembers(reader, root, IsTopMember);
  FormCheck form(document, pact.version);
  for (const auto& [name, part] : {std::pair{"consumer", "participant"},
                                   std::pair{"provider", "participant"},
                                   std::pair{"metadata", "metadata"}}) {
    if (const Node* node = root.Find(name)) {
      form.Check(part, *node, result.findings);
    }
  }
  InteractionLoader(document, form, result).LoadAll(root);
  return result;
}

Request ReadRequest(const document::Value& value,
                    SpecVersion version,
                    std::vector<Finding>& findings) {
  return ReadPart<Request>(value, version, findings, ReadRequest);
}

Response ReadResponse(const document::Value& value,
                      SpecVersion version,
                      std::vector<Finding>& findings) {
  return ReadPart<Response>(value, version, findings, ReadResponse);
}

Message ReadMessage(const document::Value& value,
                    SpecVersion version,
                    std::vector<Finding>& findings) {
  return ReadPart<Message>(value, version, findings, ReadMessage);
}

MatchingRules ReadMatchingRules(const document::Value& value, std::vector<Finding>& findings) {
  return ReadPart<MatchingRules>(value, SpecVersion::kV4, findings, ReadRules);
}

Generators ReadGenerators(const document::Value& value, std::vector<Finding>& findings) {
  return ReadPart<Generators>(value, SpecVersion::kV4, findings, ReadGenerators);
}

}  // namespace accord::pact
