#include <algorithm>

#include "schema/trace/repeat.h"
#include "schema/trace/tracer.h"

namespace accord::schema {

void Tracer::CheckArray(Frame& frame) {
  if (!frame.instance.is_array()) {
    return;
  }
  const SchemaNode& schema = frame.schema;
  const auto items = frame.instance.items();
  if (schema.min_items != 0) {
    Assert(frame, "minItems", items.size() >= schema.min_items);
  }
  if (schema.max_items) {
    Assert(frame, "maxItems", items.size() <= *schema.max_items);
  }
  if (schema.unique_items) {
    Assert(frame, "uniqueItems", !FirstRepeat(items));
  }
  ApplyItems(frame);
  if (schema.contains) {
    ApplyContains(frame);
  }
}

void Tracer::ApplyItems(Frame& frame) {
  const SchemaNode& schema = frame.schema;
  const auto items = frame.instance.items();
  const auto prefix = static_cast<std::uint32_t>(schema.prefix_items.size());
  const auto size = static_cast<std::uint32_t>(items.size());
  const auto apply_to = [&](std::uint32_t begin, std::uint32_t end, bool in_prefix) {
    TraceStep& step = Open(frame, in_prefix ? schema.prefix_keyword : schema.items_keyword);
    bool valid = true;
    for (std::uint32_t i = begin; i < end; ++i) {
      const SchemaNode& item = in_prefix ? *schema.prefix_items[i] : *schema.items;
      const Token token = in_prefix ? Token(i) : Token();
      valid = Apply(step, item, {items[i], Way::kItem, i}, token, nullptr) && valid;
      if (frame.seen != nullptr) {
        frame.seen->Mark(i);
      }
    }
    Close(frame, valid);
  };
  const std::uint32_t border = std::min(prefix, size);
  if (prefix != 0) {
    apply_to(0, border, true);
  }
  if (schema.items != nullptr) {
    apply_to(border, size, false);
  }
}

void Tracer::ApplyContains(Frame& frame) {
  const Contains& contains = *frame.schema.contains;
  const auto items = frame.instance.items();
  TraceStep& step = Open(frame, "contains");
  std::vector<std::uint32_t> matches;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (Apply(step, *contains.schema, {items[i], Way::kItem, i}, {}, nullptr)) {
      matches.push_back(i);
    }
  }
  const bool some = !matches.empty() || contains.min == 0;
  if (frame.seen != nullptr && frame.schema.contains_evaluates) {
    for (const std::uint32_t i : matches) {
      frame.seen->Mark(i);
    }
  }
  const std::size_t count = matches.size();
  step.matches = std::move(matches);
  Close(frame, some);
  if (some && contains.min > 1) {
    AssertCount(frame, "minContains", count, count >= contains.min);
  }
  if (contains.max) {
    AssertCount(frame, "maxContains", count, count <= *contains.max);
  }
}

void Tracer::AssertCount(Frame& frame, std::string_view keyword, std::size_t count, bool valid) {
  Open(frame, keyword).matches.push_back(static_cast<std::uint32_t>(count));
  Close(frame, valid);
}

void Tracer::ApplyUnevaluatedItems(Frame& frame) {
  const SchemaNode* schema = frame.schema.unevaluated_items;
  if (schema == nullptr || !frame.instance.is_array()) {
    return;
  }
  const auto items = frame.instance.items();
  TraceStep& step = Open(frame, "unevaluatedItems");
  bool valid = true;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (!frame.seen->Has(i)) {
      valid = Apply(step, *schema, {items[i], Way::kItem, i}, {}, nullptr) && valid;
    }
  }
  frame.seen->MarkAll();
  Close(frame, valid);
}

}  // namespace accord::schema
