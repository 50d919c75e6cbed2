#include <limits>
#include <string>
#include <string_view>
#include <unordered_set>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/number_ranges.h"
#include "breaking/proto/quoted.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

// Field numbers of descriptor.proto.
constexpr int kMessageExtensionRange = 5;
constexpr int kMessageReservedRange = 9;
constexpr int kMessageReservedName = 10;
constexpr int kEnumReservedRange = 4;
constexpr int kEnumReservedName = 5;

std::int64_t Highest(const pb::Descriptor& message) {
  return message.options().message_set_wire_format() ? std::numeric_limits<std::int32_t>::max() - 1
                                                     : pb::FieldDescriptor::kMaxNumber;
}
std::int64_t Highest(const pb::EnumDescriptor& /*type*/) {
  return std::numeric_limits<std::int32_t>::max();
}

std::string_view WordFor(const pb::Descriptor& /*message*/) {
  return "message";
}
std::string_view WordFor(const pb::EnumDescriptor& /*type*/) {
  return "enum";
}

Subject SubjectOf(const MessagePair& messages) {
  return {.message_before = messages.before, .message_after = messages.after};
}
Subject SubjectOf(const EnumPair& enums) {
  return {.enum_before = enums.before, .enum_after = enums.after};
}

std::string ToText(const NumberRange& range, std::int64_t highest) {
  if (range.first == range.last) {
    return fmt::format("[{}]", range.first);
  }
  return range.last == highest ? fmt::format("[{},max]", range.first)
                               : fmt::format("[{},{}]", range.first, range.last);
}

/// Numbers that a message or enum has set aside.
struct Numbers {
  const finding::RuleInfo& rule;
  std::string_view word;
  int step;  ///< Where the ranges are in the element's descriptor.
  std::vector<NumberRange> before;
  std::vector<NumberRange> after;
};

template <typename T>
void CheckNumbers(Context& context, const Pair<T>& pair, Numbers numbers) {
  if (numbers.before.empty() || !context.Wants(numbers.rule)) {
    return;
  }
  const NumberSet after(std::move(numbers.after));
  const std::int64_t highest = Highest(*pair.before);
  int index = 0;
  for (const NumberRange& range : numbers.before) {
    const int at = index++;
    const std::vector<NumberRange> missing = after.MissingFrom(range);
    if (missing.empty()) {
      continue;
    }
    std::string list;
    for (const NumberRange& gap : missing) {
      list += (list.empty() ? "" : ", ") + ToText(gap, highest);
    }
    context.Add(
        {.rule = &numbers.rule,
         .message = fmt::format("Previously present {} range \"{}\" on {} \"{}\" is missing "
                                "values: {} were removed.",
                                numbers.word,
                                ToText(range, highest),
                                WordFor(*pair.before),
                                pair.before->name(),
                                list),
         .element = pair.after->full_name(),
         .after = PlaceOf(*pair.after),
         .before = PartOf(*pair.before, {numbers.step, at}),
         .before_fallback = {PlaceOf(*pair.before)},
         .subject = SubjectOf(pair)});
  }
}

template <typename T>
void CheckNames(Context& context, const Pair<T>& pair, const finding::RuleInfo& rule, int step) {
  if (pair.before->reserved_name_count() == 0 || !context.Wants(rule)) {
    return;
  }
  std::unordered_set<std::string_view> after;
  for (int i = 0; i < pair.after->reserved_name_count(); ++i) {
    after.insert(pair.after->reserved_name(i));
  }
  for (int i = 0; i < pair.before->reserved_name_count(); ++i) {
    const std::string& name = pair.before->reserved_name(i);
    if (after.count(name) != 0) {
      continue;
    }
    context.Add(
        {.rule = &rule,
         .message = fmt::format("Previously present reserved name {} on {} \"{}\" was deleted.",
                                Quoted(name),
                                WordFor(*pair.before),
                                pair.before->name()),
         .element = pair.after->full_name(),
         .after = PlaceOf(*pair.after),
         .before = PartOf(*pair.before, {step, i}),
         .before_fallback = {PlaceOf(*pair.before)},
         .subject = SubjectOf(pair)});
  }
}

}  // namespace

void CheckReserved(Context& context, const MessagePair& messages) {
  CheckNumbers(context,
               messages,
               {kReservedMessageNoDelete,
                "reserved",
                kMessageReservedRange,
                ReservedRanges(*messages.before),
                ReservedRanges(*messages.after)});
  CheckNames(context, messages, kReservedMessageNoDelete, kMessageReservedName);
}

void CheckReserved(Context& context, const EnumPair& enums) {
  CheckNumbers(context,
               enums,
               {kReservedEnumNoDelete,
                "reserved",
                kEnumReservedRange,
                ReservedRanges(*enums.before),
                ReservedRanges(*enums.after)});
  CheckNames(context, enums, kReservedEnumNoDelete, kEnumReservedName);
}

void CheckExtensionRanges(Context& context, const MessagePair& messages) {
  CheckNumbers(context,
               messages,
               {kExtensionMessageNoDelete,
                "extension",
                kMessageExtensionRange,
                ExtensionRanges(*messages.before),
                ExtensionRanges(*messages.after)});
}

}  // namespace accord::breaking
