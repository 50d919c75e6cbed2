#include <algorithm>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/report/rules.h"

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/rules.h"

namespace accord::cli {
namespace {

using RuleList = std::vector<const finding::RuleInfo*>;

struct RulesSettings {
  std::string id;
  std::string category;
  std::string format = "text";
};

std::vector<std::string> CategoriesOf(const finding::RuleInfo& rule) {
  std::vector<std::string> names;
  for (const std::string_view name : base::Split(rule.categories, ' ')) {
    if (!name.empty()) {
      names.emplace_back(name);
    }
  }
  return names;
}

bool IsIn(const finding::RuleInfo& rule, std::string_view category) {
  return std::ranges::any_of(CategoriesOf(rule), [category](const std::string& name) {
    return base::EqualsIgnoreCase(name, category);
  });
}

/// Names are compared in one case, so that a wrong case is no further away than it is.
int NoSuch(std::string_view what,
           const std::string& name,
           const std::vector<std::string>& known,
           Streams& streams) {
  std::vector<std::string> lower;
  lower.reserve(known.size());
  for (const std::string& candidate : known) {
    lower.push_back(base::ToLowerAscii(candidate));
  }
  std::string suggestion;
  if (const auto near = base::NearestWord(base::ToLowerAscii(name), lower)) {
    const auto place = std::ranges::find(lower, *near) - lower.begin();
    suggestion = fmt::format("; did you mean '{}'?", known[static_cast<std::size_t>(place)]);
  }
  streams.err << fmt::format("accord: error: there is no {} '{}'{}\n", what, name, suggestion);
  return kUsage;
}

/// All rules, or those that the settings name; empty when there is no such rule or category.
RuleList Select(const RulesSettings& settings) {
  RuleList rules = AllRules();
  std::erase_if(rules, [&settings](const finding::RuleInfo* rule) {
    const bool other_id = !settings.id.empty() && !base::EqualsIgnoreCase(rule->id, settings.id);
    const bool other_category = !settings.category.empty() && !IsIn(*rule, settings.category);
    return other_id || other_category;
  });
  return rules;
}

int NothingSelected(const RulesSettings& settings, Streams& streams) {
  std::vector<std::string> ids;
  std::vector<std::string> categories;
  for (const finding::RuleInfo* rule : AllRules()) {
    ids.emplace_back(rule->id);
    for (const std::string& name : CategoriesOf(*rule)) {
      categories.push_back(name);
    }
  }
  return settings.id.empty() ? NoSuch("category", settings.category, categories, streams)
                             : NoSuch("rule", settings.id, ids, streams);
}

int Run(const RulesSettings& settings, Streams& streams) {
  const RuleList rules = Select(settings);
  if (rules.empty()) {
    return NothingSelected(settings, streams);
  }
  if (settings.format == "json") {
    report::WriteRulesJson(rules, streams.out);
  } else if (settings.id.empty()) {
    report::WriteRuleList(rules, streams.out);
  } else {
    report::Style style;
    style.color = streams.out_is_terminal && !streams.no_color;
    report::WriteRule(*rules.front(), style, streams.out);
  }
  return kClean;
}

}  // namespace

void AddRules(CLI::App& app, Streams& streams, int& exit_code) {
  auto settings = std::make_shared<RulesSettings>();
  CLI::App* rules = app.add_subcommand("rules", "List all rules, or explain one");
  auto* id = rules->add_option("id", settings->id, "The rule to explain")->type_name("ID");
  rules->add_option("--category", settings->category, "Only rules of this category")
      ->type_name("NAME")
      ->excludes(id);
  rules->add_option("--format", settings->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}).description(""))
      ->type_name("FORMAT");
  rules->callback([settings, &streams, &exit_code] { exit_code = Run(*settings, streams); });
}

}  // namespace accord::cli
