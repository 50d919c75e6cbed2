#include <set>

#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/field_text.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

/// Numbers of a oneof's members that are fields of `other` as well.
std::set<int> MembersAlsoIn(const pb::Descriptor& other, const pb::OneofDescriptor* oneof) {
  std::set<int> numbers;
  for (int i = 0; oneof != nullptr && i < oneof->field_count(); ++i) {
    if (other.FindFieldByNumber(oneof->field(i)->number()) != nullptr) {
      numbers.insert(oneof->field(i)->number());
    }
  }
  return numbers;
}

/// The name of a oneof is never sent. What counts is which fields, known to both versions, exclude
/// each other.
bool SameOnWire(const FieldPair& fields) {
  std::set<int> before =
      MembersAlsoIn(*fields.after->containing_type(), fields.before->real_containing_oneof());
  std::set<int> after =
      MembersAlsoIn(*fields.before->containing_type(), fields.after->real_containing_oneof());
  before.erase(fields.before->number());
  after.erase(fields.after->number());
  return before == after;
}

/// Whether rules about generated code are in use besides those about the wire.
bool WantsOnlyWire(const Context& context) {
  return !context.Wants(kFieldSameCardinality) &&
         (context.Wants(kFieldWireCompatibleCardinality) ||
          context.Wants(kFieldWireJsonCompatibleCardinality));
}

std::string Change(const pb::OneofDescriptor* before, const pb::OneofDescriptor* after) {
  if (before != nullptr && after != nullptr) {
    return fmt::format(R"(moved from oneof "{}" to oneof "{}".)", before->name(), after->name());
  }
  return fmt::format("moved from {} to {} a oneof.",
                     before != nullptr ? "inside" : "outside",
                     after != nullptr ? "inside" : "outside");
}

}  // namespace

void CheckFieldOneof(Context& context, const FieldPair& fields) {
  const pb::OneofDescriptor* before = fields.before->real_containing_oneof();
  const pb::OneofDescriptor* after = fields.after->real_containing_oneof();
  const bool both = before != nullptr && after != nullptr;
  if (before == after || fields.before->is_extension() ||
      (both && before->name() == after->name())) {
    return;
  }
  Draft draft = FieldDraft(kFieldSameOneof, fields, {}, Change(before, after));
  if (context.like_buf && both) {
    // buf prints a stray letter here.
    draft.message.insert(DescriptionOf(*fields.after).size(), 1, 'q');
  }
  if (!context.like_buf && SameOnWire(fields)) {
    if (WantsOnlyWire(context)) {
      return;
    }
    draft.message += " Only generated code changes: on the wire nothing does.";
    draft.severity = finding::Severity::kWarning;
  }
  context.Add(std::move(draft));
}

}  // namespace accord::breaking
