#include "conform/messages.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"
#include "accord/schema/validate.h"

#include "conform/bodies.h"
#include "conform/media_types.h"
#include "conform/promise.h"
#include "conform/rules.h"
#include "conform/wire.h"

namespace accord::conform {
namespace {

using document::Node;
using document::Value;
using pact::InteractionKind;

constexpr std::size_t kMaxCauses = 20;

/// What Pact itself writes into metadata.
bool IsContentType(std::string_view name) {
  return base::EqualsIgnoreCase(name, "contentType") ||
         base::EqualsIgnoreCase(name, "content-type");
}

bool Mentions(const CompiledSchema& schema, std::string_view name) {
  const std::vector<std::string> names = PropertyNames(*schema.root);
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string TypeOf(const pact::Message& message, const AsyncMessage* candidate) {
  std::string type = message.ContentType();
  if (type.empty() && candidate != nullptr) {
    type = candidate->content_type;
  }
  return type.empty() && message.contents.json ? "application/json" : type;
}

/// The protobuf message that a contract says it is: in the content type, as Pact's plugin for
/// protobuf does, or in the metadata. Empty: it does not.
std::string TypeNamedBy(const pact::Message& message) {
  if (const auto type = base::MediaType::Parse(message.ContentType())) {
    for (const char* parameter : {"message", "messagetype", "proto"}) {
      if (const std::string* name = type->Parameter(parameter)) {
        return *name;
      }
    }
  }
  for (const auto& [name, value] : message.metadata) {
    if (base::EqualsIgnoreCase(name, "messageType") && value && value->is_string()) {
      return std::string(value->text());
    }
  }
  return {};
}

}  // namespace

void MessageCheck::Run() {
  if (specification_.events.empty() && specification_.describes_messages()) {
    CheckSchema();
    return;
  }
  if (!FindOperation()) {
    return;
  }
  const bool synchronous = interaction_.kind == InteractionKind::kSyncMessage;
  const Subject subject{&interaction_.message,
                        synchronous ? Way::kSent : Way::kReceived,
                        synchronous ? "request." : ""};
  if (MatchAny(subject, operation_->messages) && synchronous) {
    CheckReplies();
  }
}

bool MessageCheck::FindOperation() {
  const Value& comments = interaction_.comments;
  const Node* references = comments ? comments->Find("references") : nullptr;
  const Node* reference = references != nullptr ? references->Find("AsyncAPI") : nullptr;
  const Node* id = reference != nullptr ? reference->Find("operationId") : nullptr;
  const auto add =
      [&](const finding::RuleInfo& rule, std::string message, const Node* at, std::string path) {
        const finding::Span span =
            at != nullptr ? comments.Child(at).Span() : interaction_.source.Span();
        remarks_.Add(rule, std::move(message), {span, std::move(path), {}});
      };
  if (specification_.events.empty()) {
    add(kMessageSpecMissing,
        "there is no AsyncAPI document to check the message against",
        nullptr,
        "");
    return false;
  }
  if (id == nullptr || !id->is_string() || id->text().empty()) {
    add(kMessageReferencesMissing,
        reference == nullptr
            ? "the comments do not say which AsyncAPI operation the message belongs to"
            : "the reference to AsyncAPI has no `operationId`",
        reference,
        "comments.references.AsyncAPI");
    return false;
  }
  for (const auto& api : specification_.events) {
    operation_ = api->Find(id->text());
    if (operation_ != nullptr) {
      api_ = api.get();
      remarks_.SetElement(operation_->id);
      return true;
    }
  }
  add(kMessageOperationUnknown,
      fmt::format("there is no operation '{}'", id->text()),
      id,
      "comments.references.AsyncAPI.operationId");
  return false;
}

/// The first that fits is taken.
bool MessageCheck::MatchAny(const Subject& subject, const std::vector<AsyncMessage>& candidates) {
  std::vector<finding::Related> causes;
  for (const AsyncMessage& candidate : candidates) {
    Ledger ledger = remarks_.ledger();
    Remarks remarks(ledger);
    remarks.SetElement(remarks_.element());
    CheckCandidate(subject, candidate, remarks);
    const bool fits = std::none_of(
        remarks.findings().begin(), remarks.findings().end(), [](const finding::Finding& one) {
          return one.severity == finding::Severity::kError;
        });
    if (fits) {
      remarks.Add(kMessageMatched,
                  fmt::format("the message fits '{}'", candidate.name),
                  {SpanOf(subject), subject.path + "contents", candidate.source.Span()});
      remarks_.Take(std::move(remarks));
      remarks_.ledger() = std::move(ledger);
      return true;
    }
    for (const finding::Finding& finding : remarks.findings()) {
      if (finding.severity == finding::Severity::kError && causes.size() < kMaxCauses) {
        causes.push_back(
            {fmt::format("{}: '{}': {}", finding.rule->id, candidate.name, finding.message),
             finding.related.empty() ? finding.span : finding.related.front().span});
      }
    }
  }
  const bool synchronous = interaction_.kind == InteractionKind::kSyncMessage;
  finding::Finding& finding = remarks_.Add(
      kMessageNoMatch,
      candidates.empty() ? fmt::format("'{}' describes no message", operation_->id)
                         : fmt::format("the message fits none that '{}' describes", operation_->id),
      {SpanOf(subject),
       synchronous ? "comments.references.AsyncAPI.operationId" : "",
       operation_->source.Span()});
  finding.related.insert(finding.related.end(), causes.begin(), causes.end());
  return false;
}

void MessageCheck::CheckReplies() {
  const Place place{
      interaction_.source.Span(), "comments.references.AsyncAPI", operation_->source.Span()};
  if (!operation_->reply || operation_->reply->messages.empty()) {
    remarks_.Add(kMessageReplyMissing,
                 fmt::format("'{}' describes no {}",
                             operation_->id,
                             operation_->reply ? "message to reply with" : "reply"),
                 place);
    return;
  }
  if (interaction_.replies.empty()) {
    remarks_.Add(kMessageResponseMissing,
                 fmt::format("'{}' replies, but no reply is expected", operation_->id),
                 {place.contract, "response", place.described});
    return;
  }
  for (std::size_t i = 0; i < interaction_.replies.size(); ++i) {
    MatchAny({&interaction_.replies[i], Way::kReceived, fmt::format("response[{}].", i)},
             operation_->reply->messages);
  }
}

void MessageCheck::CheckCandidate(const Subject& subject,
                                  const AsyncMessage& candidate,
                                  Remarks& remarks) {
  CheckPayload(subject, candidate, remarks);
  CheckHeaders(subject, candidate, remarks);
}

void MessageCheck::CheckPayload(const Subject& subject,
                                const AsyncMessage& candidate,
                                Remarks& remarks) {
  const pact::Body& contents = subject.message->contents;
  if (!contents.present()) {
    return;
  }
  const std::string path = subject.path + "contents";
  const std::string type = TypeOf(*subject.message, &candidate);
  const Place place{SpanOf(subject), path, candidate.source.Span()};
  if (type.empty()) {
    remarks.NotChecked(path + ": it has no content type");
  } else if (!IsReadable(type) || (candidate.payload && !candidate.payload.dialect)) {
    remarks.Add(kMessagePayloadUnvalidatable,
                fmt::format("the payload was not looked at: '{}'",
                            IsReadable(type) ? candidate.payload.format : type),
                place);
  } else if (!candidate.payload) {
    remarks.Add(kMessagePayloadUnknown, "no schema describes the payload", place);
  } else {
    CheckAgainst(candidate.payload, {}, path, subject, kMessagePayloadIncompatible, remarks);
  }
}

void MessageCheck::CheckHeaders(const Subject& subject,
                                const AsyncMessage& candidate,
                                Remarks& remarks) {
  const pact::Metadata& metadata = subject.message->metadata;
  if (!candidate.headers || metadata.empty()) {
    return;
  }
  const std::string path = subject.path + "metadata";
  if (!candidate.headers.dialect) {
    remarks.NotChecked(fmt::format("{}: '{}'", path, candidate.headers.format));
    return;
  }
  const CompiledSchema& compiled =
      schemas_.Of(candidate.headers.value, api_->CompileOptionsFor(candidate.headers));
  document::Builder builder;
  builder.StartObject();
  for (const auto& [name, value] : metadata) {
    const bool described = compiled.usable() && Mentions(compiled, name);
    if (described || !IsContentType(name)) {
      builder.Key(name);
      builder.Copy(*value);
    }
  }
  builder.EndObject();
  CheckAgainst(candidate.headers,
               Value(builder.Finish()),
               path,
               subject,
               kMessageHeadersIncompatible,
               remarks);
}

/// An empty `example` stands for the contents.
void MessageCheck::CheckAgainst(const AsyncSchema& schema,
                                const Value& example,
                                const std::string& path,
                                const Subject& subject,
                                const finding::RuleInfo& rule,
                                Remarks& remarks) {
  const CompiledSchema& compiled = schemas_.Of(schema.value, api_->CompileOptionsFor(schema));
  if (!compiled.usable()) {
    remarks.NotChecked(fmt::format("{}: its schema cannot be used: {}", path, compiled.problem));
    return;
  }
  const pact::MatchingRules& rules = subject.message->rules;
  if (example) {
    Judge(compiled, {example, &rules.metadata, path, SpanOf(subject)}, subject.way, rule, remarks);
    return;
  }
  const pact::Body& contents = subject.message->contents;
  const BodyValue body = ReadBody(contents, TypeOf(*subject.message, nullptr), compiled);
  Judge(compiled, {body.value, &rules.body, path, body.span}, subject.way, rule, remarks);
}

void MessageCheck::CheckSchema() {
  std::vector<Subject> subjects = {{&interaction_.message, Way::kReceived, ""}};
  for (std::size_t i = 0; i < interaction_.replies.size(); ++i) {
    subjects.push_back({&interaction_.replies[i], Way::kReceived, fmt::format("response[{}].", i)});
  }
  for (const Subject& subject : subjects) {
    const pact::Message& message = *subject.message;
    const std::string path = subject.path + "contents";
    const std::string type = TypeOf(message, nullptr);
    if (!message.contents.present()) {
      continue;
    }
    if (!IsReadable(type)) {
      remarks_.Add(kMessagePayloadUnvalidatable,
                   fmt::format("the payload was not looked at: '{}'", type),
                   {SpanOf(subject), path, {}});
      continue;
    }
    const CompiledSchema* const schema = SchemaFor(subject);
    if (schema != nullptr) {
      const BodyValue body = ReadBody(message.contents, type, *schema);
      Judge(*schema,
            {body.value, &message.rules.body, path, body.span},
            subject.way,
            kMessagePayloadIncompatible,
            remarks_);
    }
  }
}

const CompiledSchema* MessageCheck::SchemaFor(const Subject& subject) {
  std::string name = specification_.types.empty() ? "" : TypeNamedBy(*subject.message);
  if (name.empty() && specification_.messages != nullptr) {
    return &schemas_.Of(specification_.messages);
  }
  name = name.empty() ? specification_.type : name;
  const Value* const type = name.empty() ? nullptr : specification_.FindType(name);
  if (type != nullptr) {
    return &schemas_.Of(*type, {});
  }
  finding::Finding& finding =
      remarks_.Add(kMessagePayloadUnknown,
                   name.empty() ? "nothing says which of the messages that are described this is"
                                : fmt::format("there is no one message '{}'", name),
                   {SpanOf(subject), subject.path + "contents", {}});
  std::vector<std::string> names;
  for (const auto& [full_name, schema] : specification_.types) {
    names.push_back(full_name);
  }
  const auto nearest = base::NearestWord(name, names);
  finding.help = name.empty() ? "name it: `application/json; message=…`, or --message for all"
                 : nearest    ? fmt::format("did you mean '{}'?", *nearest)
                              : "";
  return nullptr;
}

void MessageCheck::Judge(const CompiledSchema& schema,
                         const Payload& payload,
                         Way way,
                         const finding::RuleInfo& rule,
                         Remarks& remarks) {
  if (way == Way::kReceived) {
    CheckPromise(schema, payload, rule, remarks, nullptr);
    return;
  }
  constexpr std::string_view kRoot = "the document ";
  for (finding::Finding& fault : schema.Explain(payload.example)) {
    fault.rule = &rule;
    fault.severity = rule.severity;
    if (fault.message.starts_with(kRoot)) {
      fault.message = "the payload " + fault.message.substr(kRoot.size());
    }
    fault.path = payload.path + fault.path.substr(1);
    fault.span = payload.span.known() ? payload.span : fault.span;
    remarks.Add(std::move(fault));
  }
  CheckSent(schema, payload, remarks, nullptr);
}

finding::Span MessageCheck::SpanOf(const Subject& subject) const {
  const Value& source = subject.message->contents.source;
  return source ? source.Span() : interaction_.source.Span();
}

}  // namespace accord::conform
