#include "schema/build/pointer_to.h"

#include <functional>
#include <vector>

#include "accord/schema/uri.h"

namespace accord::schema {
namespace {

using document::Node;

/// Calls `visit` with each child until it says that it is enough.
void EachChild(const Node& node, const std::function<bool(const Node&, std::size_t)>& visit) {
  const std::size_t count = node.is_array() ? node.items().size() : node.members().size();
  for (std::size_t i = 0; i < count; ++i) {
    if (visit(node.is_array() ? node.items()[i] : node.members()[i].value, i)) {
      return;
    }
  }
}

void AppendStep(const Node& above, std::size_t index, std::string& pointer) {
  AppendToken(pointer,
              above.is_array() ? std::to_string(index) : std::string(above.members()[index].key()));
}

/// Goes down by the places in the text, which works unless aliases or hand-made nodes are met.
std::string PointerByPlace(const Node& target, const Node& root) {
  std::string pointer;
  const Node* at = &root;
  while (at != nullptr && at != &target) {
    const Node* next = nullptr;
    EachChild(*at, [&](const Node& child, std::size_t index) {
      if (child.begin() > target.begin() || child.end() < target.end()) {
        return false;
      }
      next = &child;
      AppendStep(*at, index, pointer);
      return true;
    });
    at = next;
  }
  return at != nullptr ? pointer : std::string();
}

}  // namespace

std::string PointerIndex::PointerTo(const Node& target, const Node& root) {
  if (&target == &root) {
    return {};
  }
  if (target.end() != 0) {
    if (std::string pointer = PointerByPlace(target, root); !pointer.empty()) {
      return pointer;
    }
  }
  const Parents& parents = ParentsIn(root);
  std::vector<const Node*> way = {&target};
  for (auto above = parents.find(&target); above != parents.end();
       above = parents.find(above->second)) {
    way.push_back(above->second);
  }
  std::string pointer;
  for (std::size_t i = way.size() - 1; i > 0; --i) {
    EachChild(*way[i], [&](const Node& child, std::size_t index) {
      if (&child != way[i - 1]) {
        return false;
      }
      AppendStep(*way[i], index, pointer);
      return true;
    });
  }
  return pointer;
}

const PointerIndex::Parents& PointerIndex::ParentsIn(const Node& root) {
  const auto known = parents_.find(&root);
  if (known != parents_.end()) {
    return known->second;
  }
  Parents& parents = parents_[&root];
  std::vector<const Node*> waiting = {&root};
  while (!waiting.empty()) {
    const Node* at = waiting.back();
    waiting.pop_back();
    EachChild(*at, [&](const Node& child, std::size_t /*index*/) {
      if (child.is_container() || child.is_bool()) {
        parents.emplace(&child, at);
        waiting.push_back(&child);
      }
      return false;
    });
  }
  return parents;
}

}  // namespace accord::schema
