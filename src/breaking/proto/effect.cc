#include "breaking/proto/effect.h"

#include <algorithm>
#include <array>

#include "breaking/proto/reading.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {

namespace pb = google::protobuf;

namespace {

using finding::Audience;
using finding::Direction;

/// Which data goes wrong.
struct Flow {
  bool old_to_new = false;
  bool new_to_old = false;
};
constexpr Flow kNeither{};
constexpr Flow kForward{true, false};
constexpr Flow kBackward{false, true};
constexpr Flow kBoth{true, true};

/// The same, by where the data is.
struct Flows {
  Flow request;
  Flow response;
  Flow stored;
};

struct Case {
  const Context& context;
  const Draft& draft;
  const Subject& subject;
};

Flows Nowhere(const Case& /*unused*/) {
  return {};
}
Flows Forward(const Case& /*unused*/) {
  return {kForward, kForward, kForward};
}
Flows Backward(const Case& /*unused*/) {
  return {kBackward, kBackward, kBackward};
}
Flows BothWays(const Case& /*unused*/) {
  return {kBoth, kBoth, kBoth};
}
/// The old side goes on sending it, and waits for it in vain.
Flows Gone(const Case& /*unused*/) {
  return {kForward, kBackward, kForward};
}
/// Only what lies about under the old name is hurt.
Flows Stored(const Case& /*unused*/) {
  return {kNeither, kNeither, kForward};
}

Flows Everywhere(Flow flow) {
  return {flow, flow, flow};
}

Flows Name(const Case& at) {
  const pb::FieldDescriptor* before = at.subject.field_before;
  const pb::FieldDescriptor* after = at.subject.field_after;
  const bool pinned =
      before != nullptr && after != nullptr && before->json_name() == after->json_name();
  return Everywhere(pinned ? kNeither : kBoth);
}

Flows Type(const Case& at) {
  const pb::FieldDescriptor* before = at.subject.field_before;
  const pb::FieldDescriptor* after = at.subject.field_after;
  if (before == nullptr || after == nullptr) {
    return Everywhere(kBoth);
  }
  const auto& breaks = at.draft.rule->breaks;
  const bool json = std::find(breaks.begin(), breaks.end(), Audience::kJson) != breaks.end() &&
                    !SameJsonForm(*before, *after);
  return Everywhere({json || !ReadsSame(*before, *after), json || !ReadsSame(*after, *before)});
}

Flows Oneof(const Case& at) {
  const pb::FieldDescriptor* before = at.subject.field_before;
  const pb::FieldDescriptor* after = at.subject.field_after;
  if (before == nullptr || after == nullptr) {
    return Everywhere(kBoth);
  }
  return Everywhere({RivalOf(*before, *after) != nullptr, RivalOf(*after, *before) != nullptr});
}

Flows Utf8(const Case& at) {
  const pb::FieldDescriptor* after = at.subject.field_after;
  const bool checked = after != nullptr &&
                       at.context.after.FeaturesOf(*after).utf8 == proto::Features::Utf8::kVerify;
  return Everywhere(checked ? kForward : kBackward);
}

Flows Required(const Case& at) {
  const pb::FieldDescriptor* after = at.subject.field_after;
  return Everywhere(after != nullptr && after->is_required() ? kForward : kBackward);
}

Flows Closing(const Case& at) {
  const pb::EnumDescriptor* after = at.subject.enum_after;
  return Everywhere(after != nullptr && IsClosed(*after) ? kForward : kBackward);
}

Flows Input(const Case& at) {
  const pb::MethodDescriptor* before = at.subject.method_before;
  const pb::MethodDescriptor* after = at.subject.method_after;
  if (before == nullptr || after == nullptr) {
    return Everywhere(kBoth);
  }
  return Everywhere({!ReadsSame(*before->input_type(), *after->input_type()),
                     !ReadsSame(*after->input_type(), *before->input_type())});
}

Flows Output(const Case& at) {
  const pb::MethodDescriptor* before = at.subject.method_before;
  const pb::MethodDescriptor* after = at.subject.method_after;
  if (before == nullptr || after == nullptr) {
    return Everywhere(kBoth);
  }
  return Everywhere({!ReadsSame(*before->output_type(), *after->output_type()),
                     !ReadsSame(*after->output_type(), *before->output_type())});
}

Flows Services(const Case& at) {
  const pb::FileDescriptor* file = at.draft.before.file;
  return Everywhere(file == nullptr || file->service_count() > 0 ? kForward : kNeither);
}

enum class Scope { kSubject, kRequest, kResponse };

struct Row {
  const finding::RuleInfo* rule;
  Flows (*flows)(const Case& at);
  Scope scope = Scope::kSubject;
};

// A call that finds nobody is a request that goes wrong. Rules that are not here touch neither
// data nor calls.
const auto kRows = std::to_array<Row>({
    {&kFileNoDelete, Services, Scope::kRequest},
    {&kPackageNoDelete, Forward, Scope::kRequest},
    {&kServiceNoDelete, Forward, Scope::kRequest},
    {&kPackageServiceNoDelete, Forward, Scope::kRequest},
    {&kRpcNoDelete, Forward, Scope::kRequest},
    {&kMessageNoDelete, Stored},
    {&kPackageMessageNoDelete, Stored},
    {&kExtensionNoDelete, Gone},
    {&kPackageExtensionNoDelete, Gone},
    {&kFieldNoDelete, Gone},
    {&kFieldNoDeleteUnlessNumberReserved, Gone},
    {&kFieldNoDeleteUnlessNameReserved, Gone},
    {&kEnumValueNoDelete, Forward},
    {&kEnumValueNoDeleteUnlessNumberReserved, Forward},
    {&kEnumValueNoDeleteUnlessNameReserved, Forward},
    {&kFieldSameName, Name},
    {&kFieldSameJsonName, Name},
    {&kFieldSameType, Type},
    {&kFieldWireCompatibleType, Type},
    {&kFieldWireJsonCompatibleType, Type},
    {&kFieldSameCardinality, Type},
    {&kFieldWireCompatibleCardinality, Type},
    {&kFieldWireJsonCompatibleCardinality, Type},
    {&kFieldSameOneof, Oneof},
    {&kFieldSameDefault, BothWays},
    {&kFieldSameUtf8Validation, Utf8},
    {&kFieldSameJavaUtf8Validation, BothWays},
    {&kFieldSameNumber, BothWays},
    {&kMessageSameRequiredFields, Required},
    {&kEnumSameType, Closing},
    {&kEnumValueSameName, BothWays},
    {&kEnumZeroValueSameName, BothWays},
    {&kEnumClosedNoAddValue, Backward},
    {&kRpcSameRequestType, Input, Scope::kRequest},
    {&kRpcSameResponseType, Output, Scope::kResponse},
    {&kRpcSameClientStreaming, BothWays, Scope::kRequest},
    {&kRpcSameServerStreaming, BothWays, Scope::kRequest},
    {&kRpcSameIdempotencyLevel, Forward, Scope::kRequest},
    {&kFileSamePackage, Services, Scope::kRequest},
    {&kServiceSameFullName, Forward, Scope::kRequest},
    {&kPackageSameName, Services, Scope::kRequest},
    {&kMessageSameFullName, Stored},
    {&kMessageSameTypeUrl, BothWays},
    {&kServicePathNoDelete, Forward, Scope::kRequest},
    {&kRpcPathNoDelete, Forward, Scope::kRequest},
    {&kRpcHttpNoDelete, Forward, Scope::kRequest},
    {&kRpcSameHttpMethod, Forward, Scope::kRequest},
    {&kRpcSameHttpPath, Forward, Scope::kRequest},
    {&kRpcSameHttpBody, Forward, Scope::kRequest},
    {&kRpcSameHttpResponseBody, Backward, Scope::kResponse},
    {&kRpcSameOperationInfo, Backward, Scope::kResponse},
    {&kFieldBehaviorNoAddRequired, Forward, Scope::kRequest},
    {&kFieldBehaviorNoAddOutputOnly, Forward, Scope::kRequest},
    {&kFieldBehaviorNoAddImmutable, Forward, Scope::kRequest},
    {&kFieldNoAddRequired, Forward, Scope::kRequest},
    {&kFieldConstraintNoTighten, Forward},
    {&kMessageConstraintNoTighten, Forward},
    {&kFieldConstraintNoLoosen, Backward},
    {&kOneofNoAddField, Backward},
});

const Row& RowOf(const finding::RuleInfo& rule) {
  static constexpr Row kSourceOnly{nullptr, Nowhere};
  const auto* row =
      std::find_if(kRows.begin(), kRows.end(), [&](const Row& each) { return each.rule == &rule; });
  return row == kRows.end() ? kSourceOnly : *row;
}

Reach::Use UseIn(const Reach& reach,
                 const pb::Descriptor* message,
                 const pb::FieldDescriptor* field,
                 const pb::EnumDescriptor* type) {
  if (type != nullptr) {
    return reach.UseOf(type);
  }
  return reach.UseOf(field != nullptr ? field->containing_type() : message);
}

}  // namespace

