#include "breaking/proto/field_behavior.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/custom_option.h"
#include "breaking/proto/reach.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

struct Behavior {
  int number;
  const char* name;
  const finding::RuleInfo* rule;
  const char* help;
};

const std::array<Behavior, 3> kRestricting = {{
    {kBehaviorRequired,
     "REQUIRED",
     &kFieldBehaviorNoAddRequired,
     "Let the server choose a value when the field is left out."},
    {kBehaviorOutputOnly,
     "OUTPUT_ONLY",
     &kFieldBehaviorNoAddOutputOnly,
     "Go on taking the field from requests, or add another one for what the server computes."},
    {kBehaviorImmutable,
     "IMMUTABLE",
     &kFieldBehaviorNoAddImmutable,
     "Go on accepting updates of the field."},
}};

bool Has(const std::vector<int>& behaviors, int number) {
  return std::find(behaviors.begin(), behaviors.end(), number) != behaviors.end();
}

/// `sent`: clients send the message. Else only servers do, and the behavior is a promise to
/// readers.
void Report(
    Context& context, const FieldPair& fields, const Behavior& behavior, int index, bool sent) {
  Draft draft{.rule = behavior.rule,
              .message = fmt::format(
                  R"({} added field behavior "{}".)", FieldLabel(*fields.after), behavior.name),
              .element = fields.after->full_name(),
              .before = PlaceOf(*fields.before),
              .help = behavior.help};
  SetAfter(draft,
           PlacesOf(*fields.after,
                    {pb::FieldDescriptorProto::kOptionsFieldNumber, kFieldBehavior, index}));
  draft.subject.field_before = fields.before;
  draft.subject.field_after = fields.after;
  if (!sent) {
    draft.severity = finding::Severity::kInfo;
    draft.help = "Only responses hold the field: do not rely on it while an old server may answer.";
  }
  context.Add(std::move(draft));
}

}  // namespace

bool IsDemanded(const proto::Image& image, const pb::FieldDescriptor& field) {
  const std::vector<int> behaviors = CustomOption(image, field.options(), kFieldBehavior).numbers();
  return Has(behaviors, kBehaviorRequired) && !Has(behaviors, kBehaviorOutputOnly);
}

bool IsSent(const Context& context, const pb::Descriptor& message) {
  const Reach::Use use = context.reach.UseOf(message.full_name());
  return use.request || use.none();
}

void CheckFieldBehavior(Context& context, const FieldPair& fields) {
  if (context.like_buf ||
      SameBytes(fields.before->options(), fields.after->options(), kFieldBehavior)) {
    return;
  }
  const bool sent = IsSent(context, *fields.after->containing_type());
  const std::vector<int> before =
      CustomOption(context.before, fields.before->options(), kFieldBehavior).numbers();
  const std::vector<int> after =
      CustomOption(context.after, fields.after->options(), kFieldBehavior).numbers();
  for (const Behavior& behavior : kRestricting) {
    const auto found = std::find(after.begin(), after.end(), behavior.number);
    const bool added = found != after.end() && !Has(before, behavior.number);
    // What clients do not set asks nothing of them.
    const bool moot = behavior.number != kBehaviorOutputOnly && Has(after, kBehaviorOutputOnly);
    const bool matters = sent || behavior.number == kBehaviorRequired;
    if (added && matters && !moot) {
      Report(context, fields, behavior, static_cast<int>(found - after.begin()), sent);
    }
  }
}

}  // namespace accord::breaking
