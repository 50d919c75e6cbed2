#include "schema/inclusion/keyword_text.h"

#include <algorithm>

#include <fmt/format.h>

namespace accord::schema::inclusion {
namespace {

void AppendCanonical(const document::Node& value, std::string& out) {
  switch (value.kind()) {
    case document::Kind::kNull:
      out += "null";
      break;
    case document::Kind::kBool:
      out += value.boolean() ? "true" : "false";
      break;
    case document::Kind::kNumber:
      out += Decimal::Parse(value.text()).ToString();
      break;
    case document::Kind::kString:
      out += document::QuoteJson(value.text());
      break;
    case document::Kind::kArray:
      out += '[';
      for (const document::Node& item : value.items()) {
        AppendCanonical(item, out);
        out += ',';
      }
      out += ']';
      break;
    case document::Kind::kObject: {
      std::vector<const document::Member*> members;
      for (const document::Member& member : value.members()) {
        members.push_back(&member);
      }
      std::stable_sort(members.begin(), members.end(), [](const auto* a, const auto* b) {
        return a->key() < b->key();
      });
      out += '{';
      for (const document::Member* member : members) {
        out += document::QuoteJson(member->key()) + ":";
        AppendCanonical(member->value, out);
        out += ',';
      }
      out += '}';
      break;
    }
  }
}

void Append(std::string_view keyword, std::string_view text, std::string& out) {
  out += fmt::format("{}={}:{};", keyword, text.size(), text);
}

void AppendCount(std::string_view keyword, std::uint64_t count, std::string& out) {
  if (count != 0) {
    out += fmt::format("{}={};", keyword, count);
  }
}

void AppendLimit(std::string_view keyword,
                 const std::optional<std::uint64_t>& limit,
                 std::string& out) {
  if (limit) {
    out += fmt::format("{}={};", keyword, *limit);
  }
}

void AppendBound(std::string_view keyword, const std::optional<Bound>& bound, std::string& out) {
  if (bound) {
    Append(keyword, bound->value.ToString() + (bound->exclusive ? "!" : ""), out);
  }
}

void AppendNames(std::string_view keyword, std::vector<std::string> names, std::string& out) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (const std::string& name : names) {
    Append(keyword, name, out);
  }
}

std::vector<const Property*> SortedProperties(const SchemaNode& node) {
  std::vector<const Property*> sorted;
  sorted.reserve(node.properties.size());
  for (const Property& property : node.properties) {
    sorted.push_back(&property);
  }
  std::sort(sorted.begin(), sorted.end(), [](const Property* a, const Property* b) {
    return a->name < b->name;
  });
  return sorted;
}

std::vector<const PatternProperty*> SortedPatterns(const SchemaNode& node) {
  std::vector<const PatternProperty*> sorted;
  for (const PatternProperty& property : node.pattern_properties) {
    sorted.push_back(&property);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
    return a->pattern->source() < b->pattern->source();
  });
  return sorted;
}

void AppendAny(const SchemaNode& node, std::string& out) {
  if (node.boolean && !*node.boolean) {
    out += "false;";
  }
  if (node.types != kAnyType) {
    out += fmt::format("type={}{};", node.types, node.strict_integer ? "!" : "");
  }
  if (node.has_enum) {
    std::vector<std::string> values;
    for (const document::Node* value : node.values) {
      values.push_back(CanonicalText(*value));
    }
    out += "enum;";
    AppendNames("value", std::move(values), out);
  }
  if (node.const_value != nullptr) {
    Append("const", CanonicalText(*node.const_value), out);
  }
}

void AppendScalars(const SchemaNode& node, std::string& out) {
  AppendBound("min", node.minimum, out);
  AppendBound("min2", node.second_minimum, out);
  AppendBound("max", node.maximum, out);
  AppendBound("max2", node.second_maximum, out);
  if (node.multiple_of) {
    Append("multiple", node.multiple_of->ToString(), out);
  }
  AppendCount("minLength", node.min_length, out);
  AppendLimit("maxLength", node.max_length, out);
  if (node.pattern) {
    Append("pattern", node.pattern->source(), out);
  }
  if (node.assert_format && !node.format.empty()) {
    Append("format", node.format, out);
  }
}

