#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/rules.h"

namespace accord::cli {
namespace {

/// Breaks text at spaces so that no line is longer than `width`.
std::string Wrap(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (const std::string_view word : base::Split(text, ' ')) {
    if (column > 0 && column + 1 + word.size() > width) {
      out += '\n';
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

/// Some modules end their summaries with a full stop.
std::string_view Phrase(std::string_view summary) {
  summary.remove_suffix(summary.ends_with('.') ? 1 : 0);
  return summary;
}

int Explain(const std::string& id, Streams& streams) {
  std::vector<std::string> ids;
  for (const finding::RuleInfo* rule : AllRules()) {
    if (rule->id == id) {
      streams.out << rule->id << " (" << ToString(rule->severity) << ")\n"
                  << Phrase(rule->summary) << ".\n\n"
                  << Wrap(rule->explanation, 80) << '\n';
      return kClean;
    }
    ids.emplace_back(rule->id);
  }
  const auto near = base::NearestWord(id, ids);
  streams.err << "accord: error: there is no rule '" << id << "'"
              << (near ? "; did you mean '" + *near + "'?" : "") << '\n';
  return kUsage;
}

}  // namespace

void AddRules(CLI::App& app, Streams& streams, int& exit_code) {
  auto id = std::make_shared<std::string>();
  CLI::App* rules = app.add_subcommand("rules", "List all rules, or explain one");
  rules->add_option("id", *id, "The rule to explain")->type_name("ID");
  rules->callback([id, &streams, &exit_code] {
    if (!id->empty()) {
      exit_code = Explain(*id, streams);
      return;
    }
    for (const finding::RuleInfo* rule : AllRules()) {
      streams.out << fmt::format(
          "{:<32} {:<8} {}\n", rule->id, ToString(rule->severity), Phrase(rule->summary));
    }
  });
}

}  // namespace accord::cli
