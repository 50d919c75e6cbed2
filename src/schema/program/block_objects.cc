#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "schema/program/block.h"
#include "schema/program/evaluated.h"

namespace accord::schema {
namespace {

// Above this many searches at compile time, patterns are tried on named members at run time.
constexpr std::size_t kMaxSearches = 200000;

/// One schema's say about members: some by name, some by pattern, and the others.
struct Domain {
  std::unordered_map<std::string_view, const SchemaNode*> names;  ///< nullptr: anything.
  std::vector<std::string_view> order;                            ///< Of the names in the text.
  std::vector<PatternProperty> patterns;                          ///< Schema nullptr: anything.
  const SchemaNode* additional = nullptr;
};

std::vector<Domain> DomainsOf(const BlockState& state) {
  std::vector<Domain> out;
  for (const SchemaNode* node : state.nodes) {
    if (!node->properties.empty() || !node->pattern_properties.empty() ||
        node->additional_properties != nullptr) {
      Domain& domain = out.emplace_back();
      for (const Property& property : node->properties) {
        domain.names.emplace(property.name, property.schema);
        domain.order.push_back(property.name);
      }
      domain.patterns = node->pattern_properties;
      domain.additional = node->additional_properties;
    }
    if (node->unevaluated_properties == nullptr || state.LeavesOut(*node)) {
      continue;
    }
    const Evaluated evaluated = EvaluatedMembers(*node);
    if (!evaluated.all) {
      Domain& domain = out.emplace_back();
      for (const std::string_view name : evaluated.names) {
        domain.names.emplace(name, nullptr);
        domain.order.push_back(name);
      }
      for (const Pattern* pattern : evaluated.patterns) {
        // Shares nothing: the schema keeps its patterns for as long as the program lives.
        domain.patterns.push_back({.pattern = PatternPtr(PatternPtr(), pattern)});
      }
      domain.additional = node->unevaluated_properties;
    }
  }
  return out;
}

/// What is known about one name while the table is made.
struct Named {
  Nodes schemas;
  bool required = false;
  bool marks = false;
};

class ObjectMaker {
 public:
  ObjectMaker(BlockState& state, std::vector<Domain> domains)
      : state_(state), domains_(std::move(domains)) {}

  void Run(bool with_required) {
    CollectNames(with_required);
    std::size_t patterns = 0;
    for (const Domain& domain : domains_) {
      patterns += domain.patterns.size();
    }
    search_now_ = named_.size() * patterns <= kMaxSearches;
    for (auto& [name, named] : named_) {
      for (const Domain& domain : domains_) {
        Apply(domain, name, named);
      }
    }
    MakeRest();
    MakeNames(with_required);
    Emit();
  }

 private:
  Dispatch Later(const Nodes& nodes) {
    return state_.compiler.LaterForAll(nodes, state_.unit.scope);
  }

  void CollectNames(bool with_required) {
    for (const Domain& domain : domains_) {
      for (const std::string_view name : domain.order) {
        Find(name);
      }
    }
    for (const SchemaNode* node : state_.nodes) {
      for (const std::string& name : node->required) {
        if (with_required) {
          Find(name).required = true;
        }
      }
    }
  }

  // Names keep the order of the schema: instances tend to have it too.
  Named& Find(std::string_view name) {
    const auto [at, added] = position_.try_emplace(name, named_.size());
    if (added) {
      named_.emplace_back(name, Named());
    }
    return named_[at->second].second;
  }

  void Apply(const Domain& domain, std::string_view name, Named& named) const {
    bool covered = false;
    if (const auto at = domain.names.find(name); at != domain.names.end()) {
      covered = true;
      Push(named, at->second);
    }
    for (const PatternProperty& property : domain.patterns) {
      if (search_now_ && property.pattern->Search(name) == Pattern::Match::kYes) {
        covered = true;
        Push(named, property.schema);
      }
    }
    if (!covered && domain.additional != nullptr) {
      covered = true;
      Push(named, domain.additional);
    }
    named.marks = named.marks || covered;
  }

  static void Push(Named& named, const SchemaNode* schema) {
    if (schema != nullptr) {
      named.schemas.push_back(schema);
    }
  }

  void MakeRest() {
    Nodes rest;
    for (const Domain& domain : domains_) {
      if (!domain.patterns.empty()) {
        AddGroup(domain);
      } else if (domain.additional != nullptr) {
        rest.push_back(domain.additional);
        check_.marks_rest = true;
      }
    }
    check_.rest = Later(rest);
  }

