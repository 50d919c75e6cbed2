#include "breaking/proto/field_text.h"

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

constexpr int kTypeName = 6;

/// The map field that a field of a map entry belongs to; nullptr for all others.
const pb::FieldDescriptor* MapOf(const pb::FieldDescriptor& field) {
  const pb::Descriptor* entry = field.containing_type();
  if (field.is_extension() || !entry->options().map_entry() ||
      entry->containing_type() == nullptr) {
    return nullptr;
  }
  const pb::Descriptor* message = entry->containing_type();
  for (int i = 0; i < message->field_count(); ++i) {
    if (message->field(i)->message_type() == entry) {
      return message->field(i);
    }
  }
  return nullptr;
}

std::vector<Place> WholeOf(const pb::FieldDescriptor& field) {
  std::vector<Place> places = {PlaceOf(field)};
  if (const pb::FieldDescriptor* map = MapOf(field); map != nullptr) {
    places.push_back(PartOf(*map, {kTypeName}));
  }
  return places;
}

}  // namespace

std::string DescriptionOf(const pb::FieldDescriptor& field) {
  return field.is_extension() ? fmt::format("Extension \"{}\" with name \"{}\" on message \"{}\"",
                                            field.number(),
                                            field.full_name(),
                                            field.containing_type()->full_name())
                              : fmt::format("Field \"{}\" with name \"{}\" on message \"{}\"",
                                            field.number(),
                                            field.name(),
                                            field.containing_type()->name());
}

Draft FieldDraft(const finding::RuleInfo& rule,
                 const FieldPair& fields,
                 std::initializer_list<int> part,
                 std::string_view change) {
  Draft draft;
  draft.rule = &rule;
  draft.message = fmt::format("{} {}", DescriptionOf(*fields.after), change);
  draft.element = fields.after->full_name();
  draft.after = PartOf(*fields.after, part);
  draft.fallback = WholeOf(*fields.after);
  draft.before = PartOf(*fields.before, part);
  draft.before_fallback = WholeOf(*fields.before);
  draft.subject.message_before = fields.before->containing_type();
  draft.subject.message_after = fields.after->containing_type();
  draft.subject.field_before = fields.before;
  draft.subject.field_after = fields.after;
  return draft;
}

}  // namespace accord::breaking
