#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/finding/finding.h"

namespace accord::report {

/// A summary, which may or may not end with a full stop, with one.
std::string Sentence(std::string_view summary);

/// The names of the sets a rule is in.
std::vector<std::string> Categories(const finding::RuleInfo& rule);

/// `binary format, JSON`; empty for rules that are not about changes.
std::string WhoBreaks(const finding::RuleInfo& rule);

/// Why a rule exists, who breaks, the safe way and an example, without any layout.
std::string HelpText(const finding::RuleInfo& rule);
/// The same as Markdown.
std::string HelpMarkdown(const finding::RuleInfo& rule);

}  // namespace accord::report
