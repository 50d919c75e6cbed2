#include <string>

#include "accord/document/document.h"

#include "document/tree_builder.h"

namespace accord::document {
namespace {

struct OpenContainer {
  const Node* node;
  std::size_t next = 0;
};

// Adds a scalar; opens a container and leaves its content to the caller.
void AddOrOpen(TreeBuilder& tree, const Node& node, std::vector<OpenContainer>& open) {
  switch (node.kind()) {
    case Kind::kNull:
      tree.AddNull({});
      break;
    case Kind::kBool:
      tree.AddBool(node.boolean(), {});
      break;
    case Kind::kNumber:
    case Kind::kString:
      tree.AddText(node.kind(), tree.Store(node.text()), {});
      break;
    case Kind::kArray:
      tree.StartArray(0);
      open.push_back({.node = &node});
      break;
    case Kind::kObject:
      tree.StartObject(0);
      open.push_back({.node = &node});
      break;
  }
}

}  // namespace

Builder::Builder() : tree_(std::make_unique<TreeBuilder>(std::string(), std::string())) {}
Builder::~Builder() = default;

void Builder::Null() {
  tree_->AddNull({});
}
void Builder::Bool(bool value) {
  tree_->AddBool(value, {});
}
void Builder::Number(std::string_view text) {
  tree_->AddText(Kind::kNumber, tree_->Store(text), {});
}
void Builder::Integer(std::int64_t value) {
  Number(std::to_string(value));
}
void Builder::String(std::string_view text) {
  tree_->AddText(Kind::kString, tree_->Store(text), {});
}
void Builder::StartArray() {
  tree_->StartArray(0);
}
void Builder::EndArray() {
  tree_->End(0);
}
void Builder::StartObject() {
  tree_->StartObject(0);
}
void Builder::Key(std::string_view key) {
  tree_->Key(tree_->Store(key), {});
}
void Builder::EndObject() {
  tree_->End(0);
}

void Builder::Copy(const Node& node) {
  std::vector<OpenContainer> open;
  AddOrOpen(*tree_, node, open);
  while (!open.empty()) {
    OpenContainer& top = open.back();
    const Node& container = *top.node;
    const std::size_t at = top.next++;
    if (container.is_array() && at < container.items().size()) {
      AddOrOpen(*tree_, container.items()[at], open);
    } else if (container.is_object() && at < container.members().size()) {
      const Member& member = container.members()[at];
      Key(member.key());
      AddOrOpen(*tree_, member.value, open);
    } else {
      tree_->End(0);
      open.pop_back();
    }
  }
}

DocumentPtr Builder::Finish(std::string name) {
  tree_->set_name(std::move(name));
  return tree_->Finish(Format::kJson);
}

}  // namespace accord::document
