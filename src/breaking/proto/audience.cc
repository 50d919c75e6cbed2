#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/unknown_field_set.h>

#include "breaking/proto/effect.h"
#include "breaking/proto/explain.h"
#include "breaking/proto/reading.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {

namespace pb = google::protobuf;

namespace {

using finding::Audience;
using Audiences = std::vector<Audience>;

constexpr int kHttpOption = 72295728;  // google.api.http.

void Drop(Audiences& breaks, Audience audience) {
  breaks.erase(std::remove(breaks.begin(), breaks.end(), audience), breaks.end());
}

bool Has(const Audiences& breaks, Audience audience) {
  return std::find(breaks.begin(), breaks.end(), audience) != breaks.end();
}

bool HasHttp(const pb::MethodDescriptor& method) {
  const pb::UnknownFieldSet& options = method.options().unknown_fields();
  for (int i = 0; i < options.field_count(); ++i) {
    if (options.field(i).number() == kHttpOption) {
      return true;
    }
  }
  return false;
}

bool HasHttp(const pb::ServiceDescriptor& service) {
  for (int i = 0; i < service.method_count(); ++i) {
    if (HasHttp(*service.method(i))) {
      return true;
    }
  }
  return false;
}

/// Whether callers of what is gone could come by HTTP.
bool WasMapped(const Context& context, const Draft& draft) {
  if (draft.subject.method_before != nullptr) {
    return HasHttp(*draft.subject.method_before);
  }
  const pb::DescriptorPool& pool = context.before.pool();
  if (const auto* method = pool.FindMethodByName(draft.element); method != nullptr) {
    return HasHttp(*method);
  }
  const auto* service = pool.FindServiceByName(draft.element);
  return service != nullptr && HasHttp(*service);
}

void RefineName(const Context& /*context*/, const Draft& draft, Audiences& breaks) {
  const Subject& subject = draft.subject;
  if (subject.field_before->json_name() == subject.field_after->json_name()) {
    Drop(breaks, Audience::kJson);
  }
}

void RefineType(const Context& /*context*/, const Draft& draft, Audiences& breaks) {
  const pb::FieldDescriptor& before = *draft.subject.field_before;
  const pb::FieldDescriptor& after = *draft.subject.field_after;
  if (ReadsSame(before, after) && ReadsSame(after, before)) {
    Drop(breaks, Audience::kBinary);
  }
  if (SameJsonForm(before, after)) {
    Drop(breaks, Audience::kJson);
  }
}

void RefineOneof(const Context& /*context*/, const Draft& draft, Audiences& breaks) {
  const pb::FieldDescriptor& before = *draft.subject.field_before;
  const pb::FieldDescriptor& after = *draft.subject.field_after;
  if (RivalOf(before, after) == nullptr && RivalOf(after, before) == nullptr) {
    Drop(breaks, Audience::kBinary);
    Drop(breaks, Audience::kJson);
  }
}

void RefineCall(const Context& context, const Draft& draft, Audiences& breaks) {
  if (!Has(breaks, Audience::kRest) && WasMapped(context, draft)) {
    breaks.push_back(Audience::kRest);
  }
}

/// A message that reads the same keeps callers alive; only their code has to follow.
void RefineMessageOfCall(const Context& context, const Draft& draft, Audiences& breaks) {
  if (ExchangesOf(context, draft, {}).empty()) {
    Drop(breaks, Audience::kGrpc);
  } else {
    RefineCall(context, draft, breaks);
  }
}

enum class Needs { kNothing, kBothFields };

struct Refinement {
  const finding::RuleInfo* rule;
  Needs needs;
  void (*refine)(const Context& context, const Draft& draft, Audiences& breaks);
};

const auto kRefinements = std::to_array<Refinement>({
    {&kFieldSameName, Needs::kBothFields, RefineName},
    {&kFieldSameType, Needs::kBothFields, RefineType},
    {&kFieldWireCompatibleType, Needs::kBothFields, RefineType},
    {&kFieldWireJsonCompatibleType, Needs::kBothFields, RefineType},
    {&kFieldSameCardinality, Needs::kBothFields, RefineType},
    {&kFieldWireCompatibleCardinality, Needs::kBothFields, RefineType},
    {&kFieldWireJsonCompatibleCardinality, Needs::kBothFields, RefineType},
    {&kFieldSameOneof, Needs::kBothFields, RefineOneof},
    {&kServiceNoDelete, Needs::kNothing, RefineCall},
    {&kPackageServiceNoDelete, Needs::kNothing, RefineCall},
    {&kRpcNoDelete, Needs::kNothing, RefineCall},
    {&kServicePathNoDelete, Needs::kNothing, RefineCall},
    {&kRpcPathNoDelete, Needs::kNothing, RefineCall},
    {&kServiceSameFullName, Needs::kNothing, RefineCall},
    {&kRpcSameClientStreaming, Needs::kNothing, RefineCall},
    {&kRpcSameServerStreaming, Needs::kNothing, RefineCall},
    {&kRpcSameRequestType, Needs::kNothing, RefineMessageOfCall},
    {&kRpcSameResponseType, Needs::kNothing, RefineMessageOfCall},
});

void Refine(const Context& context, const Draft& draft, Audiences& breaks) {
  const bool both = draft.subject.field_before != nullptr && draft.subject.field_after != nullptr;
  for (const Refinement& each : kRefinements) {
    if (each.rule == draft.rule && (both || each.needs == Needs::kNothing)) {
      each.refine(context, draft, breaks);
    }
  }
}

void AddWay(const Context& context, const Draft& draft, const Reach& old, finding::Finding& out) {
  const Subject& subject = draft.subject;
  const auto name = [](const auto* message, const auto* field, const auto* type) {
    if (type != nullptr) {
      return type->full_name();
    }
    message = field != nullptr ? field->containing_type() : message;
    return message != nullptr ? message->full_name() : std::string();
  };
  const auto add = [&](const Reach& reach, const proto::Image& image, const std::string& type) {
    const pb::MethodDescriptor* method = type.empty() ? nullptr : reach.MethodTo(type);
    if (method != nullptr) {
      out.related.push_back({"reached by " + reach.WayTo(type),
                             image.SpanOf(*method->file(), proto::PathOf(*method))});
    }
    return method != nullptr;
  };
  if (!add(context.reach,
           context.after,
           name(subject.message_after, subject.field_after, subject.enum_after))) {
    add(old,
        context.before,
        name(subject.message_before, subject.field_before, subject.enum_before));
  }
}

std::string HelpFor(const Draft& draft) {
  const Subject& subject = draft.subject;
  if (subject.field_before != nullptr && subject.field_after == nullptr &&
      !subject.field_before->is_extension()) {
    return fmt::format(R"(reserve number {} and name "{}")",
                       subject.field_before->number(),
                       subject.field_before->name());
  }
  return {};
}

}  // namespace

void Explain(const Context& context,
             const Reach& before,
             const Reach& after,
             const Draft& draft,
             finding::Finding& finding) {
  finding.breaks.assign(draft.rule->breaks.begin(), draft.rule->breaks.end());
  Refine(context, draft, finding.breaks);
  const std::vector<Exchange> exchanges = ExchangesOf(context, draft, UseOf(draft, before, after));
  for (const Exchange& exchange : exchanges) {
    if (finding.directions.empty() || finding.directions.back() != exchange.direction) {
      finding.directions.push_back(exchange.direction);
    }
  }
  if (!exchanges.empty()) {
    AddWay(context, draft, before, finding);
  }
  if (finding.help.empty() && draft.rule->id.find("NO_DELETE") != std::string_view::npos) {
    finding.help = HelpFor(draft);
  }
}

}  // namespace accord::breaking
