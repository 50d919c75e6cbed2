#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/wire_format_lite.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/custom_option.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using pb::internal::WireFormatLite;

WireFormatLite::WireType WireTypeOf(const pb::FieldDescriptor& field) {
  return WireFormatLite::WireTypeForFieldType(
      static_cast<WireFormatLite::FieldType>(static_cast<int>(field.type())));
}

// A field that took over the number of another one, which lives on under a third number.
struct Takeover {
  FieldPair field;                   // The same name on both sides.
  const pb::FieldDescriptor* taken;  // Who had the number in the old version.

  bool silent() const { return WireTypeOf(*taken) == WireTypeOf(*field.after); }
};

// By the number that the field left.
using Takeovers = std::unordered_map<int, Takeover>;

Takeovers FindTakeovers(const MessagePair& messages) {
  Takeovers found;
  for (int i = 0; i < messages.before->field_count(); ++i) {
    const pb::FieldDescriptor* before = messages.before->field(i);
    const pb::FieldDescriptor* after = messages.after->FindFieldByName(before->name());
    if (after == nullptr || after->number() == before->number()) {
      continue;
    }
    const pb::FieldDescriptor* taken = messages.before->FindFieldByNumber(after->number());
    if (taken != nullptr && messages.after->FindFieldByName(taken->name()) != nullptr) {
      found.emplace(before->number(), Takeover{{before, after}, taken});
    }
  }
  return found;
}

std::string Describe(const std::vector<Takeover>& chain) {
  const std::string& message = chain.front().field.after->containing_type()->name();
  if (chain.size() == 2 && chain[0].taken == chain[1].field.before &&
      chain[1].taken == chain[0].field.before) {
    return fmt::format(R"(Fields "{}" and "{}" on message "{}" exchanged numbers "{}" and "{}".)",
                       chain[0].field.before->name(),
                       chain[1].field.before->name(),
                       message,
                       chain[0].field.before->number(),
                       chain[1].field.before->number());
  }
  std::string text =
      fmt::format(R"(Fields on message "{}" took over each other's numbers:)", message);
  for (const Takeover& step : chain) {
    text += fmt::format(R"({} "{}" from "{}" to "{}")",
                        &step == &chain.front() ? "" : ",",
                        step.field.before->name(),
                        step.field.before->number(),
                        step.field.after->number());
  }
  return text + ".";
}

void Report(Context& context, const std::vector<Takeover>& chain) {
  const auto worst =
      std::find_if(chain.begin(), chain.end(), [](const Takeover& step) { return step.silent(); });
  if (worst == chain.end()) {
    return;
  }
  Draft draft{.rule = &kFieldSameNumber,
              .message = Describe(chain),
              .element = worst->field.after->full_name(),
              .after = PartOf(*worst->field.after, {pb::FieldDescriptorProto::kNumberFieldNumber}),
              .fallback = {PlaceOf(*worst->field.after)},
              .before = PartOf(*worst->taken, {pb::FieldDescriptorProto::kNumberFieldNumber}),
              .before_fallback = {PlaceOf(*worst->taken)},
              .help = "Give the fields their old numbers back; the order of the lines is free."};
  draft.subject.field_before = worst->taken;
  draft.subject.field_after = worst->field.after;
  context.Add(std::move(draft));
}

}  // namespace

void CheckSwappedNumbers(Context& context, const MessagePair& messages) {
  if (context.like_buf) {
    return;
  }
  Takeovers rest = FindTakeovers(messages);
  std::unordered_set<int> entered;
  for (const auto& [number, step] : rest) {
    entered.insert(step.field.after->number());
  }
  const auto follow = [&](int number) {
    std::vector<Takeover> chain;
    for (auto next = rest.find(number); next != rest.end(); next = rest.find(number)) {
      chain.push_back(next->second);
      number = next->second.field.after->number();
      rest.erase(next);
    }
    return chain;
  };
  // Chains from their open ends first; what is left are circles.
  for (const bool open_ends : {true, false}) {
    for (int i = 0; i < messages.before->field_count(); ++i) {
      const int number = messages.before->field(i)->number();
      if (rest.count(number) != 0 && (entered.count(number) == 0) == open_ends) {
        Report(context, follow(number));
      }
    }
  }
}

}  // namespace accord::breaking
