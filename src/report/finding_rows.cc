#include "report/finding_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "report/characters.h"
#include "report/display_width.h"

namespace accord::report {
namespace {

constexpr std::size_t kPlainWidth = 500;
constexpr std::size_t kPlainDiffLines = 100;
constexpr std::size_t kShownConsumers = 6;

/// Both values are cut to the same columns, so that what differs stands one below the other.
void AddValues(std::string_view expected,
               std::string_view actual,
               std::size_t width,
               std::vector<Row>& rows) {
  std::size_t focus = 0;
  if (!expected.empty() && !actual.empty()) {
    focus = WidthOf(expected.substr(0, FirstDifference(expected, actual)));
  }
  const Window window = ChooseWindow(std::max(WidthOf(expected), WidthOf(actual)), focus, width);
  if (!expected.empty()) {
    rows.push_back({"expected", CutTo(window, expected)});
  }
  if (!actual.empty()) {
    rows.push_back({"actual", CutTo(window, actual)});
  }
}

template <typename Name>
std::string InWords(const std::vector<Name>& values) {
  std::vector<std::string> words;
  words.reserve(values.size());
  for (const Name value : values) {
    words.emplace_back(finding::InWords(value));
  }
  return base::Join(words, ", ");
}

/// Several lines as one; indentation says nothing there.
std::string OnOneLine(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : base::Split(text, '\n')) {
    if (!base::Trim(line).empty()) {
      lines.emplace_back(base::Trim(line));
    }
  }
  return Printable(base::Join(lines, " "));
}

/// Cut before it is made printable: a payload may be huge.
std::string Shown(std::string_view text, std::size_t width) {
  constexpr std::size_t kBytesPerColumn = 8;
  const std::string some = base::Ellipsize(text, width * kBytesPerColumn);
  return Cut(OnOneLine(some), width);
}

/// `web-shop (a request for an order, 2 more), mailer (…)`, those with the most uses as they come.
std::string WhoIsHit(const std::vector<finding::Hit>& hits) {
  struct Uses {
    std::string_view consumer;
    std::string_view first;
    std::size_t count = 0;
  };
  std::vector<Uses> consumers;
  for (const finding::Hit& hit : hits) {
    const auto known = std::find_if(consumers.begin(), consumers.end(), [&](const Uses& uses) {
      return uses.consumer == hit.consumer;
    });
    Uses& uses = known == consumers.end()
                     ? consumers.emplace_back(Uses{hit.consumer, hit.interaction})
                     : *known;
    ++uses.count;
  }
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(consumers.size(), kShownConsumers); ++i) {
    const Uses& uses = consumers[i];
    words.push_back(
        fmt::format("{} ({}{})",
                    uses.consumer,
                    uses.first,
                    uses.count > 1 ? fmt::format(", {} more", uses.count - 1) : std::string()));
  }
  if (consumers.size() > kShownConsumers) {
    words.push_back(fmt::format("{} more consumers", consumers.size() - kShownConsumers));
  }
  return words.empty() ? "no recorded consumer uses this" : base::Join(words, ", ");
}

}  // namespace

std::string_view RuleId(const finding::Finding& finding) {
  return finding.rule == nullptr ? std::string_view() : finding.rule->id;
}

std::string Headline(const finding::Finding& finding) {
  std::string out = Printable(finding.message);
  if (!RuleId(finding).empty()) {
    out += fmt::format(" [{}]", RuleId(finding));
  }
  return out;
}

std::vector<Row> Rows(const finding::Finding& finding, std::size_t width) {
  std::vector<Row> rows;
  if (!finding.path.empty()) {
    rows.push_back({"at", Cut(Printable(finding.path), width)});
  }
  AddValues(Printable(finding.expected), Printable(finding.actual), width, rows);
  if (!finding.demand.empty()) {
    rows.push_back({"rule", Printable(finding.demand)});
  }
  if (!finding.element.empty() && finding.message.find(finding.element) == std::string::npos) {
    rows.push_back({"element", Cut(Printable(finding.element), width)});
  }
  if (std::string who = WhoBreaks(finding); !who.empty()) {
    rows.push_back({"breaks", std::move(who)});
  }
  if (finding.hits) {
    rows.push_back({"hits", Cut(Printable(WhoIsHit(*finding.hits)), kPlainWidth)});
  }
  return rows;
}

std::vector<Row> WitnessRows(const finding::Witness& witness, std::size_t width) {
  std::string what(finding::InWords(witness.direction));
  if (!witness.type.empty()) {
    what.insert(0, witness.type + ", ");
  }
  std::vector<Row> rows{{"example", Shown(what, width)}};
  rows.push_back({"written", witness.written.empty() ? "(empty)" : Shown(witness.written, width)});
  if (!witness.bytes.empty()) {
    rows.push_back({"bytes", Shown(witness.bytes, width)});
  }
  rows.push_back({"read", witness.read.empty() ? "(empty)" : Shown(witness.read, width)});
  return rows;
}

std::string WhoBreaks(const finding::Finding& finding) {
  const std::string who = InWords(finding.breaks);
  const std::string way = InWords(finding.directions);
  return who + (who.empty() || way.empty() ? "" : "; ") + way;
}

std::vector<std::string> DiffLines(const finding::Finding& finding,
                                   std::size_t width,
                                   std::size_t max_lines) {
  std::vector<std::string> lines;
  if (finding.diff.empty()) {
    return lines;
  }
  std::string_view diff = finding.diff;
  diff.remove_suffix(diff.ends_with('\n') ? 1 : 0);
  const std::vector<std::string_view> all = base::Split(diff, '\n');
  for (std::size_t i = 0; i < std::min(all.size(), max_lines); ++i) {
    lines.push_back(Cut(Printable(all[i]), width));
  }
  if (all.size() > max_lines) {
    lines.push_back(fmt::format("… {} more lines", all.size() - max_lines));
  }
  return lines;
}

std::vector<const finding::Finding*> MostSevereFirst(
    const std::vector<finding::Finding>& findings) {
  std::vector<const finding::Finding*> sorted;
  sorted.reserve(findings.size());
  for (const finding::Finding& finding : findings) {
    if (finding.suppressed.empty()) {
      sorted.push_back(&finding);
    }
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
    return a->severity > b->severity;
  });
  return sorted;
}

std::vector<std::string> PlainLines(const finding::Finding& finding) {
  std::vector<std::string> lines{Headline(finding)};
  for (const Row& row : Rows(finding, kPlainWidth)) {
    lines.push_back(fmt::format("{}: {}", row.label, row.text));
  }
  for (std::string& line : DiffLines(finding, kPlainWidth, kPlainDiffLines)) {
    lines.push_back(std::move(line));
  }
  for (const finding::Witness& witness : finding.witnesses) {
    for (const Row& row : WitnessRows(witness, kPlainWidth)) {
      lines.push_back(fmt::format("{}: {}", row.label, row.text));
    }
  }
  if (const std::string place = ToString(finding.previous); !place.empty()) {
    lines.push_back("in the old version: " + Printable(place));
  }
  for (const finding::Related& related : finding.related) {
    lines.push_back(Printable(fmt::format("see {}: {}", ToString(related.span), related.label)));
  }
  if (!finding.help.empty()) {
    lines.push_back("help: " + Printable(finding.help));
  }
  return lines;
}

}  // namespace accord::report
