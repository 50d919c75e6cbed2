#include "match/rules.h"

#include <array>

#include "accord/match/compare.h"

namespace accord::match {

using finding::RuleInfo;
using finding::Severity;

const RuleInfo kInvalidRuleRegex{
    .id = "invalid-rule-regex",
    .severity = Severity::kError,
    .summary = "The regular expression of a matching rule does not compile.",
    .explanation =
        "No value can ever satisfy the rule, so every verification of this contract fails. Correct "
        "the expression; accord reads the Perl dialect (PCRE2) and applies it to the whole value."};

const RuleInfo kInvalidRuleDateFormat{
    .id = "invalid-rule-date-format",
    .severity = Severity::kError,
    .summary = "The format of a date, time or datetime rule is not understood.",
    .explanation =
        "No value can ever satisfy the rule. Formats use the letters of Java's DateTimeFormatter, "
        "for example `yyyy-MM-dd'T'HH:mm:ssXXX`; other text stands in single quotes."};

const RuleInfo kInvalidRuleMediaType{
    .id = "invalid-rule-media-type",
    .severity = Severity::kError,
    .summary = "A contentType rule names something that is no media type.",
    .explanation = "No content can ever satisfy the rule. Write a media type such as `image/png`."};

const RuleInfo kRuleNeedsPlugin{
    .id = "rule-needs-plugin",
    .severity = Severity::kWarning,
    .summary = "A matching rule has a name that only a plugin can know.",
    .explanation =
        "accord runs no plugins: comparing a value under this rule fails and says so. When the "
        "name is a misspelt built-in one (`minType` instead of `type` with `min`), correct it."};

const RuleInfo kRuleCannotMatch{
    .id = "rule-cannot-match",
    .severity = Severity::kError,
    .summary = "A matching rule stands where it can never hold.",
    .explanation =
        "A statusCode rule outside the status, a number rule on an object or an arrayContains rule "
        "on something that is no list fail whatever the provider answers. Move the rule to the "
        "value that it is about."};

const RuleInfo kRuleNeverFails{
    .id = "rule-never-fails",
    .severity = Severity::kWarning,
    .summary = "A matching rule lets everything pass.",
    .explanation =
        "The contract looks stricter than it is: a rule over an empty example list has nothing to "
        "compare the items with and its `min` and `max` are not looked at; eachKey and eachValue "
        "without rules, or an empty text to include, ask for nothing. Give the example an element, "
        "or drop the rule."};

const RuleInfo kRuleNeverApplies{
    .id = "rule-never-applies",
    .severity = Severity::kWarning,
    .summary = "The path or name of a matching rule fits nothing in the example.",
    .explanation =
        "Only what the example holds is compared, so the rule is never used. A misspelt path or a "
        "field that was renamed without its rule is the usual reason."};

const RuleInfo kVariantWithoutExample{
    .id = "variant-without-example",
    .severity = Severity::kError,
    .summary =
        "A variant of an arrayContains rule names an element that the example does not have.",
    .explanation =
        "There is nothing to look for in the actual list, so the comparison fails. Add the element "
        "to the example, or correct the variant's `index`."};

std::span<const RuleInfo* const> Rules() {
  static constexpr std::array<const RuleInfo*, 8> kRules = {&kInvalidRuleRegex,
                                                            &kInvalidRuleDateFormat,
                                                            &kInvalidRuleMediaType,
                                                            &kRuleNeedsPlugin,
                                                            &kRuleCannotMatch,
                                                            &kRuleNeverFails,
                                                            &kRuleNeverApplies,
                                                            &kVariantWithoutExample};
  return kRules;
}

}  // namespace accord::match