void AppendContainers(const SchemaNode& node, std::string& out) {
  AppendCount("prefix", node.prefix_items.size(), out);
  AppendCount("minItems", node.min_items, out);
  AppendLimit("maxItems", node.max_items, out);
  out += node.unique_items ? "unique;" : "";
  if (node.contains) {
    out += fmt::format("contains={};", node.contains->min);
    AppendLimit("maxContains", node.contains->max, out);
  }
  if (node.unevaluated_items != nullptr) {
    out += node.contains_evaluates ? "unevaluatedItems+;" : "unevaluatedItems;";
  }
  for (const Property* property : SortedProperties(node)) {
    Append("property", property->name, out);
  }
  for (const PatternProperty* property : SortedPatterns(node)) {
    Append("patternProperty", property->pattern->source(), out);
  }
  AppendNames("required", node.required, out);
  AppendCount("minProperties", node.min_properties, out);
  AppendLimit("maxProperties", node.max_properties, out);
  for (const Dependency& dependency : node.dependencies) {
    Append("dependency", dependency.name, out);
    AppendNames("needs", dependency.required, out);
    out += dependency.schema != nullptr ? "schema;" : "";
  }
}

/// The keywords with one subschema: which of them are there is part of the text.
std::vector<std::pair<std::string_view, const SchemaNode*>> SingleChildren(const SchemaNode& node) {
  return {{"items", node.items},
          {"contains", node.contains ? node.contains->schema : nullptr},
          {"unevaluatedItems", node.unevaluated_items},
          {"additional", node.additional_properties},
          {"names", node.property_names},
          {"unevaluated", node.unevaluated_properties},
          {"not", node.not_schema},
          {"if", node.if_schema},
          {"then", node.then_schema},
          {"else", node.else_schema}};
}

ChildGroup Union(const std::vector<const SchemaNode*>& branches) {
  ChildGroup group{.ordered = false, .children = {}};
  for (const SchemaNode* branch : branches) {
    group.children.push_back({branch, branches.size() == 1});
  }
  return group;
}

}  // namespace

std::string CanonicalText(const document::Node& value) {
  std::string out;
  AppendCanonical(value, out);
  return out;
}

std::string KeywordText(const SchemaNode& node) {
  std::string out;
  AppendAny(node, out);
  AppendScalars(node, out);
  AppendContainers(node, out);
  for (const auto& [keyword, child] : SingleChildren(node)) {
    if (child != nullptr) {
      out += keyword;
      out += ';';
    }
  }
  if (node.dynamic_ref && node.dynamic_ref->anchor) {
    // Its meaning depends on the way here: equal to nothing but itself.
    out += fmt::format("dynamic={};", static_cast<const void*>(&node));
  }
  return out;
}

std::vector<ChildGroup> ChildGroups(const SchemaNode& node) {
  ChildGroup fixed;
  for (const SchemaNode* item : node.prefix_items) {
    fixed.children.push_back({item});
  }
  for (const Property* property : SortedProperties(node)) {
    fixed.children.push_back({property->schema});
  }
  for (const PatternProperty* property : SortedPatterns(node)) {
    fixed.children.push_back({property->schema});
  }
  for (const Dependency& dependency : node.dependencies) {
    if (dependency.schema != nullptr) {
      fixed.children.push_back({dependency.schema});
    }
  }
  for (const auto& [keyword, child] : SingleChildren(node)) {
    if (child != nullptr) {
      fixed.children.push_back({child});
    }
  }
  // References and `allOf` are the same thing: everything they lead to must fit.
  ChildGroup all = Union(node.all_of);
  if (node.ref != nullptr) {
    all.children.push_back({node.ref, true});
  }
  if (node.dynamic_ref) {
    all.children.push_back({node.dynamic_ref->initial, true});
  }
  if (all.children.size() > 1) {
    for (ChildSlot& child : all.children) {
      child.in_place_only = false;
    }
  }
  return {std::move(fixed), std::move(all), Union(node.any_of), Union(node.one_of)};
}

}  // namespace accord::schema::inclusion
