#include "conform/wire.h"

#include <algorithm>
#include <optional>

#include "accord/schema/validate.h"

namespace accord::conform {
namespace {

using schema::SchemaNode;
using schema::TypeSet;

constexpr int kMaxHops = 16;

TypeSet TypesOf(const SchemaNode& node, int hops);

TypeSet AnyOf(const std::vector<const SchemaNode*>& branches, int hops) {
  TypeSet types = 0;
  for (const SchemaNode* branch : branches) {
    types = static_cast<TypeSet>(types | TypesOf(*branch, hops));
  }
  return types;
}

TypeSet TypesOf(const SchemaNode& node, int hops) {
  if (node.boolean) {
    return *node.boolean ? schema::kAnyType : 0;
  }
  TypeSet types = node.types;
  if (hops == kMaxHops) {
    return types;
  }
  const auto narrow = [&types](TypeSet other) { types = static_cast<TypeSet>(types & other); };
  if (node.ref != nullptr) {
    narrow(TypesOf(*node.ref, hops + 1));
  }
  for (const SchemaNode* part : node.all_of) {
    narrow(TypesOf(*part, hops + 1));
  }
  if (!node.any_of.empty()) {
    narrow(AnyOf(node.any_of, hops + 1));
  }
  if (!node.one_of.empty()) {
    narrow(AnyOf(node.one_of, hops + 1));
  }
  return types;
}

/// JSON text of a number in everyday spelling (`+5`, `007`, `.5`); nullopt when it is none.
std::optional<std::string> NumberText(std::string_view text) {
  std::string out;
  if (text.starts_with('-') || text.starts_with('+')) {
    out += text.front() == '-' ? "-" : "";
    text.remove_prefix(1);
  }
  const auto digits = [&text] {
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') {
      ++count;
    }
    const std::string_view found = text.substr(0, count);
    text.remove_prefix(count);
    return found;
  };
  std::string_view whole = digits();
  const bool has_whole = !whole.empty();
  whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
  out += whole.empty() ? "0" : whole;
  std::string_view fraction;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    fraction = digits();
    if (!fraction.empty()) {
      out += ".";
      out += fraction;
    }
  }
  if (!has_whole && fraction.empty()) {
    return std::nullopt;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    out += "e";
    if (text.starts_with('-') || text.starts_with('+')) {
      out += text.front();
      text.remove_prefix(1);
    }
    const std::string_view exponent = digits();
    if (exponent.empty()) {
      return std::nullopt;
    }
    out += exponent;
  }
  return text.empty() ? std::optional(out) : std::nullopt;
}

void Append(const SchemaNode& node,
            std::string_view name,
            int hops,
            std::vector<const SchemaNode*>& out) {
  for (const schema::Property& property : node.properties) {
    if (property.name == name) {
      out.push_back(property.schema);
    }
  }
  if (hops == kMaxHops) {
    return;
  }
  if (node.ref != nullptr) {
    Append(*node.ref, name, hops + 1, out);
  }
  for (const SchemaNode* part : node.all_of) {
    Append(*part, name, hops + 1, out);
  }
  for (const auto* branches : {&node.any_of, &node.one_of}) {
    for (std::size_t i = 0; out.empty() && i < branches->size(); ++i) {
      Append(*(*branches)[i], name, hops + 1, out);
    }
  }
}

const SchemaNode* ItemSchema(const SchemaNode& node, std::size_t index, int hops) {
  if (index < node.prefix_items.size()) {
    return node.prefix_items[index];
  }
  if (node.items != nullptr) {
    return node.items;
  }
  const SchemaNode* found = nullptr;
  if (hops == kMaxHops) {
    return found;
  }
  if (node.ref != nullptr) {
    found = ItemSchema(*node.ref, index, hops + 1);
  }
  for (const auto* parts : {&node.all_of, &node.any_of, &node.one_of}) {
    for (std::size_t i = 0; found == nullptr && i < parts->size(); ++i) {
      found = ItemSchema(*(*parts)[i], index, hops + 1);
    }
  }
  return found;
}

