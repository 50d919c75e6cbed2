#include "schema/build/view.h"

#include <set>
#include <unordered_map>
#include <unordered_set>

#include "schema/build/in_place.h"

namespace accord::schema {
namespace {

using Names = std::set<std::string, std::less<>>;

class Projection {
 public:
  Projection(SchemaGraph& graph, View view)
      : graph_(graph),
        request_(view == View::kRequest || view == View::kSentRequest),
        sent_(view == View::kSentRequest || view == View::kSentResponse) {}

  void Run() {
    FindFlagged();
    if (flagged_.empty()) {
      return;
    }
    const std::size_t count = graph_.nodes.size();  // Nodes are added on the way.
    for (std::size_t i = 0; i < count; ++i) {
      TakeOut(graph_.nodes[i]);
    }
    TellUsers();
    TellBranches();
    for (auto& taken : taken_) {
      std::erase_if(taken.first->required,
                    [&](const std::string& name) { return taken.second.contains(name); });
    }
  }

 private:
  /// Schemas with the keyword, and all that apply such a one in any case.
  void FindFlagged() {
    std::vector<const SchemaNode*> waiting;
    for (const SchemaNode& node : graph_.nodes) {
      if (request_ ? node.read_only : node.write_only) {
        waiting.push_back(&node);
      }
    }
    if (waiting.empty()) {
      return;
    }
    for (SchemaNode& node : graph_.nodes) {
      for (const SchemaNode* step : CertainSteps(node)) {
        users_[step].push_back(&node);
      }
    }
    while (!waiting.empty()) {
      const SchemaNode* node = waiting.back();
      waiting.pop_back();
      if (flagged_.insert(node).second) {
        const auto users = users_.find(node);
        if (users != users_.end()) {
          waiting.insert(waiting.end(), users->second.begin(), users->second.end());
        }
      }
    }
  }

  void TakeOut(SchemaNode& node) {
    for (Property& property : node.properties) {
      if (flagged_.contains(property.schema)) {
        taken_[&node].insert(property.name);
        property.schema = &Substitute(*property.schema);
      }
    }
  }

  /// Stands where the property stood.
  const SchemaNode& Substitute(const SchemaNode& property) {
    SchemaNode& node = graph_.nodes.emplace_back();
    node.resource = property.resource;
    node.pointer = property.pointer;
    node.source = property.source;
    node.boolean = !sent_;
    return node;
  }

  /// `required` beside a reference to the schema that has the property.
  void TellUsers() {
    std::vector<const SchemaNode*> waiting;
    for (const auto& [node, names] : taken_) {
      waiting.push_back(node);
    }
    while (!waiting.empty()) {
      const SchemaNode* node = waiting.back();
      waiting.pop_back();
      const auto users = users_.find(node);
      if (users == users_.end()) {
        continue;
      }
      const Names names = taken_.at(const_cast<SchemaNode*>(node));
      for (SchemaNode* user : users->second) {
        Tell(*user, names, waiting);
      }
    }
  }

  /// `required` in a branch beside the one that has the property.
  void TellBranches() {
    std::unordered_map<const SchemaNode*, SchemaNode*> branches;
    for (SchemaNode& node : graph_.nodes) {
      branches.emplace(&node, &node);
    }
    std::vector<const SchemaNode*> waiting;
    for (const auto& [node, names] : taken_) {
      waiting.push_back(node);
    }
    while (!waiting.empty()) {
      const SchemaNode* node = waiting.back();
      waiting.pop_back();
      const Names names = taken_.at(const_cast<SchemaNode*>(node));
      for (const auto* list : {&node->all_of, &node->any_of, &node->one_of}) {
        for (const SchemaNode* branch : *list) {
          Tell(*branches.at(branch), names, waiting);
        }
      }
    }
  }

  void Tell(SchemaNode& node, const Names& names, std::vector<const SchemaNode*>& waiting) {
    Names& known = taken_[&node];
    const std::size_t before = known.size();
    known.insert(names.begin(), names.end());
    if (known.size() != before) {
      waiting.push_back(&node);
    }
  }

  SchemaGraph& graph_;
  bool request_;
  bool sent_;
  std::unordered_map<const SchemaNode*, std::vector<SchemaNode*>> users_;
  std::unordered_set<const SchemaNode*> flagged_;
  std::unordered_map<SchemaNode*, Names> taken_;  ///< Properties that are no longer demanded.
};

}  // namespace

void ProjectView(SchemaGraph& graph, View view) {
  if (view != View::kWhole) {
    Projection(graph, view).Run();
  }
}

}  // namespace accord::schema
