#include "schema/program/block.h"

#include <algorithm>
#include <unordered_set>

#include "schema/program/evaluated.h"

namespace accord::schema {
namespace {

using document::Kind;

// Collects what holds for one value of one kind: follows references and `allOf`, drops
// alternatives that cannot hold for the kind, and keeps what must be decided on the value.
class Flattener {
 public:
  explicit Flattener(BlockState& state) : state_(state) {}

  void Run() {
    waiting_.assign(state_.unit.nodes.rbegin(), state_.unit.nodes.rend());
    while (!waiting_.empty() && !state_.code.never) {
      const SchemaNode* node = waiting_.back();
      waiting_.pop_back();
      if (node != nullptr && seen_.insert(node).second) {
        Take(*node);
      }
    }
  }

 private:
  const Unit& unit() const { return state_.unit; }
  bool tracked() const { return state_.unit.tracked; }

  void Take(const SchemaNode& node) {
    if (node.boolean) {
      state_.code.never = state_.code.never || !*node.boolean;
      return;
    }
    if ((node.types & TypesOf(unit().kind)) == 0) {
      state_.code.never = true;
      return;
    }
    if (state_.compiler.dynamic() && node.resource != unit().scope) {
      TakeForeign(node);
      return;
    }
    if (!state_.LeavesOut(node) && IsConditional(node)) {
      TakeUnevaluated(node);
      return;
    }
    if (!state_.nodes.empty() && !state_.compiler.may_merge()) {
      state_.Add(Op::kCall, state_.compiler.Later(state_.Same(node, tracked())), 0, tracked());
      return;
    }
    state_.nodes.push_back(&node);
    TakeReferences(node);
    TakeConditions(node);
    TakeChoice(node.any_of, false);
    TakeChoice(node.one_of, true);
  }

  bool IsConditional(const SchemaNode& node) const {
    if (unit().kind == Kind::kObject) {
      return node.unevaluated_properties != nullptr && EvaluatedMembers(node).conditional;
    }
    return unit().kind == Kind::kArray && node.unevaluated_items != nullptr &&
           EvaluatedItems(node).conditional;
  }

  void TakeForeign(const SchemaNode& node) {
    Unit there = state_.Same(node, tracked());
    there.scope = node.resource;
    const Code code = state_.compiler.Now(there);
    state_.code.never = state_.code.never || code == kFail;
    if (code != kPass) {
      state_.AddEntry(Op::kScoped,
                      state_.program().scoped,
                      {.resource = node.resource, .code = code},
                      tracked());
    }
  }

  void TakeUnevaluated(const SchemaNode& node) {
    const bool object = unit().kind == Kind::kObject;
    const SchemaNode* value = object ? node.unevaluated_properties : node.unevaluated_items;
    Unit body = state_.Same(node, true);
    body.body = true;
    UnevaluatedCheck check;
    check.body = state_.compiler.Now(body);
    check.value = state_.compiler.LaterForAll({value}, unit().scope);
    state_.AddEntry(object ? Op::kUnevaluatedMembers : Op::kUnevaluatedItems,
                    state_.program().unevaluated,
                    check,
                    tracked());
  }

  void TakeReferences(const SchemaNode& node) {
    waiting_.push_back(node.ref);
    waiting_.insert(waiting_.end(), node.all_of.rbegin(), node.all_of.rend());
    if (node.dynamic_ref) {
      if (node.dynamic_ref->anchor) {
        TakeDynamic(*node.dynamic_ref);
      } else {
        waiting_.push_back(node.dynamic_ref->initial);
      }
    }
  }

  Code CodeIn(const SchemaNode& node) {
    Unit there = state_.Same(node, tracked());
    there.scope = node.resource;
    return state_.compiler.Later(there);
  }

  void TakeDynamic(const DynamicReference& reference) {
    DynamicCheck check;
    check.anchor = *reference.anchor;
    check.initial_resource = reference.initial->resource;
    check.initial = CodeIn(*reference.initial);
    for (const Resource* resource : state_.compiler.resources()) {
      const SchemaNode* target = nullptr;
      if (!check.anchor.empty()) {
        const auto at = resource->dynamic_anchors.find(check.anchor);
        target = at != resource->dynamic_anchors.end() ? at->second : nullptr;
      } else if (resource->recursive_anchor) {
        target = resource->root;
      }
      if (target != nullptr) {
        check.targets[resource] = CodeIn(*target);
      }
    }
    state_.AddEntry(Op::kDynamic, state_.program().dynamics, std::move(check), tracked());
  }

  void TakeConditions(const SchemaNode& node) {
    if (node.not_schema != nullptr) {
      const Code code = state_.compiler.Now(state_.Same(*node.not_schema, false));
      state_.code.never = state_.code.never || code == kPass;
      if (code > kFail) {
        state_.Add(Op::kNot, code);
      }
    }
    const bool decides = node.then_schema != nullptr || node.else_schema != nullptr;
    if (node.if_schema != nullptr && (decides || tracked())) {
      TakeIf(node);
    }
  }

  void TakeIf(const SchemaNode& node) {
    const Code condition = state_.compiler.Now(state_.Same(*node.if_schema, tracked()));
    if (condition == kPass || condition == kFail) {
      waiting_.push_back(condition == kPass ? node.then_schema : node.else_schema);
      return;
    }
    const auto branch = [&](const SchemaNode* schema) {
      return schema == nullptr ? kPass : state_.compiler.Now(state_.Same(*schema, tracked()));
    };
    const Code then_code = branch(node.then_schema);
    const Code else_code = branch(node.else_schema);
    if (then_code == kPass && else_code == kPass && !tracked()) {
      return;
    }
    state_.Add(Op::kIf, state_.compiler.AddCodes({condition, then_code, else_code}), 0, tracked());
  }

  void TakeChoice(const Nodes& branches, bool exactly_one) {
    if (branches.empty()) {
      return;
    }
    Choice choice;
    choice.exactly_one = exactly_one;
    std::size_t certain = 0;
    for (const SchemaNode* branch : branches) {
      const Code code = state_.compiler.Now(state_.Same(*branch, tracked()));
      certain += code == kPass ? 1U : 0U;
      if (code != kFail) {
        choice.branches.push_back(branch);
        choice.codes.push_back(code);
      }
    }
    if (choice.branches.empty() || (exactly_one && certain > 1)) {
      state_.code.never = true;
    } else if (choice.branches.size() == 1) {
      waiting_.push_back(choice.branches.front());
    } else if (exactly_one || certain == 0 || tracked()) {
      CompileChoice(state_, choice);
    }
  }

  BlockState& state_;
  Nodes waiting_;
  std::unordered_set<const SchemaNode*> seen_;
};

}  // namespace

BlockCode CompileBlock(Compiler& compiler, const Unit& unit) {
  BlockState state{.compiler = compiler, .unit = unit};
  Flattener(state).Run();
  if (!state.code.never) {
    CompileEnums(state);
    CompileNumbers(state);
    CompileStrings(state);
    CompileArrays(state);
    CompileObjects(state);
  }
  std::vector<Instruction>& instructions = state.code.instructions;
  std::stable_sort(instructions.begin(),
                   instructions.end(),
                   [](const Instruction& a, const Instruction& b) { return a.op < b.op; });
  return std::move(state.code);
}

}  // namespace accord::schema