void AppendNames(const SchemaNode& node, int hops, std::vector<std::string>& out) {
  for (const schema::Property& property : node.properties) {
    out.push_back(property.name);
  }
  if (hops == kMaxHops) {
    return;
  }
  if (node.ref != nullptr) {
    AppendNames(*node.ref, hops + 1, out);
  }
  for (const auto* parts : {&node.all_of, &node.any_of, &node.one_of}) {
    for (const SchemaNode* part : *parts) {
      AppendNames(*part, hops + 1, out);
    }
  }
}

/// Writes a wire value as the schema wants it.
class Typist {
 public:
  explicit Typist(const schema::Schema& schema) : schema_(schema) {}

  void Write(const Wire& wire, const SchemaNode* node) {
    switch (wire.kind) {
      case Wire::Kind::kText:
        WriteText(wire.text, node);
        return;
      case Wire::Kind::kList:
        builder_.StartArray();
        for (std::size_t i = 0; i < wire.items.size(); ++i) {
          Write(wire.items[i], node != nullptr ? ItemSchema(*node, i, 0) : nullptr);
        }
        builder_.EndArray();
        return;
      case Wire::Kind::kMap:
        builder_.StartObject();
        for (const auto& [name, value] : wire.members) {
          builder_.Key(name);
          Write(value, node != nullptr ? MemberSchema(*node, name) : nullptr);
        }
        builder_.EndObject();
        return;
    }
  }

  document::DocumentPtr Finish() { return builder_.Finish(); }

 private:
  static const SchemaNode* MemberSchema(const SchemaNode& node, std::string_view name) {
    const auto found = PropertySchemas(node, name);
    if (!found.empty()) {
      return found.front();
    }
    const SchemaNode& target = node.ref != nullptr ? *node.ref : node;
    return target.additional_properties;
  }

  void WriteText(const std::string& text, const SchemaNode* node) {
    const TypeSet types = node != nullptr ? conform::TypesOf(*node) : schema::kStringType;
    constexpr TypeSet kContainers = schema::kArrayType | schema::kObjectType;
    if ((types & ~kContainers) == 0 && (types & schema::kArrayType) != 0) {
      builder_.StartArray();  // A list of one.
      WriteText(text, ItemSchema(*node, 0, 0));
      builder_.EndArray();
      return;
    }
    const auto number = (types & schema::kNumberType) != 0 ? NumberText(text) : std::nullopt;
    const bool boolean = (types & schema::kBooleanType) != 0 && (text == "true" || text == "false");
    const bool null = (types & schema::kNullType) != 0 && text.empty();
    const bool other = number || boolean || null;
    const bool may_be_text = (types & schema::kStringType) != 0;
    const bool is_text =
        !other || (may_be_text && schema::IsValid(schema_, *node, document::Node::String(text)));
    if (is_text) {
      builder_.String(text);
    } else if (number) {
      builder_.Number(*number);
    } else if (boolean) {
      builder_.Bool(text == "true");
    } else {
      builder_.Null();
    }
  }

  const schema::Schema& schema_;
  document::Builder builder_;
};

}  // namespace

Wire::Wire() = default;

Wire Wire::Text(std::string text) {
  Wire wire;
  wire.text = std::move(text);
  return wire;
}

Wire Wire::List(std::vector<Wire> items) {
  Wire wire;
  wire.kind = Kind::kList;
  wire.items = std::move(items);
  return wire;
}

Wire Wire::Map() {
  Wire wire;
  wire.kind = Kind::kMap;
  return wire;
}

TypeSet TypesOf(const SchemaNode& node) {
  return TypesOf(node, 0);
}

document::DocumentPtr Typed(const Wire& wire, const CompiledSchema& schema) {
  Typist typist(*schema.graph);
  typist.Write(wire, schema.root);
  return typist.Finish();
}

std::vector<std::string> PropertyNames(const SchemaNode& node) {
  std::vector<std::string> out;
  AppendNames(node, 0, out);
  return out;
}

std::vector<const SchemaNode*> PropertySchemas(const SchemaNode& node, std::string_view name) {
  std::vector<const SchemaNode*> out;
  Append(node, name, 0, out);
  return out;
}

}  // namespace accord::conform
