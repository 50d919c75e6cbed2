#include "report/html_finding.h"

#include <fmt/format.h>

#include "report/characters.h"
#include "report/display_width.h"
#include "report/finding_rows.h"
#include "report/rule_help.h"
#include "report/snippet.h"
#include "report/xml_text.h"

namespace accord::report {
namespace {

using finding::Finding;
using finding::Span;
using finding::Witness;

constexpr std::size_t kLineWidth = 200;
constexpr std::size_t kValueWidth = 500;
constexpr std::size_t kMaxDiffLines = 200;
constexpr std::size_t kMaxPayload = 4000;

/// Bytes of `line` that fill `columns`.
std::size_t BytesOf(std::string_view line, std::size_t columns) {
  std::size_t bytes = 0;
  for (std::size_t used = 0; bytes < line.size() && used < columns;) {
    const Character next = FirstCharacter(line.substr(bytes));
    used += WidthOf(next.code);
    bytes += next.bytes;
  }
  return bytes;
}

/// The source line with the span marked.
std::string Source(const Span& span) {
  const Snippet snippet = MakeSnippet(span, kLineWidth);
  if (snippet.line.empty()) {
    return {};
  }
  const std::string_view line = snippet.line;
  const std::size_t from = BytesOf(line, snippet.mark_from);
  const std::size_t length = BytesOf(line.substr(from), snippet.mark_width);
  const std::string_view marked = line.substr(from, length);
  return fmt::format("<pre><span class=\"number\">{} | </span>{}{}{}</pre>\n",
                     span.start.line,
                     Html(line.substr(0, from)),
                     marked.empty() ? "" : "<mark>" + Html(marked) + "</mark>",
                     Html(line.substr(from + length)));
}

std::string Side(std::string_view kind, std::string_view title, const Span& span) {
  const std::string place = ToString(span);
  if (place.empty()) {
    return {};
  }
  return fmt::format(
      "<figure class=\"{}\">\n<figcaption>{}<code>{}</code></figcaption>\n{}</figure>\n",
      kind,
      title,
      Html(place),
      Source(span));
}

std::string TableRow(std::string_view head, std::string_view html) {
  return fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", head, html);
}

std::string Payload(std::string_view text) {
  if (text.empty()) {
    return "(empty)";
  }
  const std::string shown = Cut(Printable(text.substr(0, 4 * kMaxPayload), "\n\t"), kMaxPayload);
  return fmt::format("<pre>{}</pre>", EscapeXml(shown));
}

std::string WitnessTable(const Witness& witness) {
  std::string out = "<table>\n<caption>Example: ";
  if (!witness.type.empty()) {
    out += fmt::format("<code>{}</code>, ", Html(witness.type));
  }
  out += fmt::format("{}</caption>\n", finding::InWords(witness.direction));
  out += TableRow("written", Payload(witness.written));
  if (!witness.bytes.empty()) {
    out += TableRow("bytes", Payload(witness.bytes));
  }
  out += TableRow("read", Payload(witness.read));
  return out + "</table>\n";
}

std::string_view ClassOf(std::string_view line) {
  return line.starts_with('-') ? "removed" : line.starts_with('+') ? "added" : "same";
}

template <typename Lines>
std::string DiffBlock(const Lines& lines) {
  std::string out;
  for (const auto& line : lines) {
    out += fmt::format("<span class=\"{}\">{}</span>\n", ClassOf(line), Html(line));
  }
  return out.empty() ? out : "<pre>" + out + "</pre>\n";
}

std::string RuleDetails(const finding::RuleInfo& rule) {
  std::string out =
      fmt::format("<details>\n<summary>Rule <code>{}</code>: {}</summary>\n<p>{}</p>\n",
                  Html(rule.id),
                  HtmlProse(Sentence(rule.summary)),
                  HtmlProse(rule.explanation));
  if (!rule.remedy.empty()) {
    out += fmt::format("<p>Safely: {}</p>\n", HtmlProse(rule.remedy));
  }
  Finding example;
  example.diff = rule.example;
  out += DiffBlock(DiffLines(example, kValueWidth, kMaxDiffLines));
  return out + "</details>\n";
}

std::string Facts(const Finding& finding) {
  std::string rows;
  for (const Row& row : Rows(finding, kValueWidth)) {
    const bool words = row.label == "rule" || row.label == "breaks";
    rows += TableRow(row.label, words ? Html(row.text) : "<code>" + Html(row.text) + "</code>");
  }
  for (const finding::Related& related : finding.related) {
    rows += TableRow(
        "see",
        fmt::format("<code>{}</code> {}", Html(ToString(related.span)), Html(related.label)));
  }
  if (!finding.help.empty()) {
    rows += TableRow("help", Html(finding.help));
  }
  return rows.empty() ? rows : "<table>\n" + rows + "</table>\n";
}

}  // namespace

std::string Html(std::string_view text) {
  return EscapeXml(Printable(text));
}

std::string HtmlFinding(const Finding& finding) {
  const std::string_view severity = finding::ToString(finding.severity);
  std::string out =
      fmt::format("<article class=\"{0}\">\n<h3><span class=\"severity\">{0}:</span> {1}",
                  severity,
                  Html(Cut(Printable(finding.message), kValueWidth)));
  if (!RuleId(finding).empty()) {
    out += fmt::format(" <code>[{}]</code>", Html(RuleId(finding)));
  }
  out += "</h3>\n";
  out += Side("new", "", finding.span);
  out += Side("old", "in the old version: ", finding.previous);
  out += Facts(finding);
  out += DiffBlock(DiffLines(finding, kValueWidth, kMaxDiffLines));
  for (const Witness& witness : finding.witnesses) {
    out += WitnessTable(witness);
  }
  if (finding.rule != nullptr) {
    out += RuleDetails(*finding.rule);
  }
  return out + "</article>\n";
}

}  // namespace accord::report