  void AddGroup(const Domain& domain) {
    PatternGroup group;
    bool idle = !state_.unit.tracked;
    for (const PatternProperty& property : domain.patterns) {
      const Nodes nodes = property.schema != nullptr ? Nodes{property.schema} : Nodes{};
      group.patterns.push_back({.pattern = property.pattern.get(), .value = Later(nodes)});
      idle = idle && group.patterns.back().value == Dispatch{};
    }
    if (domain.additional != nullptr) {
      group.additional = Later({domain.additional});
      group.marks_additional = true;
    }
    group.for_named = !search_now_;
    check_.general = check_.general || group.for_named;
    if (!idle || group.additional != Dispatch{}) {
      check_.groups.push_back(std::move(group));
    }
  }

  void MakeNames(bool with_required) {
    Nodes nodes;
    for (const SchemaNode* node : state_.nodes) {
      if (with_required && node->property_names != nullptr) {
        nodes.push_back(node->property_names);
      }
    }
    check_.names = state_.compiler.Later(
        {.nodes = nodes, .kind = document::Kind::kString, .scope = state_.unit.scope});
  }

  void Emit() {
    for (const auto& [name, named] : named_) {
      AddSlot(name, named);
    }
    const bool open = check_.rest == Dispatch{} && check_.groups.empty() && check_.names == kPass;
    const bool idle = std::all_of(check_.slots.begin(), check_.slots.end(), [](const Slot& slot) {
      return slot.value == Dispatch{};
    });
    const bool marks =
        state_.unit.tracked &&
        (check_.marks_rest || std::any_of(named_.begin(), named_.end(), [](const auto& entry) {
           return entry.second.marks;
         }));
    if (open && idle && !marks) {
      EmitRequired();
      return;
    }
    check_.slots.Finish();
    state_.AddEntry(Op::kObject, state_.program().objects, std::move(check_), state_.unit.tracked);
  }

  void AddSlot(std::string_view name, const Named& named) {
    check_.slots.Add({.key = state_.compiler.KeyOf(name),
                      .value = Later(named.schemas),
                      .required = named.required,
                      .marks = named.marks});
    check_.required += named.required ? 1U : 0U;
  }

  void EmitRequired() {
    for (const Slot& slot : check_.slots) {
      if (slot.required) {
        state_.Add(Op::kRequired, state_.compiler.AddText(slot.key.text()));
      }
    }
  }

  BlockState& state_;
  std::vector<Domain> domains_;
  std::vector<std::pair<std::string_view, Named>> named_;
  std::unordered_map<std::string_view, std::size_t> position_;
  bool search_now_ = true;
  ObjectCheck check_;
};

void CompileDependency(BlockState& state, const Dependency& dependency) {
  DependencyCheck check;
  check.name = state.compiler.KeyOf(dependency.name);
  for (const std::string& name : dependency.required) {
    check.required.push_back(state.compiler.KeyOf(name));
  }
  if (dependency.schema != nullptr) {
    check.code = state.compiler.Now(state.Same(*dependency.schema, state.unit.tracked));
  }
  if (!check.required.empty() || check.code != kPass) {
    state.AddEntry(
        Op::kDependency, state.program().dependencies, std::move(check), state.unit.tracked);
  }
}

// The number of names × schemas that one table may need.
constexpr std::size_t kMaxMerged = 20000;

void CompileMembers(BlockState& state) {
  std::vector<Domain> domains = DomainsOf(state);
  std::size_t names = 0;
  for (const Domain& domain : domains) {
    names += domain.names.size();
  }
  if (names * domains.size() <= kMaxMerged || domains.size() < 2) {
    ObjectMaker(state, std::move(domains)).Run(true);
    return;
  }
  ObjectMaker(state, {}).Run(true);
  for (Domain& domain : domains) {
    std::vector<Domain> one;
    one.push_back(std::move(domain));
    ObjectMaker(state, std::move(one)).Run(false);
  }
}

}  // namespace

void CompileObjects(BlockState& state) {
  if (state.kind() != document::Kind::kObject) {
    return;
  }
  std::uint64_t least = 0;
  std::uint64_t greatest = UINT64_MAX;
  for (const SchemaNode* node : state.nodes) {
    least = std::max(least, node->min_properties);
    greatest = std::min(greatest, node->max_properties.value_or(UINT64_MAX));
    for (const Dependency& dependency : node->dependencies) {
      CompileDependency(state, dependency);
    }
  }
  state.code.never = state.code.never || least > greatest || least > UINT32_MAX;
  if (least != 0 || greatest != UINT64_MAX) {
    state.Add(Op::kMemberCount, static_cast<std::uint32_t>(least), greatest);
  }
  CompileMembers(state);
}

}  // namespace accord::schema
