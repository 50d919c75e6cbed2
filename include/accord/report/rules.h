#pragma once

#include <iosfwd>
#include <vector>

#include "accord/finding/finding.h"
#include "accord/report/report.h"

namespace accord::report {

/// One line per rule: id, severity, summary.
void WriteRuleList(const std::vector<const finding::RuleInfo*>& rules, std::ostream& out);

/// Everything about the rules as a JSON array.
void WriteRulesJson(const std::vector<const finding::RuleInfo*>& rules, std::ostream& out);

/// One rule for people: why it exists, who breaks, the safe way and an example.
void WriteRule(const finding::RuleInfo& rule, const Style& style, std::ostream& out);

}  // namespace accord::report