Reach::Use UseOf(const Draft& draft, const Reach& before, const Reach& after) {
  const Subject& subject = draft.subject;
  const Reach::Use old =
      UseIn(before, subject.message_before, subject.field_before, subject.enum_before);
  const Reach::Use now =
      UseIn(after, subject.message_after, subject.field_after, subject.enum_after);
  return {old.request || now.request, old.response || now.response};
}

std::vector<Exchange> ExchangesOf(const Context& context, const Draft& draft, Reach::Use use) {
  const Row& row = RowOf(*draft.rule);
  if (row.scope != Scope::kSubject) {
    use = {row.scope == Scope::kRequest, row.scope == Scope::kResponse};
  }
  const Flows flows = row.flows({context, draft, draft.subject});
  const Flow request = use.request ? flows.request : kNeither;
  const Flow response = use.response ? flows.response : kNeither;
  std::vector<Exchange> exchanges;
  if (request.old_to_new) {
    exchanges.push_back({Direction::kOldClientNewServer, true});
  }
  if (response.new_to_old) {
    exchanges.push_back({Direction::kOldClientNewServer, false});
  }
  if (request.new_to_old) {
    exchanges.push_back({Direction::kNewClientOldServer, false});
  }
  if (response.old_to_new) {
    exchanges.push_back({Direction::kNewClientOldServer, true});
  }
  if (use.none() && flows.stored.old_to_new) {
    exchanges.push_back({Direction::kStoredData, true});
  }
  return exchanges;
}

}  // namespace accord::breaking
