#include "schema/trace/tracer.h"

#include <array>

#include "accord/base/strings.h"

#include "schema/format/format.h"
#include "schema/trace/assertions.h"

namespace accord::schema {
namespace {

using document::Node;

// Of the eight megabytes that threads usually have. Counted in bytes, because frames differ much
// from build to build.
constexpr std::uintptr_t kMaxStack = 4U << 20U;
constexpr std::size_t kMaxFailures = 50000;
constexpr std::size_t kMaxSteps = 4000000;

std::uint64_t Mix(std::uint64_t seed, std::uint64_t value) {
  const std::uint64_t mixed = (seed ^ value) * 0x9E3779B97F4A7C15U;
  return mixed ^ (mixed >> 31U);
}

std::uintptr_t Address(const void* pointer) {
  return reinterpret_cast<std::uintptr_t>(pointer);  // NOLINT(cppcoreguidelines-pro-type-*)
}

std::uintptr_t StackPosition() {
  return Address(__builtin_frame_address(0));
}

std::size_t MaxKept(Detail detail) {
  if (detail == Detail::kVerdict) {
    return 0;
  }
  return detail == Detail::kFailures ? kMaxFailures : kMaxSteps;
}

}  // namespace

std::size_t Tracer::MeetingHash::operator()(const Meeting& meeting) const {
  const std::uint64_t pair = Mix(Mix(1, Address(meeting.schema)), Address(meeting.instance));
  return Mix(pair, meeting.scope + (meeting.tracked ? 1 : 0));
}

Tracer::Tracer(Detail detail) : detail_(detail), max_kept_(MaxKept(detail)) {}

TraceStep Tracer::Run(const SchemaNode& schema, const Node& instance) {
  stack_begin_ = StackPosition();
  TraceStep root{.schema = &schema, .instance = &instance};
  Evaluate(root, nullptr);
  root.valid = root.valid && !gave_up_;
  return root;
}

void Tracer::Enter(const Resource* resource) {
  const std::uint64_t outer = scope_ids_.empty() ? 0 : scope_ids_.back();
  scope_.push_back(resource);
  scope_ids_.push_back(Mix(outer, Address(resource)));
}

void Tracer::Evaluate(TraceStep& step, EvaluatedParts* seen) {
  const SchemaNode& schema = *step.schema;
  // Stacks grow downwards.
  gave_up_ = gave_up_ || stack_begin_ - StackPosition() > kMaxStack;
  if (gave_up_ || schema.boolean) {
    step.valid = !gave_up_ && *schema.boolean;
    return;
  }
  const bool enters = scope_.empty() || scope_.back() != schema.resource;
  if (enters) {
    Enter(schema.resource);
  }
  EvaluatedParts own;
  const bool tracks = seen != nullptr || schema.unevaluated_items != nullptr ||
                      schema.unevaluated_properties != nullptr;
  Frame frame{
      .schema = schema, .instance = *step.instance, .step = step, .seen = tracks ? &own : nullptr};
  EvaluateKeywords(frame);
  if (seen != nullptr && step.valid) {
    seen->Merge(own);
  }
  if (enters) {
    scope_.pop_back();
    scope_ids_.pop_back();
  }
}

void Tracer::EvaluateKeywords(Frame& frame) {
  using Part = void (Tracer::*)(Frame&);
  // `unevaluated*` come after all that could evaluate.
  constexpr std::array<Part, 9> kParts{&Tracer::CheckValue,
                                       &Tracer::CheckNumber,
                                       &Tracer::CheckString,
                                       &Tracer::CheckArray,
                                       &Tracer::CheckObject,
                                       &Tracer::ApplyInPlace,
                                       &Tracer::ApplyUnevaluatedItems,
                                       &Tracer::ApplyUnevaluatedProperties,
                                       &Tracer::Annotate};
  for (const Part part : kParts) {
    (this->*part)(frame);
    if (detail_ == Detail::kVerdict && !frame.step.valid) {
      return;
    }
  }
}

// References may lead to one schema along exponentially many paths. What is known already is not
// found out again, unless its steps are wanted.
void Tracer::EvaluateOnce(TraceStep& step, EvaluatedParts* seen) {
  const Meeting meeting{
      step.schema, step.instance, scope_ids_.empty() ? 0 : scope_ids_.back(), seen != nullptr};
  const auto known = outcomes_.find(meeting);
  const bool wanted = kept_ < max_kept_;
  if (known != outcomes_.end() &&
      (!wanted || (detail_ == Detail::kFailures && known->second.valid))) {
    step.valid = known->second.valid;
    if (step.valid && seen != nullptr) {
      seen->Merge(*known->second.seen);
    }
    return;
  }
  auto own = seen != nullptr ? std::make_shared<EvaluatedParts>() : nullptr;
  Evaluate(step, own.get());
  if (step.valid && seen != nullptr) {
    seen->Merge(*own);
  }
  outcomes_.insert_or_assign(meeting, Outcome{step.valid, std::move(own)});
}

void Tracer::KeepOrDrop(std::vector<TraceStep>& steps, std::size_t kept_before) {
  if (detail_ == Detail::kFailures && steps.back().valid) {
    kept_ = kept_before;
    steps.pop_back();
  } else if (kept_ < max_kept_) {
    ++kept_;
  } else if (kept_ == kept_before) {
    steps.pop_back();
  }
}

TraceStep& Tracer::Open(Frame& frame, std::string_view keyword) {
  frame.kept_before_keyword = kept_;
  return frame.step.children.emplace_back(
      TraceStep{.schema = &frame.schema, .keyword = keyword, .instance = &frame.instance});
}

void Tracer::Close(Frame& frame, bool valid) {
  TraceStep& step = frame.step.children.back();
  step.valid = valid;
  frame.step.valid = frame.step.valid && valid;
  KeepOrDrop(frame.step.children, frame.kept_before_keyword);
}

void Tracer::Assert(Frame& frame, std::string_view keyword, bool valid) {
  Open(frame, keyword);
  Close(frame, valid);
}

bool Tracer::Apply(TraceStep& keyword,
                   const SchemaNode& schema,
                   const Target& target,
                   Token token,
                   EvaluatedParts* seen) {
  const std::size_t kept_before = kept_;
  TraceStep& step = keyword.children.emplace_back(TraceStep{.schema = &schema,
                                                            .token = token,
                                                            .instance = &target.instance,
                                                            .way = target.way,
                                                            .position = target.position});
  keyword.keyword.starts_with('$') ? EvaluateOnce(step, seen) : Evaluate(step, seen);
  const bool valid = step.valid;
  KeepOrDrop(keyword.children, kept_before);
  return valid;
}

void Tracer::CheckValue(Frame& frame) {
  const SchemaNode& schema = frame.schema;
  if (schema.types != kAnyType) {
    Assert(frame, "type", FitsType(schema, frame.instance));
  }
  if (schema.has_enum) {
    Assert(frame, schema.enum_keyword, FitsValues(schema.values, frame.instance));
  }
  if (schema.const_value != nullptr) {
    Assert(frame, "const", FitsValues({schema.const_value}, frame.instance));
  }
  if (schema.assert_format && !schema.format.empty()) {
    Assert(frame, "format", FitsNodeFormat(schema.format, frame.instance));
  }
}

void Tracer::CheckNumber(Frame& frame) {
  if (!frame.instance.is_number()) {
    return;
  }
  const SchemaNode& schema = frame.schema;
  const Decimal number = Decimal::Parse(frame.instance.text());
  for (const auto* bound : {&schema.minimum, &schema.second_minimum}) {
    if (*bound) {
      Assert(frame, (*bound)->keyword, FitsMinimum(**bound, number));
    }
  }
  for (const auto* bound : {&schema.maximum, &schema.second_maximum}) {
    if (*bound) {
      Assert(frame, (*bound)->keyword, FitsMaximum(**bound, number));
    }
  }
  if (schema.multiple_of) {
    Assert(frame, "multipleOf", number.IsMultipleOf(*schema.multiple_of));
  }
}

void Tracer::CheckString(Frame& frame) {
  if (!frame.instance.is_string()) {
    return;
  }
  const SchemaNode& schema = frame.schema;
  const std::uint64_t length = base::CountCodePoints(frame.instance.text());
  if (schema.min_length != 0) {
    Assert(frame, "minLength", length >= schema.min_length);
  }
  if (schema.max_length) {
    Assert(frame, "maxLength", length <= *schema.max_length);
  }
  if (schema.pattern != nullptr) {
    const Pattern::Match match = schema.pattern->Search(frame.instance.text());
    Assert(frame, "pattern", match == Pattern::Match::kYes);
  }
}

}  // namespace accord::schema
