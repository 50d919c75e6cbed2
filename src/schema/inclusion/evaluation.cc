#include "schema/inclusion/evaluation.h"

#include <algorithm>

namespace accord::schema::inclusion {
namespace {

constexpr int kMaxDepth = 100;

Choice EitherOr(Fact fact, Fact otherwise) {
  std::vector<Facts> options{{std::move(fact)}, {std::move(otherwise)}};
  return {std::make_shared<const std::vector<Facts>>(std::move(options)), 0};
}

class Evaluator {
 public:
  Evaluator(const Branch& branch, Tableau& tableau) : branch_(branch), tableau_(tableau) {}

  void Visit(const SchemaNode& node, bool outermost, int depth) {
    if (depth > kMaxDepth) {
      result_.opaque = true;
    }
    if (IsDone()) {
      return;
    }
    AddOwn(node, outermost);
    const auto always = [&](const SchemaNode* child) {
      if (child != nullptr) {
        Visit(*child, false, depth + 1);
      }
    };
    always(node.ref);
    if (node.dynamic_ref) {
      result_.opaque = result_.opaque || node.dynamic_ref->anchor.has_value();
      always(node.dynamic_ref->initial);
    }
    std::for_each(node.all_of.begin(), node.all_of.end(), always);
    for (const std::vector<const SchemaNode*>* branches : {&node.any_of, &node.one_of}) {
      for (const SchemaNode* child : *branches) {
        if (Holds(*child).value_or(false)) {
          always(child);
        }
      }
    }
    if (node.if_schema != nullptr) {
      const std::optional<bool> holds = Holds(*node.if_schema);
      if (holds.value_or(false)) {
        always(node.if_schema);
      }
      if (holds) {
        always(*holds ? node.then_schema : node.else_schema);
      }
    }
    for (const Dependency& dependency : node.dependencies) {
      if (dependency.schema != nullptr && branch_.type == kObjectType &&
          IsPresent(dependency.name).value_or(false)) {
        always(dependency.schema);
      }
    }
  }

  Evaluation Take() { return std::move(result_); }

 private:
  bool IsDone() const { return result_.undecided || result_.opaque; }

  void AddOwn(const SchemaNode& node, bool outermost) {
    Evaluated& evaluated = result_.evaluated;
    if (branch_.type == kObjectType) {
      evaluated.all = evaluated.all || node.additional_properties != nullptr ||
                      (!outermost && node.unevaluated_properties != nullptr);
      if (!node.properties.empty() || !node.pattern_properties.empty()) {
        evaluated.nodes.push_back(&node);
      }
      return;
    }
    evaluated.all =
        evaluated.all || node.items != nullptr || (!outermost && node.unevaluated_items != nullptr);
    evaluated.items = std::max(evaluated.items, node.prefix_items.size());
    if (node.contains && node.contains_evaluates) {
      evaluated.contained.push_back(tableau_.classes().Of(*node.contains->schema));
    }
  }

  /// Whether the value fits a subschema; nullopt when that is still open, which is noted.
  std::optional<bool> Holds(const SchemaNode& node) {
    Fact fact;
    fact.schema = tableau_.classes().Of(node);
    for (const Literal& literal : branch_.literals) {
      if (literal.schema == fact.schema) {
        result_.reasons |= literal.reasons;
        return literal.positive;
      }
    }
    Fact otherwise = fact;
    otherwise.positive = false;
    if (!result_.undecided) {
      result_.undecided = EitherOr(std::move(otherwise), std::move(fact));
    }
    return std::nullopt;
  }

  std::optional<bool> IsPresent(std::string_view name) {
    for (const Fact& known : branch_.facts) {
      const bool named = known.name == name;
      const bool present =
          (known.aspect == Aspect::kRequired && tableau_.index().Requires(*known.node, name)) ||
          (named && (known.aspect == Aspect::kPresent || known.aspect == Aspect::kProperty));
      if (present || (named && known.aspect == Aspect::kAbsent)) {
        result_.reasons |= known.reasons;
        return present;
      }
    }
    Fact fact;
    fact.aspect = Aspect::kPresent;
    fact.name = name;
    Fact otherwise = fact;
    otherwise.aspect = Aspect::kAbsent;
    if (!result_.undecided) {
      result_.undecided = EitherOr(std::move(otherwise), std::move(fact));
    }
    return std::nullopt;
  }

  const Branch& branch_;
  Tableau& tableau_;
  Evaluation result_;
};

}  // namespace

Evaluation Evaluate(const SchemaNode& node, const Branch& branch, Tableau& tableau) {
  Evaluator evaluator(branch, tableau);
  evaluator.Visit(node, true, 0);
  return evaluator.Take();
}

}  // namespace accord::schema::inclusion
