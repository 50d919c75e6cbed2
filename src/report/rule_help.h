#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/finding/finding.h"

namespace accord::report {

/// A summary, which may or may not end with a full stop, with one.
std::string Sentence(std::string_view summary);

/// Names that are split by spaces: categories, ids of successors.
std::vector<std::string> Names(std::string_view names);

/// Texts of rules as Markdown and as HTML: what stands between backticks is code, nothing else is
/// markup.
std::string MarkdownProse(std::string_view text);
std::string HtmlProse(std::string_view text);

/// `binary format, JSON`; empty for rules that are not about changes.
std::string WhoBreaks(const finding::RuleInfo& rule);

/// Why a rule exists, who breaks, the safe way and an example, without any layout.
std::string HelpText(const finding::RuleInfo& rule);
/// The same as Markdown.
std::string HelpMarkdown(const finding::RuleInfo& rule);

}  // namespace accord::report
