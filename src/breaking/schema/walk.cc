#include "breaking/schema/walk.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "breaking/schema/branches.h"

namespace accord::breaking {
namespace {

using schema::SchemaNode;

constexpr int kLongestChain = 1000;
constexpr std::size_t kLongestPath = 400;

bool LimitsValues(const SchemaNode& node) {
  return node.types != schema::kAnyType || node.has_enum || node.minimum || node.maximum ||
         node.multiple_of || node.min_length > 0 || node.max_length || node.pattern ||
         !node.format.empty();
}

bool LimitsContainers(const SchemaNode& node) {
  return !node.prefix_items.empty() || node.items != nullptr || node.contains ||
         node.min_items > 0 || node.max_items || node.unique_items ||
         node.unevaluated_items != nullptr || !node.properties.empty() ||
         !node.pattern_properties.empty() || node.additional_properties != nullptr ||
         node.property_names != nullptr || !node.required.empty() || node.min_properties > 0 ||
         node.max_properties || !node.dependencies.empty() ||
         node.unevaluated_properties != nullptr;
}

bool IsComposed(const SchemaNode& node) {
  return node.dynamic_ref || !node.all_of.empty() || !node.any_of.empty() || !node.one_of.empty() ||
         node.not_schema != nullptr || node.if_schema != nullptr;
}

class Walker {
 public:
  std::vector<NodePair> Walk(const SchemaNode& before, const SchemaNode& after) {
    Push(&before, &after, "$");
    // The list grows while it is read: every pair brings those of its subschemas.
    for (std::size_t next = 0; next < pairs_.size();) {
      const NodePair pair = pairs_[next++];
      Enter(*pair.before, *pair.after, pair.path);
    }
    return std::move(pairs_);
  }

 private:
  void Push(const SchemaNode* before, const SchemaNode* after, const std::string& path) {
    if (before == nullptr || after == nullptr || path.size() > kLongestPath) {
      return;
    }
    const SchemaNode* old_node = &Behind(*before);
    const SchemaNode* new_node = &Behind(*after);
    if (seen_.emplace(old_node, new_node).second) {
      pairs_.push_back({old_node, new_node, path});
    }
  }

  void Enter(const SchemaNode& before, const SchemaNode& after, const std::string& path) {
    EnterProperties(before, after, path);
    EnterItems(before, after, path);
    Push(before.ref, after.ref, path);
    for (const auto branches : {&SchemaNode::all_of, &SchemaNode::any_of, &SchemaNode::one_of}) {
      for (const auto& [a, b] : MatchBranches(before.*branches, after.*branches).pairs) {
        Push(a, b, path);
      }
    }
    Push(before.then_schema, after.then_schema, path);
    Push(before.else_schema, after.else_schema, path);
  }

  void EnterProperties(const SchemaNode& before, const SchemaNode& after, const std::string& path) {
    std::unordered_map<std::string_view, const SchemaNode*> known;
    for (const schema::Property& property : before.properties) {
      known.emplace(property.name, property.schema);
    }
    for (const schema::Property& property : after.properties) {
      const auto old_one = known.find(property.name);
      if (old_one != known.end()) {
        Push(old_one->second, property.schema, ChildPath(path, property.name));
      }
    }
    for (const schema::PatternProperty& old_one : before.pattern_properties) {
      for (const schema::PatternProperty& new_one : after.pattern_properties) {
        if (old_one.pattern->source() == new_one.pattern->source()) {
          Push(old_one.schema, new_one.schema, path + ".*");
        }
      }
    }
    Push(before.additional_properties, after.additional_properties, path + ".*");
    Push(before.unevaluated_properties, after.unevaluated_properties, path + ".*");
  }

  void EnterItems(const SchemaNode& before, const SchemaNode& after, const std::string& path) {
    const std::size_t both = std::min(before.prefix_items.size(), after.prefix_items.size());
    for (std::size_t i = 0; i < both; ++i) {
      Push(before.prefix_items[i], after.prefix_items[i], fmt::format("{}[{}]", path, i));
    }
    Push(before.items, after.items, path + "[*]");
    Push(before.unevaluated_items, after.unevaluated_items, path + "[*]");
  }

  std::set<std::pair<const SchemaNode*, const SchemaNode*>> seen_;
  std::vector<NodePair> pairs_;
};

}  // namespace

const SchemaNode& Behind(const SchemaNode& node) {
  const SchemaNode* at = &node;
  for (int i = 0; i < kLongestChain && at->ref != nullptr && !at->boolean; ++i) {
    if (LimitsValues(*at) || LimitsContainers(*at) || IsComposed(*at)) {
      break;
    }
    at = at->ref;
  }
  return *at;
}

std::string ChildPath(const std::string& path, const std::string& name) {
  const bool word = !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
  return word ? fmt::format("{}.{}", path, name) : fmt::format("{}['{}']", path, name);
}

std::vector<NodePair> WalkPairs(const SchemaNode& before, const SchemaNode& after) {
  return Walker().Walk(before, after);
}

}  // namespace accord::breaking
