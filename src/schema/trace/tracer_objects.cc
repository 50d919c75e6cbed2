#include <cstddef>
#include <span>

#include "schema/trace/assertions.h"
#include "schema/trace/tracer.h"

namespace accord::schema {

using document::Member;
using document::Node;

namespace {

// Where the member with this very value stands.
std::size_t PositionOf(std::span<const Member> members, const Node& value) {
  return static_cast<std::size_t>(reinterpret_cast<const Member*>(&value) - members.data());
}
static_assert(offsetof(Member, value) == 0);

}  // namespace

void Tracer::CheckObject(Frame& frame) {
  if (!frame.instance.is_object()) {
    return;
  }
  const SchemaNode& schema = frame.schema;
  if (!schema.required.empty()) {
    Assert(frame, "required", Missing(schema.required, frame.instance).empty());
  }
  if (schema.min_properties != 0) {
    Assert(frame, "minProperties", CountProperties(frame.instance) >= schema.min_properties);
  }
  if (schema.max_properties) {
    Assert(frame, "maxProperties", CountProperties(frame.instance) <= *schema.max_properties);
  }
  if (schema.property_names != nullptr) {
    ApplyPropertyNames(frame);
  }
  ApplyMembers(frame);
  ApplyDependencies(frame);
}

void Tracer::ApplyMembers(Frame& frame) {
  const SchemaNode& schema = frame.schema;
  // Members that `additionalProperties` has no say in.
  std::vector<bool> known(frame.instance.members().size());
  if (!schema.properties.empty()) {
    ApplyProperties(frame, known);
  }
  if (!schema.pattern_properties.empty()) {
    ApplyPatternProperties(frame, known);
  }
  if (schema.additional_properties != nullptr) {
    ApplyAdditionalProperties(frame, known);
  }
  for (std::size_t i = 0; frame.seen != nullptr && i < known.size(); ++i) {
    if (known[i]) {
      frame.seen->Mark(i);
    }
  }
}

bool Tracer::ApplyToMember(
    Frame& frame, TraceStep& keyword, const SchemaNode& schema, std::size_t position, Token token) {
  const Member& member = frame.instance.members()[position];
  const Target target{member.value, Way::kMember, static_cast<std::uint32_t>(position)};
  return Apply(keyword, schema, target, token, nullptr);
}

void Tracer::ApplyProperties(Frame& frame, std::vector<bool>& known) {
  TraceStep& step = Open(frame, "properties");
  bool valid = true;
  const auto members = frame.instance.members();
  for (const Property& property : frame.schema.properties) {
    if (const Node* value = frame.instance.Find(property.name)) {
      const std::size_t i = PositionOf(members, *value);
      known[i] = true;
      const std::string_view token = property.name;
      valid = ApplyToMember(frame, step, *property.schema, i, token) && valid;
    }
  }
  Close(frame, valid);
}

void Tracer::ApplyPatternProperties(Frame& frame, std::vector<bool>& known) {
  TraceStep& step = Open(frame, "patternProperties");
  bool valid = true;
  const auto members = frame.instance.members();
  for (const PatternProperty& property : frame.schema.pattern_properties) {
    const std::string_view token = property.pattern->source();
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (!IsShadowed(frame.instance, members[i]) &&
          property.pattern->Search(members[i].key()) == Pattern::Match::kYes) {
        known[i] = true;
        valid = ApplyToMember(frame, step, *property.schema, i, token) && valid;
      }
    }
  }
  Close(frame, valid);
}

void Tracer::ApplyAdditionalProperties(Frame& frame, const std::vector<bool>& known) {
  TraceStep& step = Open(frame, "additionalProperties");
  bool valid = true;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!known[i] && !IsShadowed(frame.instance, frame.instance.members()[i])) {
      valid = ApplyToMember(frame, step, *frame.schema.additional_properties, i, {}) && valid;
    }
  }
  if (frame.seen != nullptr) {
    frame.seen->MarkAll();
  }
  Close(frame, valid);
}

void Tracer::ApplyPropertyNames(Frame& frame) {
  TraceStep& step = Open(frame, "propertyNames");
  bool valid = true;
  const auto members = frame.instance.members();
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!IsShadowed(frame.instance, members[i])) {
      names_.push_back(Node::String(members[i].key()));
      const Target target{names_.back(), Way::kName, static_cast<std::uint32_t>(i)};
      valid = Apply(step, *frame.schema.property_names, target, {}, nullptr) && valid;
    }
  }
  Close(frame, valid);
}

void Tracer::ApplyDependencies(Frame& frame) {
  for (std::uint32_t i = 0; i < frame.schema.dependencies.size(); ++i) {
    const Dependency& dependency = frame.schema.dependencies[i];
    if (frame.instance.Find(dependency.name) == nullptr) {
      continue;
    }
    TraceStep& step = Open(frame, dependency.keyword);
    step.matches.push_back(i);
    const bool complete = Missing(dependency.required, frame.instance).empty();
    const std::string_view token = dependency.name;
    const bool fits = dependency.schema == nullptr ||
                      Apply(step, *dependency.schema, {frame.instance}, token, frame.seen);
    Close(frame, complete && fits);
  }
}

void Tracer::ApplyUnevaluatedProperties(Frame& frame) {
  const SchemaNode* schema = frame.schema.unevaluated_properties;
  if (schema == nullptr || !frame.instance.is_object()) {
    return;
  }
  TraceStep& step = Open(frame, "unevaluatedProperties");
  bool valid = true;
  const auto members = frame.instance.members();
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!frame.seen->Has(i) && !IsShadowed(frame.instance, members[i])) {
      valid = ApplyToMember(frame, step, *schema, i, {}) && valid;
    }
  }
  frame.seen->MarkAll();
  Close(frame, valid);
}

}  // namespace accord::schema
