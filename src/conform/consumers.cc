#include "accord/conform/consumers.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/proto/recorded_call.h"
#include "accord/schema/validate.h"

#include "conform/field_use.h"
#include "conform/media_types.h"
#include "conform/router.h"

namespace accord::conform {
namespace {

using finding::Finding;
using finding::Touch;
using pact::Interaction;
using Part = Touch::Part;

constexpr finding::RuleInfo kCallUnreadable{
    .id = "consumer-call-unreadable",
    .severity = finding::Severity::kWarning,
    .summary = "It cannot be told what a recorded call uses.",
    .explanation =
        "Who is hit by a change of a gRPC interface is told from the definitions and payloads that "
        "the contract carries. Those of this interaction cannot be read, so it is never counted as "
        "hit.",
    .remedy = "Record the interaction again with a current version of the plugin."};

struct Recorded {
  const pact::Pact* pact = nullptr;
  const Interaction* interaction = nullptr;

  finding::Hit ToHit() const {
    return {pact->consumer, interaction->description, interaction->source.Span()};
  }
};

/// An interaction with the operation that it calls; of a message without.
struct Use {
  Recorded recorded;
  const openapi::Operation* operation = nullptr;
};
/// By the operation, or the document that describes a message.
using UsesByOperation = std::map<std::string, std::vector<Use>>;

/// Of `GET /orders/{id}`; names of path parameters do not matter.
std::string KeyOf(std::string_view operation) {
  const std::size_t space = operation.find(' ');
  return space == std::string_view::npos
             ? std::string(operation)
             : fmt::format("{} {}",
                           operation.substr(0, space),
                           openapi::PathShape(operation.substr(space + 1)));
}

bool HasStatus(const openapi::Operation& operation, std::string_view status) {
  return std::ranges::any_of(operation.responses, [status](const openapi::Response& response) {
    return response.status == status;
  });
}

/// Whether the response declared as `declared` is the one that an expected status means.
bool CoversStatus(const openapi::Operation& operation, std::string_view declared, int status) {
  const std::string exact = std::to_string(status);
  const std::string range = fmt::format("{}XX", status / 100);
  if (declared.empty() || declared == exact) {
    return true;
  }
  if (HasStatus(operation, exact)) {
    return false;
  }
  return declared == range || (declared == "default" && !HasStatus(operation, range));
}

const openapi::Response* ResponseFor(const openapi::Operation& operation, int status) {
  for (const openapi::Response& response : operation.responses) {
    if (CoversStatus(operation, response.status, status)) {
      return &response;
    }
  }
  return nullptr;
}

/// Whether a body of `content_type` is described by the media type that a finding is about.
bool IsOfType(const std::string& content_type,
              const std::string& touched,
              const std::vector<openapi::MediaType>& described) {
  if (touched.empty() || content_type.empty()) {
    return true;
  }
  const openapi::MediaType* found = FindMediaType(content_type, described);
  return found == nullptr || found->name == touched;
}

bool HasCookie(const pact::Request& request, std::string_view name) {
  const pact::Header* header = pact::FindHeader(request.headers, "Cookie");
  if (header == nullptr) {
    return false;
  }
  for (const std::string& value : header->values) {
    for (const std::string_view pair : base::Split(value, ';')) {
      if (base::Trim(pair.substr(0, pair.find('='))) == name) {
        return true;
      }
    }
  }
  return false;
}

/// `query limit`: objects are spread over names like `filter[age]`.
bool HasParameter(const pact::Request& request, std::string_view parameter) {
  const std::size_t space = parameter.find(' ');
  const std::string_view in = parameter.substr(0, space);
  const std::string_view name =
      space == std::string_view::npos ? std::string_view() : parameter.substr(space + 1);
  if (in == "path") {
    return true;
  }
  if (in == "header") {
    return pact::FindHeader(request.headers, name) != nullptr;
  }
  if (in == "cookie") {
    return HasCookie(request, name);
  }
  return std::ranges::any_of(request.query, [name](const pact::QueryParameter& query) {
    return query.name == name || (query.name.starts_with(name) && query.name[name.size()] == '[');
  });
}

bool TouchesRequestBody(const Use& use, const Touch& touch) {
  const pact::Request& request = use.recorded.interaction->request;
  const auto& body = use.operation->body;
  if (body && !IsOfType(request.ContentType(), touch.media_type, body->content)) {
    return false;
  }
  if (touch.strikes_absence) {
    return touch.field.empty() ? !request.body.present() : LacksField(request.body, touch.field);
  }
  return UsesField(request.body, request.rules.body, touch.field);
}

bool TouchesResponseBody(const Use& use, const Touch& touch) {
  const pact::Response& response = use.recorded.interaction->response;
  const openapi::Response* described = ResponseFor(*use.operation, response.status);
  if (described != nullptr &&
      !IsOfType(response.ContentType(), touch.media_type, described->content)) {
    return false;
  }
  return UsesField(response.body, response.rules.body, touch.field);
}

bool HitsMessage(const Interaction& interaction, const Touch& touch) {
  const auto hits = [&touch](const pact::Message& message) {
    return touch.strikes_absence ? LacksField(message.contents, touch.field)
                                 : UsesField(message.contents, message.rules.body, touch.field);
  };
  return hits(interaction.message) || std::ranges::any_of(interaction.replies, hits);
}

bool IsHit(const Use& use, const Touch& touch) {
  const Interaction& interaction = *use.recorded.interaction;
  if (use.operation == nullptr) {
    return HitsMessage(interaction, touch);
  }
  if (!CoversStatus(*use.operation, touch.status, interaction.response.status)) {
    return false;
  }
  switch (touch.part) {
    case Part::kOperation:
    case Part::kResponse:
      return true;
    case Part::kParameter:
      return HasParameter(interaction.request, touch.name) != touch.strikes_absence;
    case Part::kRequestBody:
      return TouchesRequestBody(use, touch);
    case Part::kResponseHeader:
      return pact::FindHeader(interaction.response.headers, touch.name) != nullptr;
    case Part::kResponseBody:
      return TouchesResponseBody(use, touch);
    case Part::kMessage:
      break;
  }
  return false;
}

/// Every interaction that one of the touches hits, once.
std::vector<finding::Hit> HitsOf(const std::vector<Touch>& touches, const UsesByOperation& uses) {
  std::vector<finding::Hit> hits;
  std::set<const Interaction*> told;
  for (const Touch& touch : touches) {
    const auto known = uses.find(KeyOf(touch.operation));
    if (known == uses.end()) {
      continue;
    }
    for (const Use& use : known->second) {
      if (IsHit(use, touch) && told.insert(use.recorded.interaction).second) {
        hits.push_back(use.recorded.ToHit());
      }
    }
  }
  return hits;
}

bool FitsAny(const schema::Schema& schema, const Interaction& interaction) {
  const auto fits = [&schema](const pact::Message& message) {
    return message.contents.json && schema::IsValid(schema, *message.contents.json);
  };
  return fits(interaction.message) || std::ranges::any_of(interaction.replies, fits);
}

/// Text at a path of member names; empty when there is none.
std::string_view TextAt(const document::Value& value, std::initializer_list<const char*> path) {
  const document::Node* node = value.get();
  for (const char* name : path) {
    node = node == nullptr ? nullptr : node->Find(name);
  }
  return node == nullptr ? std::string_view() : node->text();
}

/// Definitions of the protobuf plugin, by the key under which interactions refer to them.
std::map<std::string, std::string, std::less<>> DefinitionsOf(const pact::Pact& pact) {
  std::map<std::string, std::string, std::less<>> definitions;
  for (const pact::Plugin& plugin : pact.plugins) {
    if (!plugin.configuration) {
      continue;
    }
    for (const document::Member& member : plugin.configuration->members()) {
      const document::Node* encoded = member.value.Find("protoDescriptors");
      const auto bytes = encoded == nullptr ? std::nullopt : base::Base64Decode(encoded->text());
      if (bytes) {
        definitions.emplace(member.key(), *bytes);
      }
    }
  }
  return definitions;
}

/// Whether a call uses an element, or something inside of it (of a package, of a message).
bool Uses(const std::set<std::string>& used, const std::string& element) {
  const auto inside = used.lower_bound(element + ".");
  return used.count(element) != 0 || (inside != used.end() && inside->starts_with(element + "."));
}

/// What recorded calls may name of what a finding is about: of something new, what is around it.
/// Empty for files, which calls do not name.
std::string ElementOf(const Finding& finding) {
  const std::string& element = finding.element;
  if (element.find('/') != std::string::npos || element.ends_with(".proto")) {
    return {};
  }
  return finding.previous.known() ? element : element.substr(0, element.rfind('.'));
}

}  // namespace

struct Consumers::State {
  std::vector<pact::Pact> pacts;
  std::vector<Recorded> http;
  std::vector<Recorded> messages;
  std::vector<std::pair<Recorded, std::set<std::string>>> calls;  ///< With what they use.

