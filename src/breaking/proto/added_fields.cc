#include <string>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/constraint_set.h"
#include "breaking/proto/custom_option.h"
#include "breaking/proto/field_behavior.h"
#include "breaking/proto/reach.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

// Why requests without the field are refused; empty when they are not.
std::string DemandOn(const Context& context, const pb::FieldDescriptor& field) {
  if (IsDemanded(context.after, field)) {
    return "which its field behavior says is REQUIRED";
  }
  const ConstraintSet constraints = ConstraintSet::Of(context.after, field);
  if (constraints.switched_off ||
      ConstraintSet::Of(context.after, *field.containing_type()).switched_off) {
    return "";
  }
  const auto required = constraints.by_meaning.find("required");
  if (required != constraints.by_meaning.end()) {
    return fmt::format("which the constraint {} demands", required->second.rule);
  }
  const Constraint* refusing = field.has_presence() ? nullptr : constraints.RefusesUnset();
  return refusing == nullptr ? ""
                             : fmt::format("and its constraint {} {} refuses requests without it",
                                           refusing->rule,
                                           refusing->shown);
}

void CheckDemand(Context& context, const MessagePair& messages, const pb::FieldDescriptor& field) {
  const std::string demand = DemandOn(context, field);
  if (demand.empty()) {
    return;
  }
  Draft draft{.rule = &kFieldNoAddRequired,
              .message = fmt::format("{} was added, {}.", FieldLabel(field), demand),
              .element = field.full_name(),
              .after = PlaceOf(field),
              .before = PlaceOf(*messages.before),
              .help = "Add the field without the demand and let the server choose a default."};
  draft.subject.field_after = &field;
  context.Add(std::move(draft));
}

void CheckOneof(Context& context, const MessagePair& messages, const pb::FieldDescriptor& field) {
  const pb::OneofDescriptor* after = field.real_containing_oneof();
  const pb::OneofDescriptor* before =
      after == nullptr ? nullptr : messages.before->FindOneofByName(after->name());
  if (before == nullptr) {
    return;
  }
  Draft draft{.rule = &kOneofNoAddField,
              .message = fmt::format(
                  R"({} was added to existing oneof "{}".)", FieldLabel(field), after->name()),
              .element = field.full_name(),
              .after = PlaceOf(field),
              .before = PlaceOf(*before),
              .before_fallback = {PlaceOf(*messages.before)},
              .help = "Send the new member only to clients that are known to understand it."};
  draft.subject.field_after = &field;
  context.Add(std::move(draft));
}

}  // namespace

void CheckAddedFields(Context& context, const MessagePair& messages) {
  if (context.like_buf) {
    return;
  }
  const bool sent = IsSent(context, *messages.after);
  const bool received = context.reach.UseOf(messages.after->full_name()).response;
  for (int i = 0; i < messages.after->field_count(); ++i) {
    const pb::FieldDescriptor& field = *messages.after->field(i);
    // One with another number is not new to those who go by names; its number has its own rules.
    if (messages.before->FindFieldByNumber(field.number()) != nullptr ||
        messages.before->FindFieldByName(field.name()) != nullptr) {
      continue;
    }
    if (sent) {
      CheckDemand(context, messages, field);
    }
    if (received) {
      CheckOneof(context, messages, field);
    }
  }
}

}  // namespace accord::breaking
