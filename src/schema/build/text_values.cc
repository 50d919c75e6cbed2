#include "schema/build/text_values.h"

#include <unordered_map>

#include "schema/build/in_place.h"

namespace accord::schema {
namespace {

/// Something is said about scalars beside their types, or the set is made by more than `and` and
/// `or`.
bool IsParticular(const SchemaNode& node) {
  const bool scalars = node.has_enum || node.minimum || node.maximum || node.second_minimum ||
                       node.second_maximum || node.multiple_of || node.min_length > 0 ||
                       node.max_length || node.pattern != nullptr ||
                       (node.assert_format && !node.format.empty());
  return scalars || node.boolean || node.dynamic_ref || !node.one_of.empty() ||
         node.not_schema != nullptr || node.if_schema != nullptr || !node.dependencies.empty();
}

/// Schemas that may apply to one value together.
class Families {
 public:
  explicit Families(const std::deque<SchemaNode>& nodes) {
    for (const SchemaNode& node : nodes) {
      for (const InPlaceStep& step : InPlaceSteps(node)) {
        parents_[&Head(*step.schema)] = &Head(node);
      }
    }
    for (const SchemaNode& node : nodes) {
      bool& particular = particular_[&Head(node)];
      particular = particular || IsParticular(node);
    }
  }

  bool IsPlain(const SchemaNode& node) { return !particular_.at(&Head(node)); }

 private:
  const SchemaNode& Head(const SchemaNode& node) {
    const SchemaNode* at = &node;
    for (auto above = parents_.find(at); above != parents_.end() && above->second != at;
         above = parents_.find(at)) {
      const auto next = parents_.find(above->second);
      if (next != parents_.end()) {
        above->second = next->second;
      }
      at = above->second;
    }
    return *at;
  }

  std::unordered_map<const SchemaNode*, const SchemaNode*> parents_;
  std::unordered_map<const SchemaNode*, bool> particular_;
};

constexpr std::string_view kIntegerText = "-?(?:0|[1-9][0-9]*)";
constexpr std::string_view kNumberText = R"(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)";
constexpr std::string_view kBooleanText = "true|false";

/// What spells a value of one of the types; nullptr when they have none but strings.
PatternPtr SpellingOf(TypeSet types) {
  std::string alternatives;
  const auto add = [&](std::string_view text) {
    alternatives += alternatives.empty() ? "" : "|";
    alternatives += text;
  };
  if ((types & kFractionType) != 0) {
    add(kNumberText);
  } else if ((types & kIntegerType) != 0) {
    add(kIntegerText);
  }
  if ((types & kBooleanType) != 0) {
    add(kBooleanText);
  }
  return alternatives.empty() ? nullptr : *Pattern::Compile("^(?:" + alternatives + ")$");
}

void Widen(SchemaNode& node) {
  if (node.types == kAnyType) {
    return;
  }
  if ((node.types & kStringType) != 0) {
    node.types |= kBooleanType | kNumberType;
    return;
  }
  node.pattern = SpellingOf(node.types);
  if (node.pattern != nullptr) {
    node.types |= kStringType;
  }
}

}  // namespace

void WidenToText(SchemaGraph& graph) {
  Families families(graph.nodes);
  for (SchemaNode& node : graph.nodes) {
    if (families.IsPlain(node)) {
      Widen(node);
    }
  }
}

}  // namespace accord::schema
