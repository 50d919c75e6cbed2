#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/required_enums.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

std::string WhyItMatters(const pb::FieldDescriptor* required) {
  return required == nullptr
             ? "Old readers act as if the field was not set."
             : fmt::format(R"(The required field "{}" uses it, so old readers refuse the message.)",
                           required->full_name());
}

void ReportAdded(Context& context, const EnumPair& enums, const pb::EnumValueDescriptor& value) {
  const pb::FieldDescriptor* required = context.required_enums.UseOf(*enums.before);
  Draft draft{
      .rule = &kEnumClosedNoAddValue,
      .message = fmt::format(R"(Enum value "{}" with name "{}" was added to closed enum "{}". {})",
                             value.number(),
                             value.name(),
                             enums.after->name(),
                             WhyItMatters(required)),
      .element = value.full_name(),
      .after = PlaceOf(value),
      .fallback = {PlaceOf(*enums.after)},
      .before = PlaceOf(*enums.before),
      .help = "Update every reader before the first program writes the new value."};
  draft.subject.enum_before = enums.before;
  draft.subject.enum_after = enums.after;
  draft.subject.number = value.number();
  if (required != nullptr) {
    draft.severity = finding::Severity::kError;
  }
  context.Add(std::move(draft));
}

void CheckAdded(Context& context, const EnumPair& enums) {
  if (!context.before.FeaturesOf(*enums.before).closed_enum) {
    return;
  }
  for (int i = 0; i < enums.after->value_count(); ++i) {
    const pb::EnumValueDescriptor* value = enums.after->value(i);
    const bool first_name = enums.after->FindValueByNumber(value->number()) == value;
    if (first_name && enums.before->FindValueByNumber(value->number()) == nullptr) {
      ReportAdded(context, enums, *value);
    }
  }
}

std::vector<const pb::EnumValueDescriptor*> ZerosOf(const pb::EnumDescriptor& type) {
  std::vector<const pb::EnumValueDescriptor*> zeros;
  for (int i = 0; i < type.value_count(); ++i) {
    if (type.value(i)->number() == 0) {
      zeros.push_back(type.value(i));
    }
  }
  return zeros;
}

void CheckZero(Context& context, const EnumPair& enums) {
  const auto after = ZerosOf(*enums.after);
  if (after.empty()) {
    return;
  }
  for (const pb::EnumValueDescriptor* old : ZerosOf(*enums.before)) {
    if (std::any_of(after.begin(), after.end(), [&](const auto* value) {
          return value->name() == old->name();
        })) {
      continue;
    }
    Draft draft{.rule = &kEnumZeroValueSameName,
                .message = fmt::format(R"(Enum value "0" on enum "{}", which stands for what was )"
                                       R"(not sent, changed name from "{}" to "{}".)",
                                       enums.after->name(),
                                       old->name(),
                                       after.front()->name()),
                .element = after.front()->full_name(),
                .after = PartOf(*after.front(), {pb::EnumValueDescriptorProto::kNameFieldNumber}),
                .fallback = {PlaceOf(*after.front())},
                .before = PartOf(*old, {pb::EnumValueDescriptorProto::kNameFieldNumber}),
                .help = fmt::format("Keep `{} = 0`, if need be beside the new name as an alias.",
                                    old->name())};
    draft.subject.enum_before = enums.before;
    draft.subject.enum_after = enums.after;
    context.Add(std::move(draft));
  }
}

}  // namespace

void CheckAddedEnumValues(Context& context, const EnumPair& enums) {
  if (context.like_buf) {
    return;
  }
  CheckAdded(context, enums);
  CheckZero(context, enums);
}

}  // namespace accord::breaking
