#include <algorithm>
#include <unordered_map>

#include "pact/writer.h"

namespace accord::pact {
namespace {

void WriteList(Writer& writer, const RuleList& list) {
  writer.out.StartObject();
  writer.Text("combine", list.combine == Combine::kAnd ? "AND" : "OR");
  writer.out.Key("matchers");
  writer.out.StartArray();
  for (const Rule& rule : list.rules) {
    WriteRule(writer, rule);
  }
  writer.out.EndArray();
  writer.out.EndObject();
}

/// One entry per key; v2 keys may have fallen together when their index was dropped.
RuleCategory GroupByKey(const RuleCategory& category) {
  RuleCategory grouped;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const RuleEntry& entry : category) {
    const auto [place, added] = places.try_emplace(entry.key, grouped.size());
    if (added) {
      grouped.push_back(entry);
      continue;
    }
    std::vector<Rule>& rules = grouped[place->second].list.rules;
    rules.insert(rules.end(), entry.list.rules.begin(), entry.list.rules.end());
  }
  return grouped;
}

void WriteCategory(Writer& writer, std::string_view name, const RuleCategory& category) {
  if (!category.empty()) {
    writer.out.Key(name);
    WriteRuleCategory(writer, category);
  }
}

void WriteWhole(Writer& writer, std::string_view name, const RuleList& list) {
  if (!list.empty()) {
    writer.out.Key(name);
    WriteList(writer, list);
  }
}

void WriteCategories(Writer& writer, const MatchingRules& rules) {
  WriteWhole(writer, "method", rules.method);
  WriteWhole(writer, "path", rules.path);
  WriteWhole(writer, "status", rules.status);
  WriteCategory(writer, "query", rules.query);
  WriteCategory(writer, "header", rules.header);
  WriteCategory(writer, "metadata", rules.metadata);
  WriteCategory(writer, "body", rules.body);
}

bool HasRules(const RuleCategory& category) {
  return std::any_of(
      category.begin(), category.end(), [](const RuleEntry& entry) { return !entry.list.empty(); });
}

/// Whether the flat form has anything to say: it has no words for an empty list.
bool HasFlatRules(const MatchingRules& rules) {
  return !rules.path.empty() || HasRules(rules.query) || HasRules(rules.header) ||
         HasRules(rules.body);
}

void WriteFlatRule(Writer& writer, const std::string& key, const RuleList& list) {
  if (!list.empty()) {
    writer.out.Key(key);
    WriteRule(writer, list.rules.front());
  }
}

/// `$.headers.X-A`; names that would be cut short are quoted.
std::string FlatKey(std::string key, const RuleEntry& entry) {
  if (entry.key.find('[') != std::string::npos) {
    key.append("['").append(entry.key).append("']");
  } else {
    key.append(".").append(entry.key);
  }
  if (!entry.path.empty() && entry.path.tokens().back().kind == PathToken::Kind::kIndex) {
    AppendIndex(key, entry.path.tokens().back().index);
  }
  return key;
}

void WriteFlat(Writer& writer, const MatchingRules& rules) {
  WriteFlatRule(writer, "$.path", rules.path);
  for (const RuleEntry& entry : rules.query) {
    WriteFlatRule(writer, FlatKey("$.query", entry), entry.list);
  }
  for (const RuleEntry& entry : rules.header) {
    WriteFlatRule(writer, FlatKey("$.headers", entry), entry.list);
  }
  for (const RuleEntry& entry : rules.body) {
    WriteFlatRule(writer, "$.body" + entry.path.ToString().substr(1), entry.list);
  }
}

}  // namespace

void WriteRuleCategory(Writer& writer, const RuleCategory& category) {
  writer.out.StartObject();
  for (const RuleEntry& entry : GroupByKey(category)) {
    writer.out.Key(entry.key);
    WriteList(writer, entry.list);
  }
  writer.out.EndObject();
}

void WriteRules(Writer& writer, const MatchingRules& rules) {
  const bool is_flat = writer.version < SpecVersion::kV3;
  if (rules.empty() || (is_flat && !HasFlatRules(rules))) {
    return;
  }
  writer.out.Key("matchingRules");
  writer.out.StartObject();
  if (is_flat) {
    WriteFlat(writer, rules);
  } else {
    WriteCategories(writer, rules);
  }
  writer.out.EndObject();
}

}  // namespace accord::pact
