#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "accord/finding/report.h"

namespace accord::report {

/// One labelled line of what a comparison adds to a finding.
struct Row {
  std::string_view label;
  std::string text;
};

/// Payload path, expected, actual, rule, element, who breaks and which consumers are hit, as far as
/// present: printable, on one line each, values cut to `width` columns around the place where they
/// begin to differ. An element that the message names is not repeated.
std::vector<Row> Rows(const finding::Finding& finding, std::size_t width);

/// What the payload is and who exchanges it, then how it is written and read, cut to `width`.
std::vector<Row> WitnessRows(const finding::Witness& witness, std::size_t width);

/// `binary format, JSON; old client with new server`; empty when nothing is known.
std::string WhoBreaks(const finding::Finding& finding);

/// The lines of the diff, printable and cut to `width`; the last one counts what was left out.
std::vector<std::string> DiffLines(const finding::Finding& finding,
                                   std::size_t width,
                                   std::size_t max_lines);

/// Errors, then warnings, then infos; otherwise in the given order. Suppressed ones are left out.
std::vector<const finding::Finding*> MostSevereFirst(const std::vector<finding::Finding>& findings);

/// `message [rule-id]`, printable.
std::string Headline(const finding::Finding& finding);

/// The rule's id; empty without a rule.
std::string_view RuleId(const finding::Finding& finding);

/// Everything about a finding but its own place, as plain lines for formats without layout.
std::vector<std::string> PlainLines(const finding::Finding& finding);

}  // namespace accord::report
