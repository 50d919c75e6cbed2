#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "breaking/schema/content_change.h"
#include "breaking/schema/limits.h"

namespace accord::breaking {
namespace {

using schema::Dependency;
using schema::SchemaNode;

/// Where a member of the object under `keyword` is written.
finding::Span MemberSpan(const SchemaNode& node, std::string_view keyword, std::string_view name) {
  const document::Node* container = node.source->Find(keyword);
  if (container != nullptr) {
    for (const document::Member& member : container->members()) {
      if (member.key() == name) {
        return node.source.document()->KeySpanOf(member);
      }
    }
  }
  return SpanOf(node, keyword);
}

/// Where an item of the list under `keyword` is written.
finding::Span ItemSpan(const SchemaNode& node, std::string_view keyword, std::string_view text) {
  const document::Node* list = node.source->Find(keyword);
  if (list != nullptr) {
    for (const document::Node& item : list->items()) {
      if (item.text() == text) {
        return node.source.document()->SpanOf(item);
      }
    }
  }
  return SpanOf(node, keyword);
}

void AddDeclared(NodeChanges& pair, const std::string& name, bool added) {
  pair.Add(Axis::kProperty,
           added ? Action::kAdded : Action::kRemoved,
           "properties",
           fmt::format("property '{}' is {} declared", name, added ? "now" : "no longer"));
  KeywordChange& change = pair.changes.back();
  change.name = name;
  (added ? change.after : change.before) =
      MemberSpan(added ? pair.after : pair.before, "properties", name);
}

void CompareProperties(NodeChanges& pair) {
  std::unordered_set<std::string_view> before;
  for (const schema::Property& property : pair.before.properties) {
    before.insert(property.name);
  }
  std::unordered_set<std::string_view> after;
  for (const schema::Property& property : pair.after.properties) {
    after.insert(property.name);
    if (before.count(property.name) == 0) {
      AddDeclared(pair, property.name, true);
    }
  }
  for (const schema::Property& property : pair.before.properties) {
    if (after.count(property.name) == 0) {
      AddDeclared(pair, property.name, false);
    }
  }
}

void AddDemanded(NodeChanges& pair, const std::string& name, bool added) {
  pair.Add(Axis::kRequired,
           added ? Action::kTightened : Action::kLoosened,
           "required",
           fmt::format("property '{}' became {}", name, added ? "required" : "optional"));
  KeywordChange& change = pair.changes.back();
  change.name = name;
  (added ? change.after : change.before) =
      ItemSpan(added ? pair.after : pair.before, "required", name);
}

void CompareRequired(NodeChanges& pair) {
  const std::set<std::string> before(pair.before.required.begin(), pair.before.required.end());
  const std::set<std::string> after(pair.after.required.begin(), pair.after.required.end());
  for (const std::string& name : after) {
    if (before.count(name) == 0) {
      AddDemanded(pair, name, true);
    }
  }
  for (const std::string& name : before) {
    if (after.count(name) == 0) {
      AddDemanded(pair, name, false);
    }
  }
}

void ComparePatternProperties(NodeChanges& pair) {
  const auto names = [](const SchemaNode& node) {
    std::set<std::string> patterns;
    for (const schema::PatternProperty& property : node.pattern_properties) {
      patterns.insert(property.pattern->source());
    }
    return patterns;
  };
  const std::set<std::string> before = names(pair.before);
  const std::set<std::string> after = names(pair.after);
  const auto add = [&pair](const std::string& pattern, bool added) {
    pair.Add(Axis::kPatternProperty,
             added ? Action::kAdded : Action::kRemoved,
             "patternProperties",
             fmt::format("properties that match '{}' {} a schema",
                         pattern,
                         added ? "have got" : "no longer have"));
    KeywordChange& change = pair.changes.back();
    (added ? change.after : change.before) =
        MemberSpan(added ? pair.after : pair.before, "patternProperties", pattern);
  };
  for (const std::string& pattern : after) {
    if (before.count(pattern) == 0) {
      add(pattern, true);
    }
  }
  for (const std::string& pattern : before) {
    if (after.count(pattern) == 0) {
      add(pattern, false);
    }
  }
}

/// What a property brings with it, as text: its required names and its schema as written.
std::unordered_map<std::string, std::string> DemandsOf(const SchemaNode& node) {
  std::unordered_map<std::string, std::string> demands;
  for (const Dependency& dependency : node.dependencies) {
    std::string& text = demands[dependency.name];
    for (const std::string& name :
         std::set(dependency.required.begin(), dependency.required.end())) {
      text += name + '\n';
    }
    if (dependency.schema != nullptr) {
      text += TextOf(*dependency.schema);
    }
  }
  return demands;
}

void CompareDependencies(NodeChanges& pair) {
  const auto before = DemandsOf(pair.before);
  const auto after = DemandsOf(pair.after);
  const auto add = [&pair](Action action, const Dependency& dependency, std::string_view what) {
    pair.Add(Axis::kDependency,
             action,
             dependency.keyword,
             fmt::format("property '{}' {}", dependency.name, what));
    pair.changes.back().name = dependency.name;
  };
  for (const Dependency& dependency : pair.after.dependencies) {
    const auto known = before.find(dependency.name);
    if (known == before.end()) {
      add(Action::kAdded, dependency, "brings demands with it now");
    } else if (known->second != after.at(dependency.name)) {
      add(Action::kChanged, dependency, "brings other demands with it");
    }
  }
  for (const Dependency& dependency : pair.before.dependencies) {
    if (after.count(dependency.name) == 0) {
      add(Action::kRemoved, dependency, "no longer brings demands with it");
    }
  }
}

void ComparePropertyNames(NodeChanges& pair) {
  const SchemaNode* before = pair.before.property_names;
  const SchemaNode* after = pair.after.property_names;
  if ((before == nullptr) != (after == nullptr)) {
    pair.Add(Axis::kPropertyNames,
             before == nullptr ? Action::kAdded : Action::kRemoved,
             "propertyNames",
             before == nullptr ? "names have to fit a schema now"
                               : "names no longer have to fit a schema");
  }
}

void CompareCounts(NodeChanges& pair) {
  const auto text = [](std::uint64_t limit) { return std::to_string(limit); };
  CompareLimit(pair,
               {Axis::kMinProperties, "minProperties", "least number of properties", false},
               std::optional(pair.before.min_properties),
               std::optional(pair.after.min_properties),
               text);
  CompareLimit(pair,
               {Axis::kMaxProperties, "maxProperties", "greatest number of properties", true},
               pair.before.max_properties,
               pair.after.max_properties,
               text);
}

}  // namespace

void CompareObjects(NodeChanges& pair) {
  CompareRequired(pair);
  CompareProperties(pair);
  ComparePatternProperties(pair);
  CompareContent(pair,
                 {Axis::kAdditionalProperties,
                  "additionalProperties",
                  "additionalProperties",
                  "further properties"},
                 pair.before.additional_properties,
                 pair.after.additional_properties);
  ComparePropertyNames(pair);
  CompareCounts(pair);
  CompareDependencies(pair);
  CompareContent(pair,
                 {Axis::kUnevaluatedProperties,
                  "unevaluatedProperties",
                  "unevaluatedProperties",
                  "properties not described"},
                 pair.before.unevaluated_properties,
                 pair.after.unevaluated_properties);
}

}  // namespace accord::breaking
