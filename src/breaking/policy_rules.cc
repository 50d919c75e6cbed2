#include <array>

#include "accord/breaking/policy.h"

namespace accord::breaking {

using finding::RuleInfo;
using finding::Severity;

const RuleInfo kIgnoreExpired{
    .id = "ignore-expired",
    .severity = Severity::kWarning,
    .summary = "An ignore is past the day until which it was agreed on.",
    .explanation =
        "What it hid counts again. Repair the cause, or agree on a new date and write it into "
        "`expires` of the ignore."};

const RuleInfo kIgnoreUnused{
    .id = "ignore-unused",
    .severity = Severity::kWarning,
    .summary = "An ignore no longer matches anything.",
    .explanation =
        "The finding it was written for is gone, or its rule, path or element is misspelt. Remove "
        "it: left standing, it would hide the next finding of that kind."};

const RuleInfo kBaselineStale{
    .id = "baseline-stale",
    .severity = Severity::kInfo,
    .summary = "A baseline holds entries that no longer occur.",
    .explanation =
        "Some of the findings that the baseline lets pass are gone. Write it anew with "
        "`--write-baseline`, so that they cannot come back unseen."};

std::span<const RuleInfo* const> PolicyRules() {
  static constexpr std::array kRules = {&kIgnoreExpired, &kIgnoreUnused, &kBaselineStale};
  return kRules;
}

}  // namespace accord::breaking
