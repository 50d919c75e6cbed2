#include "breaking/proto/field_cardinality.h"

#include <string_view>

#include <fmt/format.h>
#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/checks.h"
#include "breaking/proto/field_text.h"
#include "breaking/proto/rules.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;

std::string_view ToString(Cardinality cardinality) {
  switch (cardinality) {
    case Cardinality::kExplicit:
      return "optional with explicit presence";
    case Cardinality::kImplicit:
      return "optional with implicit presence";
    case Cardinality::kRequired:
      return "required";
    case Cardinality::kRepeated:
      return "repeated";
    case Cardinality::kMap:
      return "map";
  }
  return "";
}

Cardinality WithoutPresence(Cardinality cardinality) {
  return cardinality == Cardinality::kImplicit ? Cardinality::kExplicit : cardinality;
}

bool InMapEntry(const pb::FieldDescriptor& field) {
  return field.containing_type()->options().map_entry();
}

bool IsMessage(const pb::FieldDescriptor& field) {
  return field.message_type() != nullptr;
}

/// A message always has presence: that a field gained it by becoming one is no news.
bool FollowsFromType(const FieldPair& fields, Cardinality before, Cardinality after) {
  return IsMessage(*fields.before) != IsMessage(*fields.after) && SameOnWire(before, after);
}

}  // namespace

Cardinality CardinalityOf(const proto::Image& image, const pb::FieldDescriptor& field) {
  if (field.is_repeated()) {
    return field.is_map() ? Cardinality::kMap : Cardinality::kRepeated;
  }
  switch (image.FeaturesOf(field).presence) {
    case proto::Features::Presence::kLegacyRequired:
      return Cardinality::kRequired;
    case proto::Features::Presence::kImplicit:
      return Cardinality::kImplicit;
    case proto::Features::Presence::kExplicit:
      break;
  }
  return Cardinality::kExplicit;
}

bool SameOnWire(Cardinality before, Cardinality after) {
  const auto group = [](Cardinality cardinality) {
    return cardinality == Cardinality::kMap ? Cardinality::kRepeated : WithoutPresence(cardinality);
  };
  return group(before) == group(after);
}

bool SameOnWireAndInJson(Cardinality before, Cardinality after) {
  return WithoutPresence(before) == WithoutPresence(after);
}

void CheckFieldCardinality(Context& context, const FieldPair& fields) {
  if (InMapEntry(*fields.before) && InMapEntry(*fields.after)) {
    return;
  }
  const Cardinality before = CardinalityOf(context.before, *fields.before);
  const Cardinality after = CardinalityOf(context.after, *fields.after);
  if (before == after || (!context.like_buf && FollowsFromType(fields, before, after))) {
    return;
  }
  const Draft draft = FieldDraft(
      kFieldSameCardinality,
      fields,
      {},
      fmt::format(R"(changed cardinality from "{}" to "{}".)", ToString(before), ToString(after)));
  const auto add = [&](const finding::RuleInfo& rule) {
    Draft copy = draft;
    copy.rule = &rule;
    context.Add(std::move(copy));
  };
  add(kFieldSameCardinality);
  if (!SameOnWire(before, after)) {
    add(kFieldWireCompatibleCardinality);
  }
  if (!SameOnWireAndInJson(before, after)) {
    add(kFieldWireJsonCompatibleCardinality);
  }
}

}  // namespace accord::breaking
