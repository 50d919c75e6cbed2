#include "breaking/proto/shapes.h"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/field_cardinality.h"
#include "breaking/proto/field_default.h"
#include "breaking/proto/moves.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

/// The lowest number of the oneof that holds the field, 0 when there is none: which fields exclude
/// each other, whatever the oneof is called.
int OneofOf(const pb::FieldDescriptor& field) {
  const pb::OneofDescriptor* oneof = field.real_containing_oneof();
  int lowest = 0;
  for (int i = 0; oneof != nullptr && i < oneof->field_count(); ++i) {
    const int number = oneof->field(i)->number();
    lowest = lowest == 0 ? number : std::min(lowest, number);
  }
  return lowest;
}

/// Compares pair after pair. Each pair counts as equal until something speaks against it, so that
/// types may contain themselves.
class Comparison {
 public:
  Comparison(const Context& context, Form form) : context_(context), form_(form) {}

  bool Same(const MessagePair& messages) {
    Expect(messages);
    while (!open_.empty()) {
      const MessagePair next = open_.front();
      open_.pop_front();
      if (!SameFields(next)) {
        return false;
      }
    }
    return true;
  }

 private:
  void Expect(const MessagePair& messages) {
    if (seen_.emplace(messages.before, messages.after).second) {
      open_.push_back(messages);
    }
  }

  bool SameFields(const MessagePair& messages) {
    const pb::Descriptor& before = *messages.before;
    const pb::Descriptor& after = *messages.after;
    if (before.field_count() != after.field_count() || before.extension_range_count() != 0 ||
        after.extension_range_count() != 0) {
      return false;
    }
    for (int i = 0; i < before.field_count(); ++i) {
      const pb::FieldDescriptor* field = after.FindFieldByNumber(before.field(i)->number());
      if (field == nullptr || !SameField({before.field(i), field})) {
        return false;
      }
    }
    return true;
  }

  bool SameField(const FieldPair& fields) {
    const Cardinality before = CardinalityOf(context_.before, *fields.before);
    const Cardinality after = CardinalityOf(context_.after, *fields.after);
    const bool json = form_ == Form::kWireAndJson;
    return (json ? SameOnWireAndInJson(before, after) : SameOnWire(before, after)) &&
           (!json || fields.before->json_name() == fields.after->json_name()) &&
           OneofOf(*fields.before) == OneofOf(*fields.after) &&
           SameDefault(*fields.before, *fields.after) && SameKind(context_, fields, form_) &&
           SameTypes(fields);
  }

  bool SameTypes(const FieldPair& fields) {
    const pb::Descriptor* before = fields.before->message_type();
    const pb::Descriptor* after = fields.after->message_type();
    if (before != nullptr && after != nullptr) {
      if (!context_.moves.Same(before->full_name(), after->full_name())) {
        Expect({before, after});
      }
      return true;
    }
    const pb::EnumDescriptor* old_enum = fields.before->enum_type();
    const pb::EnumDescriptor* new_enum = fields.after->enum_type();
    return old_enum == nullptr || new_enum == nullptr ||
           context_.moves.Same(old_enum->full_name(), new_enum->full_name()) ||
           SameShape(context_, EnumPair{old_enum, new_enum});
  }

  const Context& context_;
  Form form_;
  std::deque<MessagePair> open_;
  std::set<std::pair<const pb::Descriptor*, const pb::Descriptor*>> seen_;
};

}  // namespace

bool SameShape(const Context& context, const MessagePair& messages, Form form) {
  return Comparison(context, form).Same(messages);
}

bool SameShape(const Context& context, const EnumPair& enums) {
  if (context.before.FeaturesOf(*enums.before).closed_enum !=
      context.after.FeaturesOf(*enums.after).closed_enum) {
    return false;
  }
  for (int i = 0; i < enums.before->value_count(); ++i) {
    const pb::EnumValueDescriptor* before = enums.before->value(i);
    const pb::EnumValueDescriptor* after = enums.after->FindValueByName(before->name());
    if (after == nullptr || after->number() != before->number()) {
      return false;
    }
  }
  return true;
}

}  // namespace accord::breaking
