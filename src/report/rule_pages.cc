#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/report/rules.h"

#include "report/display_width.h"
#include "report/finding_json.h"
#include "report/paint.h"
#include "report/rule_help.h"

namespace accord::report {
namespace {

using finding::RuleInfo;

constexpr std::size_t kWidth = 80;
constexpr std::size_t kIdWidth = 32;

/// One sentence in a list has no full stop.
std::string_view Phrase(std::string_view summary) {
  summary.remove_suffix(summary.ends_with('.') ? 1 : 0);
  return summary;
}

void WriteParagraph(std::string_view text, std::ostream& out) {
  for (const std::string_view paragraph : base::Split(text, '\n')) {
    for (const std::string& line : Wrap(paragraph, kWidth)) {
      out << line << '\n';
    }
  }
}

void WriteSection(const Paint& paint,
                  std::string_view title,
                  std::string_view text,
                  std::ostream& out) {
  if (!text.empty()) {
    out << '\n' << paint(Ink::kBold, title) << '\n';
    WriteParagraph(text, out);
  }
}

void WriteExample(const Paint& paint, std::string_view example, std::ostream& out) {
  if (example.empty()) {
    return;
  }
  out << '\n' << paint(Ink::kBold, "Example:") << '\n';
  example.remove_suffix(example.ends_with('\n') ? 1 : 0);
  for (const std::string_view line : base::Split(example, '\n')) {
    const bool removed = line.starts_with('-');
    const bool added = line.starts_with('+');
    out << (removed ? paint(Ink::kRed, line)
            : added ? paint(Ink::kGreen, line)
                    : std::string(line))
        << '\n';
  }
}

}  // namespace

void WriteRuleList(const std::vector<const RuleInfo*>& rules, std::ostream& out) {
  std::size_t width = kIdWidth;
  for (const RuleInfo* rule : rules) {
    width = std::max(width, rule->id.size());
  }
  for (const RuleInfo* rule : rules) {
    const std::string successor =
        rule->replaced_by.empty()
            ? ""
            : fmt::format(" (now {})", base::Join(Names(rule->replaced_by), ", "));
    out << fmt::format("{:<{}} {:<8} {}{}\n",
                       rule->id,
                       width,
                       finding::ToString(rule->severity),
                       Phrase(rule->summary),
                       successor);
  }
}

void WriteRulesJson(const std::vector<const RuleInfo*>& rules, std::ostream& out) {
  JsonWriter json(out);
  json.StartArray();
  for (const RuleInfo* rule : rules) {
    json.StartObject();
    json.String("id", rule->id);
    json.String("severity", finding::ToString(rule->severity));
    WriteTexts(json, "categories", Names(rule->categories));
    json.String("summary", Sentence(rule->summary));
    WriteText(json, "explanation", rule->explanation);
    std::vector<std::string> breaks;
    for (const finding::Audience audience : rule->breaks) {
      breaks.emplace_back(finding::ToString(audience));
    }
    WriteTexts(json, "breaks", breaks);
    WriteText(json, "remedy", rule->remedy);
    WriteText(json, "example", rule->example);
    WriteTexts(json, "replaced_by", Names(rule->replaced_by));
    json.EndObject();
  }
  json.EndArray();
  out << '\n';
}

void WriteRule(const RuleInfo& rule, const Style& style, std::ostream& out) {
  const Paint paint(style.color);
  out << paint(Ink::kBold, rule.id) << " (" << finding::ToString(rule.severity) << ")\n"
      << Sentence(rule.summary) << '\n';
  if (!rule.explanation.empty()) {
    out << '\n';
    WriteParagraph(rule.explanation, out);
  }
  WriteSection(paint, "Who breaks:", WhoBreaks(rule), out);
  WriteSection(paint, "How to do it safely:", rule.remedy, out);
  WriteExample(paint, rule.example, out);
  WriteSection(paint, "Categories:", base::Join(Names(rule.categories), ", "), out);
  WriteSection(paint, "Replaced by:", base::Join(Names(rule.replaced_by), ", "), out);
}

}  // namespace accord::report
