#include "report/rule_help.h"

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "report/characters.h"
#include "report/markdown_text.h"
#include "report/xml_text.h"

namespace accord::report {
namespace {

/// A block of Markdown has to end with a line break.
std::string WithLineBreak(std::string_view text) {
  std::string out = Printable(text, "\n");
  out += out.ends_with('\n') ? "" : "\n";
  return out;
}

using Format = std::string (*)(std::string_view);

std::string Prose(std::string_view text, Format plain, Format code) {
  const std::vector<std::string_view> pieces = base::Split(text, '`');
  if (pieces.size() % 2 == 0) {
    return plain(text);
  }
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    out += pieces[i].empty() ? "" : (i % 2 == 1 ? code : plain)(pieces[i]);
  }
  return out;
}

std::string HtmlText(std::string_view text) {
  return EscapeXml(Printable(text));
}

std::string HtmlCode(std::string_view text) {
  return "<code>" + HtmlText(text) + "</code>";
}

}  // namespace

std::string Sentence(std::string_view summary) {
  summary.remove_suffix(summary.ends_with('.') ? 1 : 0);
  return std::string(summary) + ".";
}

std::vector<std::string> Names(std::string_view names) {
  std::vector<std::string> out;
  for (const std::string_view name : base::Split(names, ' ')) {
    if (!name.empty()) {
      out.emplace_back(name);
    }
  }
  return out;
}

std::string MarkdownProse(std::string_view text) {
  return Prose(text, EscapeMarkdown, CodeSpan);
}

std::string HtmlProse(std::string_view text) {
  return Prose(text, HtmlText, HtmlCode);
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
  std::string out = MarkdownProse(rule.explanation);
  if (const std::string who = WhoBreaks(rule); !who.empty()) {
    out += fmt::format("\n\n**Breaks:** {}", EscapeMarkdown(who));
  }
  if (!rule.remedy.empty()) {
    out += fmt::format("\n\n**Safely:** {}", MarkdownProse(rule.remedy));
  }
  if (!rule.example.empty()) {
    out += "\n\n" + CodeBlock("diff", WithLineBreak(rule.example));
  }
  return out;
}

}  // namespace accord::report
