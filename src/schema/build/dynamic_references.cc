#include "schema/build/dynamic_references.h"

#include <map>

namespace accord::schema {
namespace {

// Where a dynamic scope leads for a name when `resource` is the one that decides.
const SchemaNode* TargetIn(const Resource* resource, const std::string& anchor) {
  if (resource == nullptr) {
    return nullptr;
  }
  if (anchor.empty()) {
    return resource->recursive_anchor ? resource->root : nullptr;
  }
  const auto found = resource->dynamic_anchors.find(anchor);
  return found == resource->dynamic_anchors.end() ? nullptr : found->second;
}

std::map<std::string, std::size_t, std::less<>> CountAnchors(const SchemaGraph& graph) {
  std::map<std::string, std::size_t, std::less<>> counts;
  for (const Resource* resource : graph.used) {
    counts[{}] += resource->recursive_anchor ? 1 : 0;
    for (const auto& [name, schema] : resource->dynamic_anchors) {
      ++counts[name];
    }
  }
  return counts;
}

}  // namespace

void SpecialiseDynamicReferences(SchemaGraph& graph, const Resource* outermost) {
  const auto counts = CountAnchors(graph);
  for (SchemaNode& node : graph.nodes) {
    if (!node.dynamic_ref || !node.dynamic_ref->anchor) {
      continue;
    }
    DynamicReference& reference = *node.dynamic_ref;
    if (const SchemaNode* target = TargetIn(outermost, *reference.anchor)) {
      reference.initial = target;
      reference.anchor.reset();
    } else if (counts.at(*reference.anchor) == 1) {
      reference.anchor.reset();
    }
  }
}

}  // namespace accord::schema
