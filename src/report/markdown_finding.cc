#include "report/markdown_finding.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "report/characters.h"
#include "report/display_width.h"
#include "report/finding_rows.h"
#include "report/markdown_text.h"
#include "report/rule_help.h"

namespace accord::report {
namespace {

using finding::Finding;
using finding::Severity;

constexpr std::size_t kMaxDiffLines = 40;
constexpr std::size_t kMaxRelated = 20;
constexpr std::size_t kValueWidth = 200;
constexpr std::size_t kTextWidth = 400;

bool IsWords(std::string_view label) {
  return label == "rule" || label == "breaks" || label == "example";
}

std::string Item(const Row& row) {
  return fmt::format(
      "- {}: {}\n", row.label, IsWords(row.label) ? MarkdownLine(row.text) : CodeSpan(row.text));
}

std::string Facts(const Finding& finding) {
  std::string out;
  if (!ToString(finding.span).empty()) {
    out += fmt::format("- place: {}\n", MarkdownPlace(finding.span));
  }
  if (!ToString(finding.previous).empty()) {
    out += fmt::format("- in the old version: {}\n", MarkdownPlace(finding.previous));
  }
  for (const Row& row : Rows(finding, kValueWidth)) {
    out += Item(row);
  }
  if (!finding.witnesses.empty()) {
    for (const Row& row : WitnessRows(finding.witnesses.front(), kValueWidth)) {
      out += Item(row);
    }
  }
  for (std::size_t i = 0; i < std::min(finding.related.size(), kMaxRelated); ++i) {
    const finding::Related& related = finding.related[i];
    out += fmt::format("- see {}: {}\n", MarkdownPlace(related.span), MarkdownLine(related.label));
  }
  if (!finding.help.empty()) {
    out += fmt::format("- help: {}\n", MarkdownLine(finding.help));
  }
  return out;
}

std::string Diff(const Finding& finding) {
  const std::vector<std::string> lines = DiffLines(finding, kValueWidth, kMaxDiffLines);
  return lines.empty() ? "" : CodeBlock("diff", base::Join(lines, "\n") + "\n") + "\n";
}

}  // namespace

std::string MarkdownLine(std::string_view text) {
  return EscapeMarkdown(Cut(Printable(text), kTextWidth));
}

std::string MarkdownPlace(const finding::Span& span) {
  return CodeSpan(Cut(Printable(ToString(span)), kTextWidth));
}

std::string_view SeveritySign(Severity severity) {
  switch (severity) {
    case Severity::kInfo:
      return "ℹ️";
    case Severity::kWarning:
      return "⚠️";
    case Severity::kError:
      break;
  }
  return "❌";
}

std::string FindingBlock(const Finding& finding) {
  std::string out =
      fmt::format("**{}**: {} {}\n",
                  finding::ToString(finding.severity),
                  MarkdownLine(finding.message),
                  RuleId(finding).empty() ? "" : CodeSpan(fmt::format("[{}]", RuleId(finding))));
  return out + Facts(finding) + "\n" + Diff(finding);
}

std::string FindingRow(const Finding& finding) {
  const finding::Span& place = ToString(finding.span).empty() ? finding.previous : finding.span;
  return fmt::format("| {} {} | {} | {} | {} |\n",
                     SeveritySign(finding.severity),
                     finding::ToString(finding.severity),
                     MarkdownLine(finding.message),
                     RuleId(finding).empty() ? "" : CodeSpan(RuleId(finding)),
                     ToString(place).empty() ? "" : MarkdownPlace(place));
}

std::string FoldedFinding(const Finding& finding) {
  std::string out = fmt::format("<details><summary>{} {}</summary>\n\n",
                                SeveritySign(finding.severity),
                                EscapeHtml(Cut(Printable(finding.message), kTextWidth)));
  out += Facts(finding);
  if (finding.rule != nullptr) {
    out += fmt::format("- rule {}: {} {} explains it.\n",
                       CodeSpan(RuleId(finding)),
                       MarkdownProse(Sentence(finding.rule->summary)),
                       CodeSpan(fmt::format("accord rules {}", RuleId(finding))));
  }
  return out + "\n" + Diff(finding) + "</details>\n\n";
}

}  // namespace accord::report
