#include "report/rule_help.h"

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "report/characters.h"
#include "report/markdown_text.h"

namespace accord::report {
namespace {

/// A block of Markdown has to end with a line break.
std::string WithLineBreak(std::string_view text) {
  std::string out = Printable(text, "\n");
  out += out.ends_with('\n') ? "" : "\n";
  return out;
}

}  // namespace

std::string Sentence(std::string_view summary) {
  summary.remove_suffix(summary.ends_with('.') ? 1 : 0);
  return std::string(summary) + ".";
}

std::vector<std::string> Categories(const finding::RuleInfo& rule) {
  std::vector<std::string> names;
  for (const std::string_view name : base::Split(rule.categories, ' ')) {
    if (!name.empty()) {
      names.emplace_back(name);
    }
  }
  return names;
}

std::string WhoBreaks(const finding::RuleInfo& rule) {
  std::vector<std::string> words;
  for (const finding::Audience audience : rule.breaks) {
    words.emplace_back(finding::InWords(audience));
  }
  return base::Join(words, ", ");
}

std::string HelpText(const finding::RuleInfo& rule) {
  std::string out(rule.explanation);
  if (const std::string who = WhoBreaks(rule); !who.empty()) {
    out += fmt::format("\n\nBreaks: {}.", who);
  }
  if (!rule.remedy.empty()) {
    out += fmt::format("\n\nSafely: {}", rule.remedy);
  }
  if (!rule.example.empty()) {
    out += fmt::format("\n\nExample:\n{}", rule.example);
  }
  return out;
}

std::string HelpMarkdown(const finding::RuleInfo& rule) {
  std::string out = EscapeMarkdown(rule.explanation);
  if (const std::string who = WhoBreaks(rule); !who.empty()) {
    out += fmt::format("\n\n**Breaks:** {}", EscapeMarkdown(who));
  }
  if (!rule.remedy.empty()) {
    out += fmt::format("\n\n**Safely:** {}", EscapeMarkdown(rule.remedy));
  }
  if (!rule.example.empty()) {
    out += "\n\n" + CodeBlock("diff", WithLineBreak(rule.example));
  }
  return out;
}

}  // namespace accord::report
