#include <string>
#include <utility>

#include "accord/document/document.h"

#include "document/tree_builder.h"

namespace accord::document {
namespace {

struct OpenContainer {
  const Node* node;
  std::size_t next = 0;
};

// Adds a scalar; opens a container and leaves its content to the caller.
void AddOrOpen(TreeBuilder& tree, const Node& node, Range at, std::vector<OpenContainer>& open) {
  switch (node.kind()) {
    case Kind::kNull:
      tree.AddNull(at);
      break;
    case Kind::kBool:
      tree.AddBool(node.boolean(), at);
      break;
    case Kind::kNumber:
    case Kind::kString:
      tree.AddText(node.kind(), tree.Store(node.text()), at);
      break;
    case Kind::kArray:
      tree.StartArray(at.begin);
      open.push_back({.node = &node});
      break;
    case Kind::kObject:
      tree.StartObject(at.begin);
      open.push_back({.node = &node});
      break;
  }
}

}  // namespace

struct Builder::State {
  TreeBuilder tree{std::string(), std::string()};
  DocumentPtr origin;
  Range at;
  std::vector<std::uint32_t> ends;  // Of the open containers.
};

Builder::Builder() : state_(std::make_unique<State>()) {}
Builder::Builder(const DocumentPtr& origin) : Builder() {
  state_->origin = origin;
  state_->tree.set_origin(origin);
}
Builder::~Builder() = default;

void Builder::Null() {
  state_->tree.AddNull(state_->at);
}
void Builder::Bool(bool value) {
  state_->tree.AddBool(value, state_->at);
}
void Builder::Number(std::string_view text) {
  state_->tree.AddText(Kind::kNumber, state_->tree.Store(text), state_->at);
}
void Builder::Integer(std::int64_t value) {
  Number(std::to_string(value));
}
void Builder::String(std::string_view text) {
  state_->tree.AddText(Kind::kString, state_->tree.Store(text), state_->at);
}
void Builder::StartArray() {
  state_->tree.StartArray(state_->at.begin);
  state_->ends.push_back(state_->at.end);
}
void Builder::EndArray() {
  state_->tree.End(state_->ends.back());
  state_->ends.pop_back();
}
void Builder::StartObject() {
  state_->tree.StartObject(state_->at.begin);
  state_->ends.push_back(state_->at.end);
}
void Builder::Key(std::string_view key) {
  state_->tree.Key(state_->tree.Store(key), state_->at);
}
void Builder::EndObject() {
  EndArray();
}

void Builder::Copy(const Node& node) {
  TreeBuilder& tree = state_->tree;
  std::vector<OpenContainer> open;
  AddOrOpen(tree, node, state_->at, open);
  while (!open.empty()) {
    OpenContainer& top = open.back();
    const Node& container = *top.node;
    const std::size_t at = top.next++;
    if (container.is_array() && at < container.items().size()) {
      AddOrOpen(tree, container.items()[at], state_->at, open);
    } else if (container.is_object() && at < container.members().size()) {
      const Member& member = container.members()[at];
      Key(member.key());
      AddOrOpen(tree, member.value, state_->at, open);
    } else {
      tree.End(state_->at.end);
      open.pop_back();
    }
  }
}

void Builder::StandAt(std::uint32_t begin, std::uint32_t end) {
  state_->at = {.begin = begin, .end = end};
}

void Builder::Share(const Node& node) {
  state_->tree.AddShared(node, {.begin = node.begin(), .end = node.end()});
}

const Node& Builder::last() const {
  return state_->tree.last();
}

DocumentPtr Builder::Finish(std::string name) {
  const DocumentPtr& origin = state_->origin;
  if (origin) {
    name = origin->name();
  }
  state_->tree.set_name(std::move(name));
  return state_->tree.Finish(origin ? origin->format() : Format::kJson);
}

}  // namespace accord::document
