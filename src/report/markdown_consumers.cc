#include "report/markdown_consumers.h"

#include <map>
#include <string_view>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "report/finding_rows.h"
#include "report/markdown_finding.h"
#include "report/markdown_text.h"

namespace accord::report {
namespace {

using finding::Finding;

constexpr std::size_t kShownInteractions = 3;

/// What one finding does to one consumer.
struct Blow {
  const Finding* finding = nullptr;
  std::vector<std::string_view> interactions;
};

std::map<std::string_view, std::vector<Blow>> ByConsumer(
    const std::vector<const Finding*>& findings) {
  std::map<std::string_view, std::vector<Blow>> consumers;
  for (const Finding* finding : findings) {
    if (!finding->hits) {
      continue;
    }
    for (const finding::Hit& hit : *finding->hits) {
      std::vector<Blow>& blows = consumers[hit.consumer];
      if (blows.empty() || blows.back().finding != finding) {
        blows.push_back({finding, {}});
      }
      blows.back().interactions.push_back(hit.interaction);
    }
  }
  return consumers;
}

std::string Interactions(const Blow& blow) {
  std::vector<std::string> shown;
  for (const std::string_view interaction : blow.interactions) {
    if (shown.size() == kShownInteractions) {
      shown.push_back(fmt::format("{} more", blow.interactions.size() - kShownInteractions));
      break;
    }
    shown.push_back(MarkdownLine(interaction));
  }
  return base::Join(shown, "<br>");
}

}  // namespace

std::string ConsumerTables(const std::vector<const Finding*>& findings) {
  std::string out;
  for (const auto& [consumer, blows] : ByConsumer(findings)) {
    out += fmt::format(
        "### {}\n\n| severity | finding | rule | interactions |\n| --- | --- | --- | --- |\n",
        MarkdownLine(consumer));
    for (const Blow& blow : blows) {
      out += fmt::format("| {} {} | {} | {} | {} |\n",
                         SeveritySign(blow.finding->severity),
                         finding::ToString(blow.finding->severity),
                         MarkdownLine(blow.finding->message),
                         CodeSpan(RuleId(*blow.finding)),
                         Interactions(blow));
    }
    out += "\n";
  }
  return out;
}

}  // namespace accord::report
