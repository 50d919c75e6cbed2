#pragma once

#include <string>
#include <string_view>

#include "accord/finding/finding.h"

namespace accord::report {

/// A text as one line of Markdown, cut when it is very long.
std::string MarkdownLine(std::string_view text);
/// `file:line:column` as a code span.
std::string MarkdownPlace(const finding::Span& span);
/// ❌, ⚠️ or ℹ️.
std::string_view SeveritySign(finding::Severity severity);

/// Headline and facts of a finding.
std::string FindingBlock(const finding::Finding& finding);

/// A row of severity, message, rule and place.
std::string FindingRow(const finding::Finding& finding);
/// The same facts folded under the message, with where its rule is explained.
std::string FoldedFinding(const finding::Finding& finding);

}  // namespace accord::report
