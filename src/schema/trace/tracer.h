#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accord/schema/ir.h"

#include "schema/trace/evaluated_parts.h"
#include "schema/trace/trace_step.h"

namespace accord::schema {

/// Which steps of an evaluation are kept.
enum class Detail : std::uint8_t {
  kVerdict,   ///< None.
  kFailures,  ///< What did not fit.
  kAll,
};

/// Interprets schemas keyword by keyword, as the specifications say. The measure for the compiled
/// program. For one run, on one thread.
class Tracer {
 public:
  explicit Tracer(Detail detail);
  ~Tracer() = default;
  Tracer(const Tracer&) = delete;
  Tracer& operator=(const Tracer&) = delete;

  /// The root of what was kept; its `valid` is the verdict. The tracer owns the names that
  /// steps of `propertyNames` refer to.
  TraceStep Run(const SchemaNode& schema, const document::Node& instance);
  /// Schemas are nested too deeply around one value; the verdict is then invalid.
  bool gave_up() const { return gave_up_; }
  /// Something that would be kept was not, to bound memory.
  bool incomplete() const { return kept_ >= max_kept_; }

 private:
  /// One schema at work on one value.
  struct Frame {
    const SchemaNode& schema;
    const document::Node& instance;
    TraceStep& step;
    EvaluatedParts* seen = nullptr;  ///< Null when nobody asks what was evaluated.
    std::size_t kept_before_keyword = 0;
  };
  /// A value below the one at hand.
  struct Target {
    const document::Node& instance;
    Way way = Way::kSame;
    std::uint32_t position = 0;
  };
  struct Outcome {
    bool valid = false;
    std::shared_ptr<const EvaluatedParts> seen;
  };
  /// A schema met with a value in a dynamic scope.
  struct Meeting {
    const SchemaNode* schema;
    const document::Node* instance;
    std::uint64_t scope;
    bool tracked;
    friend bool operator==(const Meeting&, const Meeting&) = default;
  };
  struct MeetingHash {
    std::size_t operator()(const Meeting& meeting) const;
  };

  void Evaluate(TraceStep& step, EvaluatedParts* seen);
  void EvaluateKeywords(Frame& frame);
  void EvaluateOnce(TraceStep& step, EvaluatedParts* seen);
  void Enter(const Resource* resource);

  void CheckValue(Frame& frame);
  void CheckNumber(Frame& frame);
  void CheckString(Frame& frame);

  void CheckArray(Frame& frame);
  void ApplyItems(Frame& frame);
  void ApplyContains(Frame& frame);
  void AssertCount(Frame& frame, std::string_view keyword, std::size_t count, bool valid);
  void ApplyUnevaluatedItems(Frame& frame);

  void CheckObject(Frame& frame);
  void ApplyMembers(Frame& frame);
  bool ApplyToMember(Frame& frame,
                     TraceStep& keyword,
                     const SchemaNode& schema,
                     std::size_t position,
                     Token token);
  void ApplyProperties(Frame& frame, std::vector<bool>& known);
  void ApplyPatternProperties(Frame& frame, std::vector<bool>& known);
  void ApplyAdditionalProperties(Frame& frame, const std::vector<bool>& known);
  void ApplyPropertyNames(Frame& frame);
  void ApplyDependencies(Frame& frame);
  void ApplyUnevaluatedProperties(Frame& frame);

  void ApplyInPlace(Frame& frame);
  void ApplyReferences(Frame& frame);
  void ApplyAllOf(Frame& frame);
  void ApplyAnyOf(Frame& frame);
  void ApplyOneOf(Frame& frame);
  void ApplyNot(Frame& frame);
  void ApplyIf(Frame& frame);
  const SchemaNode& Destination(const DynamicReference& reference) const;

  void Annotate(Frame& frame);

  /// A keyword's step from Open to Close holds the subschemas that are applied.
  TraceStep& Open(Frame& frame, std::string_view keyword);
  void Close(Frame& frame, bool valid);
  void Assert(Frame& frame, std::string_view keyword, bool valid);
  bool Apply(TraceStep& keyword,
             const SchemaNode& schema,
             const Target& target,
             Token token,
             EvaluatedParts* seen);
  void KeepOrDrop(std::vector<TraceStep>& steps, std::size_t kept_before);

  Detail detail_;
  std::size_t max_kept_;
  std::size_t kept_ = 0;
  std::uintptr_t stack_begin_ = 0;
  bool gave_up_ = false;
  std::vector<const Resource*> scope_;
  std::vector<std::uint64_t> scope_ids_;  // Hashes of the beginnings of scope_.
  std::deque<document::Node> names_;      // At addresses that stay.
  std::unordered_map<Meeting, Outcome, MeetingHash> outcomes_;
};

}  // namespace accord::schema
