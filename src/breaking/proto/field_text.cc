#include "breaking/proto/field_text.h"

#include <fmt/format.h>

namespace accord::breaking {
namespace pb = google::protobuf;

std::string DescriptionOf(const pb::FieldDescriptor& field) {
  return field.is_extension() ? fmt::format(R"(Extension "{}" with name "{}" on message "{}")",
                                            field.number(),
                                            field.full_name(),
                                            field.containing_type()->full_name())
                              : fmt::format(R"(Field "{}" with name "{}" on message "{}")",
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
  draft.fallback = {PlaceOf(*fields.after)};
  draft.before = PartOf(*fields.before, part);
  draft.before_fallback = {PlaceOf(*fields.before)};
  draft.subject.message_before = fields.before->containing_type();
  draft.subject.message_after = fields.after->containing_type();
  draft.subject.field_before = fields.before;
  draft.subject.field_after = fields.after;
  return draft;
}

}  // namespace accord::breaking
