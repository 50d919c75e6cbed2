#include "schema/inclusion/keyword_text.h"

#include <algorithm>

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

void AppendCount(std::string_view keyword, std::uint64_t count, std::string& out) {
  if (count != 0) {
    out += keyword;
    out += '=';
    out += std::to_string(count);
    out += ';';
  }
}

void Append(std::string_view keyword, std::string_view text, std::string& out) {
  out += keyword;
  out += '=';
  out += std::to_string(text.size());
  out += ':';
  out += text;
}

void AppendLimit(std::string_view keyword,
                 const std::optional<std::uint64_t>& limit,
                 std::string& out) {
  if (limit) {
    Append(keyword, std::to_string(*limit), out);
  }
}

void AppendBound(std::string_view keyword, const std::optional<Bound>& bound, std::string& out) {
  if (bound) {
    Append(keyword, bound->value.ToString() + (bound->exclusive ? "!" : ""), out);
  }
}

void AppendNames(std::string_view keyword, std::vector<std::string> names, std::string& out) {
  if (names.empty()) {
    return;
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (const std::string& name : names) {
    Append(keyword, name, out);
  }
}

using Properties = std::vector<const Property*>;

Properties SortedProperties(const SchemaNode& node) {
  Properties sorted;
  sorted.reserve(node.properties.size());
  for (const Property& property : node.properties) {
    sorted.push_back(&property);
  }
  const auto by_name = [](const Property* a, const Property* b) { return a->name < b->name; };
  if (!std::is_sorted(sorted.begin(), sorted.end(), by_name)) {
    std::sort(sorted.begin(), sorted.end(), by_name);
  }
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
    AppendCount(node.strict_integer ? "strict" : "type", node.types + std::uint64_t{1}, out);
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

void AppendNumbers(const SchemaNode& node, std::string& out) {
  AppendBound("min", node.minimum, out);
  AppendBound("min2", node.second_minimum, out);
  AppendBound("max", node.maximum, out);
  AppendBound("max2", node.second_maximum, out);
  if (node.multiple_of) {
    Append("multiple", node.multiple_of->ToString(), out);
  }
}

void AppendStrings(const SchemaNode& node, std::string& out) {
  AppendCount("minLength", node.min_length, out);
  AppendLimit("maxLength", node.max_length, out);
  if (node.pattern) {
    Append("pattern", node.pattern->source(), out);
  }
}

/// Keywords for types that cannot be say nothing.
void AppendScalars(const SchemaNode& node, std::string& out) {
  if ((node.types & kNumberType) != 0) {
    AppendNumbers(node, out);
  }
  if ((node.types & kStringType) != 0) {
    AppendStrings(node, out);
  }
  if (node.assert_format && !node.format.empty()) {
    Append("format", node.format, out);
  }
}

void AppendContainers(const SchemaNode& node, const Properties& properties, std::string& out) {
  AppendCount("prefix", node.prefix_items.size(), out);
  AppendCount("minItems", node.min_items, out);
  AppendLimit("maxItems", node.max_items, out);
  out += node.unique_items ? "unique;" : "";
  if (node.contains) {
    AppendCount("contains", node.contains->min + 1, out);
    AppendLimit("maxContains", node.contains->max, out);
  }
  if (node.unevaluated_items != nullptr) {
    out += node.contains_evaluates ? "unevaluatedItems+;" : "unevaluatedItems;";
  }
  for (const Property* property : properties) {
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
std::array<std::pair<std::string_view, const SchemaNode*>, 10> SingleChildren(
    const SchemaNode& node) {
  return {{{"items", node.items},
           {"contains", node.contains ? node.contains->schema : nullptr},
           {"unevaluatedItems", node.unevaluated_items},
           {"additional", node.additional_properties},
           {"names", node.property_names},
           {"unevaluated", node.unevaluated_properties},
           {"not", node.not_schema},
           {"if", node.if_schema},
           {"then", node.then_schema},
           {"else", node.else_schema}}};
}

void AppendText(const SchemaNode& node, const Properties& properties, std::string& out) {
  AppendAny(node, out);
  AppendScalars(node, out);
  AppendContainers(node, properties, out);
  for (const auto& [keyword, child] : SingleChildren(node)) {
    if (child != nullptr) {
      out += keyword;
      out += ';';
    }
  }
  if (node.dynamic_ref && node.dynamic_ref->anchor) {
    // Its meaning depends on the way here: equal to nothing but itself.
    AppendCount("dynamic", reinterpret_cast<std::uintptr_t>(&node), out);
  }
}

void CollectChildren(const SchemaNode& node, const Properties& properties, Children& children) {
  std::vector<const SchemaNode*>& nodes = children.nodes;
  nodes.assign(node.prefix_items.begin(), node.prefix_items.end());
  for (const Property* property : properties) {
    nodes.push_back(property->schema);
  }
  for (const PatternProperty* property : SortedPatterns(node)) {
    nodes.push_back(property->schema);
  }
  for (const Dependency& dependency : node.dependencies) {
    if (dependency.schema != nullptr) {
      nodes.push_back(dependency.schema);
    }
  }
  for (const auto& [keyword, child] : SingleChildren(node)) {
    if (child != nullptr) {
      nodes.push_back(child);
    }
  }
  const auto end_part = [&](std::size_t part) {
    children.ends[part] = static_cast<std::uint32_t>(nodes.size());
  };
  end_part(0);
  // References and `allOf` are the same thing: everything they lead to must fit.
  nodes.insert(nodes.end(), node.all_of.begin(), node.all_of.end());
  if (node.ref != nullptr) {
    nodes.push_back(node.ref);
  }
  if (node.dynamic_ref) {
    nodes.push_back(node.dynamic_ref->initial);
  }
  end_part(1);
  nodes.insert(nodes.end(), node.any_of.begin(), node.any_of.end());
  end_part(2);
  nodes.insert(nodes.end(), node.one_of.begin(), node.one_of.end());
  end_part(3);
}

}  // namespace

std::string CanonicalText(const document::Node& value) {
  std::string out;
  AppendCanonical(value, out);
  return out;
}

void TakeApart(const SchemaNode& node, std::string& text, Children& children) {
  const Properties properties = SortedProperties(node);
  text.clear();
  AppendText(node, properties, text);
  CollectChildren(node, properties, children);
}

}  // namespace accord::schema::inclusion
