#include "schema/build/pointer_to.h"

#include <vector>

#include "accord/schema/uri.h"

namespace accord::schema {
namespace {

struct Step {
  const document::Node* node;
  std::size_t next = 0;  // Of its children.
};

const document::Node* ChildAt(const document::Node& node, std::size_t index) {
  if (node.is_array()) {
    return index < node.items().size() ? &node.items()[index] : nullptr;
  }
  return index < node.members().size() ? &node.members()[index].value : nullptr;
}

std::string PointerAlong(const std::vector<Step>& path) {
  std::string pointer;
  for (const Step& step : path) {
    const std::size_t index = step.next - 1;
    AppendToken(pointer,
                step.node->is_array() ? std::to_string(index)
                                      : std::string(step.node->members()[index].key()));
  }
  return pointer;
}

}  // namespace

std::string PointerTo(const document::Node& target, const document::Node& root) {
  std::vector<Step> path = {{&root}};
  while (!path.empty()) {
    const document::Node* child = ChildAt(*path.back().node, path.back().next++);
    if (child == nullptr) {
      path.pop_back();
    } else if (child == &target) {
      return PointerAlong(path);
    } else if (child->is_container()) {
      path.push_back({child});
    }
  }
  return {};
}

}  // namespace accord::schema
