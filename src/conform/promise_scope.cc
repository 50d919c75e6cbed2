#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/schema/validate.h"

#include "conform/promise_walk.h"
#include "conform/rules.h"

namespace accord::conform {
namespace {

using document::Node;
using schema::SchemaNode;

constexpr int kMaxHops = 16;
constexpr std::size_t kMaxAlternatives = 5;

bool IsListed(const SchemaNode& node, const Node& value) {
  return std::any_of(node.values.begin(), node.values.end(), [&](const Node* allowed) {
    return document::Equal(*allowed, value, true);
  });
}

/// Whether a property with fixed values can have this one: nullopt when nothing fixes it.
std::optional<bool> FixedValue(const SchemaNode& node,
                               std::string_view property,
                               const Node& value,
                               int hops) {
  for (const schema::Property& entry : node.properties) {
    const SchemaNode& target = entry.schema->ref != nullptr ? *entry.schema->ref : *entry.schema;
    if (entry.name == property && target.has_enum) {
      return IsListed(target, value);
    }
  }
  std::optional<bool> found;
  if (hops < kMaxHops && node.ref != nullptr) {
    found = FixedValue(*node.ref, property, value, hops + 1);
  }
  for (std::size_t i = 0; !found && hops < kMaxHops && i < node.all_of.size(); ++i) {
    found = FixedValue(*node.all_of[i], property, value, hops + 1);
  }
  return found;
}

std::string_view LastSegment(std::string_view reference) {
  return reference.substr(reference.find_last_of("/#") + 1);
}

/// The name that a schema has among the components.
std::string_view NameOf(const SchemaNode& branch) {
  return LastSegment(branch.ref != nullptr ? branch.ref->pointer : branch.pointer);
}

/// What the discriminator calls a branch.
bool IsNamed(const SchemaNode& with_union, const SchemaNode& branch, std::string_view value) {
  const Node* written = with_union.source ? with_union.source->Find("discriminator") : nullptr;
  const Node* mapping = written != nullptr ? written->Find("mapping") : nullptr;
  const Node* target = mapping != nullptr ? mapping->Find(value) : nullptr;
  return NameOf(branch) == (target != nullptr ? LastSegment(target->text()) : value);
}

}  // namespace

void PromiseWalk::Gather(const SchemaNode& node,
                         const Node& example,
                         Applied as,
                         Scope& scope) const {
  std::vector<Applied> open = {as};
  open.back().node = &node;
  while (!open.empty()) {
    const Applied at = open.back();
    open.pop_back();
    const bool seen = std::any_of(scope.nodes.begin(), scope.nodes.end(), [&](const Applied& one) {
      return one.node == at.node;
    });
    if (seen) {
      continue;
    }
    scope.nodes.push_back(at);
    const SchemaNode& schema = *at.node;
    const auto follow = [&](const SchemaNode* next, bool firm) {
      if (next != nullptr) {
        open.push_back({next, at.firm || firm, at.chosen});
      }
    };
    follow(schema.ref, false);
    if (schema.dynamic_ref) {
      follow(schema.dynamic_ref->initial, false);
    }
    for (const SchemaNode* part : schema.all_of) {
      follow(part, false);
    }
    if (schema.if_schema != nullptr) {
      const bool holds = schema::IsValid(*schema_.graph, *schema.if_schema, example);
      follow(holds ? schema.then_schema : schema.else_schema, true);
    }
    for (const schema::Dependency& dependency : schema.dependencies) {
      if (example.Find(dependency.name) != nullptr) {
        follow(dependency.schema, false);
      }
    }
    if (!schema.any_of.empty()) {
      scope.unions.push_back({&schema, &schema.any_of, false});
    }
    if (!schema.one_of.empty()) {
      scope.unions.push_back({&schema, &schema.one_of, true});
    }
  }
}

/// A chosen alternative may hold further unions.
void PromiseWalk::Choose(const Node& example, Scope& scope) {
  for (std::size_t i = 0; i < scope.unions.size() && steps_ <= kMaxSteps; ++i) {
    const Union choice = scope.unions[i];
    if (!ChooseByDiscriminator(choice, example, scope)) {
      ChooseClosest(choice, example, scope);
    }
  }
}

/// True when the discriminator decides, for one of the branches or for none.
bool PromiseWalk::ChooseByDiscriminator(const Union& choice, const Node& example, Scope& scope) {
  const std::string& name = choice.node->discriminator;
  if (name.empty() || !choice.exclusive || !example.is_object()) {
    return false;
  }
  const auto problem = [&](std::string message) {
    if (incompatible_ != nullptr) {
      Problem(*incompatible_,
              example,
              std::move(message),
              schema::SpanOf(*choice.node, "discriminator"));
    }
  };
  const Node* value = example.Find(name);
  if (value == nullptr || !value->is_string()) {
    problem(fmt::format(
        "{} must have the text '{}', which tells the alternatives apart", Subject(), name));
    return true;
  }
  bool any_fixed = false;
  const SchemaNode* named = nullptr;
  for (const SchemaNode* branch : *choice.branches) {
    const std::optional<bool> fixed = FixedValue(*branch, name, *value, 0);
    any_fixed = any_fixed || fixed;
    if (fixed.value_or(IsNamed(*choice.node, *branch, value->text()))) {
      named = branch;
      break;
    }
  }
  if (named != nullptr) {
    Gather(*named, example, {}, scope);
    return true;
  }
  if (any_fixed) {
    problem(fmt::format("'{}' of {} names none of the alternatives: '{}'",
                        name,
                        Subject(),
                        base::Ellipsize(value->text(), 60)));
  }
  return any_fixed;
}

void PromiseWalk::ChooseClosest(const Union& choice, const Node& example, Scope& scope) {
  const std::vector<const SchemaNode*>& branches = *choice.branches;
  std::vector<Score> scores;
  for (const SchemaNode* branch : branches) {
    scores.push_back(branches.size() == 1 ? Score() : Try(*branch, scope, example));
    if (scores.back().fits()) {
      break;  // An earlier one that fits as well would have ended the search.
    }
  }
  const auto best = std::min_element(scores.begin(), scores.end());
  const auto position = static_cast<std::size_t>(best - scores.begin());
  if (best->fits() || choice.exclusive || best->problems > 0 || best->other_kind) {
    if (!best->fits()) {
      failed_.push_back({choice, branches[position], scope});
    }
    Gather(*branches[position], example, {}, scope);
    return;
  }
  // Alternatives that do not exclude each other describe the example together.
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!scores[i].other_kind && scores[i].problems == 0) {
      Gather(*branches[i], example, {.chosen = true}, scope);
    }
  }
}