  void AddCall(const Recorded& recorded,
               const std::map<std::string, std::string, std::less<>>& definitions,
               std::vector<Finding>& findings) {
    const Interaction& interaction = *recorded.interaction;
    const std::string_view method =
        TextAt(interaction.plugin_configuration, {"protobuf", "service"});
    const auto known =
        definitions.find(TextAt(interaction.plugin_configuration, {"protobuf", "descriptorKey"}));
    if (method.empty() || known == definitions.end()) {
      return;
    }
    proto::RecordedCall call{.descriptors = known->second, .method = method};
    call.requests.push_back(interaction.message.contents.Bytes());
    for (const pact::Message& reply : interaction.replies) {
      call.responses.push_back(reply.contents.Bytes());
    }
    auto used = proto::UsedElements(call);
    if (used) {
      calls.emplace_back(recorded, std::move(*used));
      return;
    }
    findings.push_back(finding::Make(kCallUnreadable,
                                     fmt::format("What '{}' of {} uses cannot be told: {}.",
                                                 interaction.description,
                                                 recorded.pact->consumer,
                                                 used.error().message),
                                     interaction.source.Span()));
  }
};

Consumers::Consumers(std::vector<pact::Pact> pacts, std::vector<Finding>& findings) {
  auto state = std::make_unique<State>();
  state->pacts = std::move(pacts);
  for (const pact::Pact& pact : state->pacts) {
    const auto definitions = DefinitionsOf(pact);
    for (const Interaction& interaction : pact.interactions) {
      const Recorded recorded{&pact, &interaction};
      if (interaction.kind == pact::InteractionKind::kHttp) {
        state->http.push_back(recorded);
      } else if (interaction.plugin_configuration) {
        state->AddCall(recorded, definitions, findings);
      } else {
        state->messages.push_back(recorded);
      }
    }
  }
  state_ = std::move(state);
}

Consumers::~Consumers() = default;

void Consumers::JoinApi(const std::vector<openapi::DescriptionPtr>& apis,
                        std::span<Finding> findings) const {
  const Router router(apis);
  UsesByOperation uses;
  for (const Recorded& recorded : state_->http) {
    const pact::Request& request = recorded.interaction->request;
    router.Find(request.method, request.path, [&](const Route& route, const PathValues&) {
      uses[KeyOf(fmt::format("{} {}", route.operation->method, route.item->path))].push_back(
          {recorded, route.operation});
      return true;
    });
  }
  for (Finding& finding : findings) {
    if (!finding.touches.empty()) {
      finding.hits = HitsOf(finding.touches, uses);
    }
  }
}

void Consumers::JoinMessages(const std::map<std::string, schema::SchemaPtr>& known,
                             std::span<Finding> findings) const {
  UsesByOperation about;
  for (const auto& [name, schema] : known) {
    for (const Recorded& recorded : state_->messages) {
      if (FitsAny(*schema, *recorded.interaction)) {
        about[name].push_back({recorded, nullptr});
      }
    }
  }
  for (Finding& finding : findings) {
    if (!finding.touches.empty()) {
      finding.hits = HitsOf(finding.touches, about);
    }
  }
}

void Consumers::JoinProto(std::span<Finding> findings) const {
  for (Finding& finding : findings) {
    const std::string element = ElementOf(finding);
    if (element.empty()) {
      continue;
    }
    finding.hits.emplace();
    for (const auto& [recorded, used] : state_->calls) {
      if (Uses(used, element)) {
        finding.hits->push_back(recorded.ToHit());
      }
    }
  }
}

std::span<const finding::RuleInfo* const> ConsumerRules() {
  static constexpr std::array<const finding::RuleInfo*, 1> kRules = {&kCallUnreadable};
  return kRules;
}

}  // namespace accord::conform
