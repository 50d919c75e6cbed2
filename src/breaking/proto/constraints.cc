#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/constraint_change.h"
#include "breaking/proto/constraint_set.h"
#include "breaking/proto/custom_option.h"
#include "breaking/proto/field_behavior.h"
#include "breaking/proto/reach.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

template <typename T>
Draft MakeDraft(const Pair<T>& elements,
                const std::string& label,
                const ConstraintChange& change,
                const finding::RuleInfo& rule) {
  const bool tightened = &rule != &kFieldConstraintNoLoosen;
  Draft draft{.rule = &rule,
              .message = fmt::format("{} {}.", label, change.text),
              .element = elements.after->full_name(),
              .help = tightened ? "Go on accepting what was valid, or tighten in a new version."
                                : "Make sure that readers cope with what can come now."};
  SetAfter(draft, PlacesOf(*elements.after, change.after_steps));
  if (elements.before != nullptr) {
    SetBefore(draft, PlacesOf(*elements.before, change.before_steps));
  }
  return draft;
}

void ReportField(Context& context,
                 const FieldPair& fields,
                 const ConstraintChange& change,
                 const finding::RuleInfo& rule) {
  Draft draft = MakeDraft(fields, FieldLabel(*fields.after), change, rule);
  draft.subject.field_before = fields.before;
  draft.subject.field_after = fields.after;
  context.Add(std::move(draft));
}

void ReportTightened(Context& context,
                     const MessagePair& messages,
                     const std::vector<ConstraintChange>& changes) {
  for (const ConstraintChange& change : changes) {
    if (change.tightened) {
      Draft draft = MakeDraft(messages,
                              fmt::format(R"(Message "{}")", messages.after->name()),
                              change,
                              kMessageConstraintNoTighten);
      draft.subject.message_before = messages.before;
      draft.subject.message_after = messages.after;
      context.Add(std::move(draft));
    }
  }
}

void CheckOneofConstraints(Context& context, const MessagePair& messages, int index) {
  const pb::OneofDescriptor* after = messages.after->oneof_decl(index);
  const pb::OneofDescriptor* before = messages.before->FindOneofByName(after->name());
  const ConstraintSet old =
      before == nullptr ? ConstraintSet() : ConstraintSet::Of(context.before, *before);
  const std::string label =
      fmt::format(R"(Oneof "{}" on message "{}")", after->name(), messages.after->name());
  for (const ConstraintChange& change :
       CompareConstraints(old, ConstraintSet::Of(context.after, *after))) {
    if (change.tightened) {
      Draft draft = MakeDraft(OneofPair{before, after}, label, change, kMessageConstraintNoTighten);
      draft.subject.message_before = messages.before;
      draft.subject.message_after = messages.after;
      context.Add(std::move(draft));
    }
  }
}

}  // namespace

void CheckFieldConstraints(Context& context, const FieldPair& fields) {
  if (context.like_buf || SameConstraints(fields.before->options(), fields.after->options())) {
    return;
  }
  const pb::Descriptor& message = *fields.after->containing_type();
  // Said once, of the message.
  if (ConstraintSet::Of(context.before, *fields.before->containing_type()).switched_off ||
      ConstraintSet::Of(context.after, message).switched_off) {
    return;
  }
  const bool sent = IsSent(context, message);
  const bool received = context.reach.UseOf(message.full_name()).response;
  for (const ConstraintChange& change :
       CompareConstraints(ConstraintSet::Of(context.before, *fields.before),
                          ConstraintSet::Of(context.after, *fields.after))) {
    if (change.tightened && sent) {
      ReportField(context, fields, change, kFieldConstraintNoTighten);
    } else if (change.loosened && received) {
      ReportField(context, fields, change, kFieldConstraintNoLoosen);
    }
  }
}

void CheckMessageConstraints(Context& context, const MessagePair& messages) {
  if (context.like_buf || !IsSent(context, *messages.after)) {
    return;
  }
  for (int i = 0; i < messages.after->real_oneof_decl_count(); ++i) {
    CheckOneofConstraints(context, messages, i);
  }
  if (!SameConstraints(messages.before->options(), messages.after->options())) {
    ReportTightened(context,
                    messages,
                    CompareConstraints(ConstraintSet::Of(context.before, *messages.before),
                                       ConstraintSet::Of(context.after, *messages.after)));
  }
}

}  // namespace accord::breaking