PromiseWalk::Score PromiseWalk::Try(const SchemaNode& branch,
                                    const Scope& around,
                                    const Node& example) {
  const Score outer = std::exchange(score_, {});
  const Around beside{&around, around_};
  const Around* const outer_around = std::exchange(around_, &beside);
  std::vector<FailedUnion> outer_failed = std::exchange(failed_, {});
  ++trying_;
  Scope scope;
  Gather(branch, example, {}, scope);
  Choose(example, scope);
  Contents(scope, example);
  --trying_;
  failed_ = std::move(outer_failed);
  around_ = outer_around;
  return std::exchange(score_, outer);
}

std::string PromiseWalk::FirstProblem(const SchemaNode& branch,
                                      const Scope& around,
                                      const Node& example) {
  std::string message;
  first_problem_ = &message;
  Try(branch, around, example);
  first_problem_ = nullptr;
  return message;
}

/// The first finding of a union that failed says why the other alternatives were not taken.
void PromiseWalk::AddAlternatives(const Node& example, std::size_t findings_before) {
  if (remarks_.findings().size() == findings_before) {
    return;
  }
  std::vector<finding::Related> related;
  for (const FailedUnion& failed : failed_) {
    for (const SchemaNode* branch : *failed.choice.branches) {
      if (branch == failed.taken || related.size() == kMaxAlternatives) {
        continue;
      }
      const std::string problem = FirstProblem(*branch, failed.around, example);
      if (!problem.empty()) {
        related.push_back({fmt::format("another alternative of '{}': {}",
                                       failed.choice.exclusive ? "oneOf" : "anyOf",
                                       problem),
                           schema::SpanOf(*branch, "")});
      }
    }
  }
  finding::Finding& first = remarks_.findings()[findings_before];
  first.related.insert(first.related.end(), related.begin(), related.end());
}

}  // namespace accord::conform
