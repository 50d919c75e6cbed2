#include <string_view>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

// Field numbers of descriptor.proto.
constexpr int kOptions = 7;
constexpr int kNoStandardDescriptorAccessor = 2;
constexpr int kFeatures = 12;
constexpr int kJsonFormat = 6;

Draft About(const finding::RuleInfo& rule,
            const MessagePair& messages,
            std::initializer_list<int> steps) {
  return {.rule = &rule,
          .element = messages.after->full_name(),
          .after = PartOf(*messages.after, steps),
          .fallback = {PlaceOf(*messages.after)},
          .before = PartOf(*messages.before, steps),
          .before_fallback = {PlaceOf(*messages.before)},
          .subject = {.message_before = messages.before, .message_after = messages.after}};
}

void CheckJsonFormat(Context& context, const MessagePair& messages) {
  using proto::Features;
  if (!context.Wants(kMessageSameJsonFormat) ||
      context.before.FeaturesOf(*messages.before).json_format != Features::JsonFormat::kAllow ||
      context.after.FeaturesOf(*messages.after).json_format == Features::JsonFormat::kAllow) {
    return;
  }
  Draft draft = About(kMessageSameJsonFormat, messages, {kOptions, kFeatures, kJsonFormat});
  draft.message =
      fmt::format(R"(Message "{}" JSON format support changed from ALLOW to LEGACY_BEST_EFFORT.)",
                  messages.after->name());
  context.Add(std::move(draft));
}

void CheckDescriptorAccessor(Context& context, const MessagePair& messages) {
  if (messages.before->options().no_standard_descriptor_accessor() ||
      !messages.after->options().no_standard_descriptor_accessor()) {
    return;
  }
  Draft draft = About(kMessageNoRemoveStandardDescriptorAccessor,
                      messages,
                      {kOptions, kNoStandardDescriptorAccessor});
  draft.message =
      R"(Message option "no_standard_descriptor_accessor" changed from "false" to "true".)";
  context.Add(std::move(draft));
}

/// Editions have a feature for it, which buf does not look at.
bool IsRequired(const Context& context,
                const proto::Image& image,
                const pb::FieldDescriptor* field) {
  if (field == nullptr) {
    return false;
  }
  if (image.SyntaxOf(*field->file()) != "editions") {
    return field->is_required();
  }
  return !context.like_buf &&
         image.FeaturesOf(*field).presence == proto::Features::Presence::kLegacyRequired;
}

Draft AboutRequired(const MessagePair& messages,
                    const pb::FieldDescriptor& field,
                    std::string_view what) {
  return {.rule = &kMessageSameRequiredFields,
          .message = fmt::format(
              R"(Message "{}" had required field "{}" {}. Required fields must always be sent, )"
              "so if one side does not know about the required field, this will result in a "
              "breakage.",
              messages.after->name(),
              field.number(),
              what),
          .element = field.full_name(),
          .after = PlaceOf(*messages.after),
          .before = PlaceOf(*messages.before),
          .subject = {.message_before = messages.before,
                      .message_after = messages.after,
                      .field_before = messages.before->FindFieldByNumber(field.number()),
                      .field_after = messages.after->FindFieldByNumber(field.number())}};
}

}  // namespace

void CheckMessage(Context& context, const MessagePair& messages) {
  CheckJsonFormat(context, messages);
  CheckDescriptorAccessor(context, messages);
}

void CheckRequiredFields(Context& context, const MessagePair& messages) {
  if (!context.Wants(kMessageSameRequiredFields)) {
    return;
  }
  for (int i = 0; i < messages.before->field_count(); ++i) {
    const pb::FieldDescriptor& before = *messages.before->field(i);
    if (IsRequired(context, context.before, &before) &&
        !IsRequired(context, context.after, messages.after->FindFieldByNumber(before.number()))) {
      Draft draft = AboutRequired(messages, before, "deleted");
      draft.before = PlaceOf(before);
      context.Add(std::move(draft));
    }
  }
  for (int i = 0; i < messages.after->field_count(); ++i) {
    const pb::FieldDescriptor& after = *messages.after->field(i);
    const pb::FieldDescriptor* before = messages.before->FindFieldByNumber(after.number());
    if (IsRequired(context, context.after, &after) &&
        !IsRequired(context, context.before, before)) {
      Draft draft = AboutRequired(messages, after, "added");
      draft.after = PlaceOf(after);
      if (before != nullptr) {
        draft.before = PlaceOf(*before);
      }
      context.Add(std::move(draft));
    }
  }
}

}  // namespace accord::breaking
