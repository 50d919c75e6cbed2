#include "breaking/openapi/judge_payload.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <set>
#include <vector>

#include "accord/document/pointer.h"

namespace accord::breaking::api {
namespace {

using document::DocumentPtr;
using document::Node;
using schema::SchemaNode;

/// A step from a value to one inside of it.
struct ValueStep {
  const SchemaNode* schema = nullptr;  ///< Of the outer value.
  std::string member;                  ///< Of an object; empty: an array.
  std::size_t index = 0;
};

/// Keywords in a schema path that apply to the same value; behind them a name or number, or
/// nothing.
constexpr std::array<std::string_view, 4> kNumbered = {
    "allOf", "anyOf", "oneOf", "dependentSchemas"};
constexpr std::array<std::string_view, 3> kPlain = {"then", "else", "if"};

bool Contains(const auto& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

/// Finds the way from a schema to one inside of it, through references and branches.
class Route {
 public:
  Route(const SchemaNode& target, std::vector<std::string> tokens)
      : target_(target), tokens_(std::move(tokens)) {}

  bool Find(const SchemaNode& from) { return Visit(from, 0); }
  const std::vector<ValueStep>& steps() const { return steps_; }

 private:
  /// Steps that stay at the value are taken wherever the schema offers one.
  std::size_t AfterInPlace(std::size_t at) const {
    while (at < tokens_.size()) {
      if (Contains(kNumbered, tokens_[at])) {
        at += 2;
      } else if (Contains(kPlain, tokens_[at])) {
        ++at;
      } else {
        break;
      }
    }
    return at;
  }

  // As deep as the way is long, which the path and kMostVisits limit.
  bool Visit(const SchemaNode& node, std::size_t at) {
    at = AfterInPlace(at);
    if (&node == &target_ && at >= tokens_.size()) {
      return true;
    }
    if (visited_.size() > kMostVisits || !visited_.emplace(&node, at).second) {
      return false;
    }
    return Descend(node, at) || Aside(node, at);
  }

  bool Descend(const SchemaNode& node, std::size_t at) {
    if (at >= tokens_.size()) {
      return false;
    }
    const std::string& token = tokens_[at];
    if (token == "properties" && at + 1 < tokens_.size()) {
      for (const schema::Property& property : node.properties) {
        if (property.name == tokens_[at + 1]) {
          return Enter(*property.schema, at + 2, {&node, property.name, 0});
        }
      }
    } else if (token == "items" && node.items != nullptr) {
      return Enter(*node.items, at + 1, {&node, {}, node.prefix_items.size()});
    } else if (token == "additionalProperties" && node.additional_properties != nullptr) {
      return Enter(*node.additional_properties, at + 1, {&node, FreshName(node), 0});
    } else if (token == "prefixItems" && at + 1 < tokens_.size()) {
      std::size_t index = 0;
      const std::string& number = tokens_[at + 1];
      std::from_chars(number.data(), number.data() + number.size(), index);
      return index < node.prefix_items.size() &&
             Enter(*node.prefix_items[index], at + 2, {&node, {}, index});
    }
    return false;
  }

  static std::string FreshName(const SchemaNode& node) {
    std::string name = "other";
    while (std::ranges::find(node.properties, name, &schema::Property::name) !=
           node.properties.end()) {
      name += "_";
    }
    return name;
  }

  bool Enter(const SchemaNode& node, std::size_t at, ValueStep step) {
    steps_.push_back(std::move(step));
    if (Visit(node, at)) {
      return true;
    }
    steps_.pop_back();
    return false;
  }

  bool Aside(const SchemaNode& node, std::size_t at) {
    std::vector<const SchemaNode*> next = {node.ref, node.then_schema, node.else_schema};
    for (const auto* list : {&node.all_of, &node.any_of, &node.one_of}) {
      next.insert(next.end(), list->begin(), list->end());
    }
    for (const schema::Dependency& dependency : node.dependencies) {
      next.push_back(dependency.schema);
    }
    return std::ranges::any_of(
        next, [&](const SchemaNode* schema) { return schema != nullptr && Visit(*schema, at); });
  }

  static constexpr std::size_t kMostVisits = 2000;

  const SchemaNode& target_;
  std::vector<std::string> tokens_;
  std::vector<ValueStep> steps_;
  std::set<std::pair<const SchemaNode*, std::size_t>> visited_;
};

DocumentPtr WithMember(const DocumentPtr& object, const std::string& name, const Node& value) {
  document::Builder builder;
  builder.StartObject();
  bool placed = false;
  for (const document::Member& member : object->root().members()) {
    const bool here = member.key() == name;
    builder.Key(member.key());
    builder.Copy(here ? value : member.value);
    placed = placed || here;
  }
  if (!placed) {
    builder.Key(name);
    builder.Copy(value);
  }
  builder.EndObject();
  return builder.Finish();
}

DocumentPtr WithItem(const DocumentPtr& array, std::size_t index, const Node& value) {
  const std::span<const Node> items = array->root().items();
  if (items.size() < index) {
    return nullptr;
  }
  document::Builder builder;
  builder.StartArray();
  for (std::size_t i = 0; i < std::max(items.size(), index + 1); ++i) {
    builder.Copy(i == index ? value : items[i]);
  }
  builder.EndArray();
  return builder.Finish();
}

}  // namespace

DocumentPtr PayloadAround(schema::InclusionSession& session,
                          const SchemaNode& root,
                          const SchemaNode& inner,
                          const std::string& schema_path,
                          const DocumentPtr& value) {
  const auto pointer = document::Pointer::Parse(schema_path);
  if (!pointer) {
    return nullptr;
  }
  Route route(inner, pointer->tokens());
  if (!route.Find(root)) {
    return nullptr;
  }
  DocumentPtr payload = value;
  for (auto step = route.steps().rbegin(); step != route.steps().rend() && payload; ++step) {
    const bool object = !step->member.empty();
    const DocumentPtr around = session.Example(
        *step->schema, object ? schema::kObjectType : schema::kArrayType, step->member);
    if (!around) {
      return nullptr;
    }
    payload = object ? WithMember(around, step->member, payload->root())
                     : WithItem(around, step->index, payload->root());
  }
  return payload;
}

}  // namespace accord::breaking::api
