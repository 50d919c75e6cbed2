#pragma once

#include <cstdint>
#include <vector>

#include "accord/document/node.h"

#include "schema/program/program.h"
#include "schema/program/shape_memory.h"
#include "schema/program/tracker.h"

namespace accord::schema {

/// Runs a program on one instance. For one run, on one thread.
class Evaluator {
 public:
  /// `resource`: the one that is entered first; only programs with dynamic references ask.
  Evaluator(const Program& program, const Resource* resource)
      : program_(program), code_(program.instructions.data()) {
    if (!program.dynamics.empty()) {
      scope_.push_back(resource);
    }
  }

  bool Check(const Dispatch& dispatch, const document::Node& node) {
    return Check(dispatch[static_cast<std::size_t>(node.kind())], node);
  }
  bool Check(Code code, const document::Node& node) {
    return code == kPass || (code != kFail && Run(code, node));
  }

 private:
  using Node = document::Node;
  // Instances and schemas are deep enough to matter only when somebody means harm.
  static constexpr std::uint32_t kMaxDepth = 25000;

  bool Run(Code code, const Node& node) {
    const Instruction* step = code_ + code;
    for (; !step->last; ++step) {
      if (!Step(*step, node)) {
        return false;
      }
    }
    return Step(*step, node);
  }
  bool Step(const Instruction& step, const Node& node);
  bool Descend(const Instruction& step, const Node& node);
  bool Decide(const Instruction& step, const Node& node);

  bool Object(const Instruction& step, const Node& node);
  bool ObjectOfShape(const ObjectCheck& check, const Node& node);
  bool Row(const ShapeMemory::Entry& known, const Node& node);
  bool Inner(const ShapeMemory::Part& part, const Node& value);
  bool Asked(const Slot& slot, Code code, const Node& value);
  bool ObjectByMember(const ObjectCheck& check, const Node& node);
  bool Values(const Dispatch& dispatch, const Node& node);
  bool ObjectByName(const ObjectCheck& check, const Node& node);
  bool ObjectInGeneral(const ObjectCheck& check, const Node& node, bool tracked);
  bool Named(const ObjectCheck& check, const Slot& slot, const document::Member& member);
  bool Unnamed(const ObjectCheck& check, const document::Member& member);
  bool MatchGroup(const PatternGroup& group, const document::Member& member, bool& matched);
  bool MarksUnnamed(const ObjectCheck& check, const document::Member& member) const;
  bool Dependent(const DependencyCheck& check, const Node& node, bool tracked);

  bool Items(const ItemsCheck& check, const Node& node);
  bool Numbers(const ItemsCheck& check, const Node& node);
  bool Rows(const ItemsCheck& check, const Node& node);
  bool Array(const ArrayCheck& check, const Node& node, bool tracked);
  bool Contains(const ContainsCheck& check, const Node& node, bool tracked);

  bool Branch(Code code, const Node& node, bool tracked);
  bool AnyOf(TagCheck::Range range, const Node& node, bool tracked);
  bool OneOf(TagCheck::Range range, const Node& node, bool tracked);
  bool Tagged(const TagCheck& check, const Node& node, bool tracked);
  bool If(std::uint32_t first, const Node& node, bool tracked);
  bool Scoped(const Resource* resource, Code code, const Node& node);
  bool Dynamic(const DynamicCheck& check, const Node& node);
  bool Body(Code code, Tracker& tracker, const Node& node);
  bool UnevaluatedMembers(const UnevaluatedCheck& check, const Node& node, bool tracked);
  bool UnevaluatedItems(const UnevaluatedCheck& check, const Node& node, bool tracked);

  const Program& program_;
  const Instruction* code_;
  Tracker* tracker_ = nullptr;  ///< Of the value at hand, in tracked blocks.
  std::uint32_t depth_ = 0;
  std::vector<const Resource*> scope_;
};

}  // namespace accord::schema
