#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/elements.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

// Field numbers of descriptor.proto.
constexpr int kOptions = 3;
constexpr int kFeatures = 7;
constexpr int kEnumType = 2;
constexpr int kJsonFormat = 6;
constexpr int kValueNumber = 2;

Draft About(const finding::RuleInfo& rule, const EnumPair& enums, int feature) {
  return {.rule = &rule,
          .element = enums.after->full_name(),
          .after = PartOf(*enums.after, {kOptions, kFeatures, feature}),
          .fallback = {PlaceOf(*enums.after)},
          .before = PartOf(*enums.before, {kOptions, kFeatures, feature}),
          .before_fallback = {PlaceOf(*enums.before)},
          .subject = {.enum_before = enums.before, .enum_after = enums.after}};
}

using Values = std::vector<const pb::EnumValueDescriptor*>;

std::map<int, Values> ByNumber(const pb::EnumDescriptor& type) {
  std::map<int, Values> values;
  for (int i = 0; i < type.value_count(); ++i) {
    values[type.value(i)->number()].push_back(type.value(i));
  }
  return values;
}

std::vector<std::string_view> SortedNames(const Values& values) {
  std::vector<std::string_view> names;
  names.reserve(values.size());
  for (const pb::EnumValueDescriptor* value : values) {
    names.push_back(value->name());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void CompareNames(Context& context,
                  const EnumPair& enums,
                  const Values& before,
                  const Values& after) {
  const auto old_names = SortedNames(before);
  const auto new_names = SortedNames(after);
  if (std::includes(new_names.begin(), new_names.end(), old_names.begin(), old_names.end())) {
    return;
  }
  const std::string message =
      fmt::format(R"(Enum value "{}" on enum "{}" changed name{} from "{}" to "{}".)",
                  before.front()->number(),
                  enums.after->name(),
                  old_names.size() > 1 && new_names.size() > 1 ? "s" : "",
                  fmt::join(old_names, R"(", ")"),
                  fmt::join(new_names, R"(", ")"));
  for (const pb::EnumValueDescriptor* value : after) {
    context.Add(
        {.rule = &kEnumValueSameName,
         .message = message,
         .element = NameInEnum(*value),
         .after = PartOf(*value, {kValueNumber}),
         .fallback = {PlaceOf(*value)},
         .before = PartOf(*before.front(), {kValueNumber}),
         .before_fallback = {PlaceOf(*before.front())},
         .subject = {
             .enum_before = enums.before, .enum_after = enums.after, .number = value->number()}});
  }
}

}  // namespace

void CheckEnum(Context& context, const EnumPair& enums) {
  using proto::Features;
  const Features before = context.before.FeaturesOf(*enums.before);
  const Features after = context.after.FeaturesOf(*enums.after);
  if (before.closed_enum != after.closed_enum) {
    Draft draft = About(kEnumSameType, enums, kEnumType);
    draft.message = fmt::format(R"(Enum "{}" changed from {} to {}.)",
                                enums.after->name(),
                                before.closed_enum ? "closed" : "open",
                                after.closed_enum ? "closed" : "open");
    context.Add(std::move(draft));
  }
  if (before.json_format == Features::JsonFormat::kAllow &&
      after.json_format == Features::JsonFormat::kLegacyBestEffort) {
    Draft draft = About(kEnumSameJsonFormat, enums, kJsonFormat);
    draft.message =
        fmt::format(R"(Enum "{}" JSON format support changed from ALLOW to LEGACY_BEST_EFFORT.)",
                    enums.after->name());
    context.Add(std::move(draft));
  }
}

void CheckEnumValueNames(Context& context, const EnumPair& enums) {
  if (!context.Wants(kEnumValueSameName)) {
    return;
  }
  const std::map<int, Values> after = ByNumber(*enums.after);
  for (const auto& [number, values] : ByNumber(*enums.before)) {
    const auto now = after.find(number);
    if (now != after.end()) {
      CompareNames(context, enums, values, now->second);
    }
  }
}

}  // namespace accord::breaking
