#include <algorithm>

#include "schema/trace/tracer.h"

namespace accord::schema {
namespace {

std::string_view DynamicKeyword(const SchemaNode& schema) {
  const bool recursive =
      schema.resource != nullptr && schema.resource->dialect == Dialect::k2019_09;
  return recursive ? "$recursiveRef" : "$dynamicRef";
}

}  // namespace

void Tracer::ApplyInPlace(Frame& frame) {
  ApplyReferences(frame);
  ApplyAllOf(frame);
  ApplyAnyOf(frame);
  ApplyOneOf(frame);
  ApplyNot(frame);
  ApplyIf(frame);
}

void Tracer::ApplyReferences(Frame& frame) {
  const SchemaNode& schema = frame.schema;
  const auto follow = [&](std::string_view keyword, const SchemaNode& destination) {
    TraceStep& step = Open(frame, keyword);
    Close(frame, Apply(step, destination, {frame.instance}, {}, frame.seen));
  };
  if (schema.ref != nullptr) {
    follow("$ref", *schema.ref);
  }
  if (schema.dynamic_ref) {
    follow(DynamicKeyword(schema), Destination(*schema.dynamic_ref));
  }
}

const SchemaNode& Tracer::Destination(const DynamicReference& reference) const {
  if (!reference.anchor) {
    return *reference.initial;
  }
  for (const Resource* resource : scope_) {  // Outermost first.
    if (reference.anchor->empty()) {
      if (resource->recursive_anchor) {
        return *resource->root;
      }
      continue;
    }
    const auto anchor = resource->dynamic_anchors.find(*reference.anchor);
    if (anchor != resource->dynamic_anchors.end()) {
      return *anchor->second;
    }
  }
  return *reference.initial;
}

void Tracer::ApplyAllOf(Frame& frame) {
  if (frame.schema.all_of.empty()) {
    return;
  }
  TraceStep& step = Open(frame, "allOf");
  bool valid = true;
  for (std::uint32_t i = 0; i < frame.schema.all_of.size(); ++i) {
    valid = Apply(step, *frame.schema.all_of[i], {frame.instance}, i, frame.seen) && valid;
  }
  Close(frame, valid);
}

void Tracer::ApplyAnyOf(Frame& frame) {
  if (frame.schema.any_of.empty()) {
    return;
  }
  TraceStep& step = Open(frame, "anyOf");
  const bool one_is_enough = detail_ != Detail::kAll && frame.seen == nullptr;
  bool valid = false;
  for (std::uint32_t i = 0; i < frame.schema.any_of.size() && !(valid && one_is_enough); ++i) {
    valid = Apply(step, *frame.schema.any_of[i], {frame.instance}, i, frame.seen) || valid;
  }
  Close(frame, valid);
}

void Tracer::ApplyOneOf(Frame& frame) {
  if (frame.schema.one_of.empty()) {
    return;
  }
  TraceStep& step = Open(frame, "oneOf");
  std::vector<std::uint32_t> matches;
  for (std::uint32_t i = 0; i < frame.schema.one_of.size(); ++i) {
    if (Apply(step, *frame.schema.one_of[i], {frame.instance}, i, frame.seen)) {
      matches.push_back(i);
    }
  }
  const bool valid = matches.size() == 1;
  step.matches = std::move(matches);
  Close(frame, valid);
}

void Tracer::ApplyNot(Frame& frame) {
  if (frame.schema.not_schema != nullptr) {
    TraceStep& step = Open(frame, "not");
    Close(frame, !Apply(step, *frame.schema.not_schema, {frame.instance}, {}, nullptr));
  }
}

void Tracer::ApplyIf(Frame& frame) {
  const SchemaNode& schema = frame.schema;
  if (schema.if_schema == nullptr) {
    return;
  }
  const bool holds = Apply(Open(frame, "if"), *schema.if_schema, {frame.instance}, {}, frame.seen);
  Close(frame, true);
  const SchemaNode* next = holds ? schema.then_schema : schema.else_schema;
  if (next != nullptr) {
    TraceStep& step = Open(frame, holds ? "then" : "else");
    Close(frame, Apply(step, *next, {frame.instance}, {}, frame.seen));
  }
}

}  // namespace accord::schema
