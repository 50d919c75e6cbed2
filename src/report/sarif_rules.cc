#include "report/sarif_rules.h"

#include "accord/base/strings.h"

#include "report/finding_json.h"
#include "report/finding_rows.h"
#include "report/rule_help.h"

namespace accord::report {
namespace {

/// `FIELD_NO_DELETE` and `field-no-delete` as the format likes names: `FieldNoDelete`.
std::string NameOf(std::string_view id) {
  std::string name;
  bool begins_word = true;
  for (const char c : id) {
    if (c == '_' || c == '-') {
      begins_word = true;
      continue;
    }
    const std::string_view letter(&c, 1);
    name += begins_word ? base::ToUpperAscii(letter) : base::ToLowerAscii(letter);
    begins_word = false;
  }
  return name;
}

void WriteMessage(JsonWriter& json, std::string_view key, std::string_view text) {
  json.StartObject(key);
  json.String("text", text);
  json.EndObject();
}

void WriteRule(JsonWriter& json, const finding::RuleInfo& rule) {
  json.StartObject();
  json.String("id", rule.id);
  json.String("name", NameOf(rule.id));
  WriteMessage(json, "shortDescription", Sentence(rule.summary));
  WriteMessage(json, "fullDescription", rule.explanation.empty() ? rule.summary : rule.explanation);
  json.StartObject("defaultConfiguration");
  json.String("level", SarifLevel(rule.severity));
  json.EndObject();
  json.StartObject("help");
  json.String("text", HelpText(rule));
  json.String("markdown", HelpMarkdown(rule));
  json.EndObject();
  if (const std::vector<std::string> tags = Names(rule.categories); !tags.empty()) {
    json.StartObject("properties");
    WriteTexts(json, "tags", tags);
    json.EndObject();
  }
  json.EndObject();
}

}  // namespace

std::string_view SarifLevel(finding::Severity severity) {
  switch (severity) {
    case finding::Severity::kInfo:
      return "note";
    case finding::Severity::kWarning:
      return "warning";
    case finding::Severity::kError:
      break;
  }
  return "error";
}

SarifRules::SarifRules(const std::vector<Located>& findings) {
  for (const Located& located : findings) {
    const finding::RuleInfo* rule = located.finding->rule;
    if (rule != nullptr && places_.try_emplace(rule->id, rules_.size()).second) {
      rules_.push_back(rule);
    }
  }
}

std::optional<std::size_t> SarifRules::IndexOf(const finding::Finding& finding) const {
  const auto place = places_.find(RuleId(finding));
  return finding.rule == nullptr || place == places_.end() ? std::nullopt
                                                           : std::optional(place->second);
}

void SarifRules::Write(JsonWriter& json) const {
  json.StartArray("rules");
  for (const finding::RuleInfo* rule : rules_) {
    WriteRule(json, *rule);
  }
  json.EndArray();
}

}  // namespace accord::report
