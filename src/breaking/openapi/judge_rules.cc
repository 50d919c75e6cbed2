#include "breaking/openapi/judge_rules.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "breaking/openapi/judge.h"
#include "breaking/openapi/rules.h"

namespace accord::breaking::api {
namespace {

using finding::RuleInfo;
using finding::Severity;

constexpr std::array kCallers{finding::Audience::kRest};

constexpr std::string_view kRefusedRequests =
    "The payload of the finding was accepted by the old description and is not by the new one, "
    "though no single edit that has a name explains it: several of them together do, or a place "
    "that both versions write alike and mean differently.";
constexpr std::string_view kRefusedResponses =
    "The payload of the finding fits the new description and not the old one, though no single "
    "edit that has a name explains it: several of them together do, or a place that both versions "
    "write alike and mean differently.";
constexpr std::string_view kAccept = "Go on accepting what was accepted.";
constexpr std::string_view kSendLess = "Send nothing that the old description rules out.";
constexpr std::string_view kUnclear =
    "Neither a proof that old and new clients get along nor a payload that shows the contrary was "
    "found. The finding says why; --explain-unknown says what would be needed.";
constexpr std::string_view kLookAt =
    "Look at the edit by hand, or write it in simpler words: without look-around in patterns, "
    "`uniqueItems` with counts, or alternatives that overlap in many ways.";

constexpr std::array kRefused{
    RuleInfo{
        .id = "request-body-schema-narrowed",
        .severity = Severity::kError,
        .summary = "Request bodies that were accepted are refused.",
        .explanation = kRefusedRequests,
        .categories = kOwnRule,
        .breaks = kCallers,
        .remedy = kAccept,
        .example = " schema:\n"
                   "-  oneOf: [{$ref: '#/components/schemas/Cat'}]\n"
                   "+  oneOf: [{$ref: '#/components/schemas/Cat'}, {type: object}]\n",
    },
    RuleInfo{
        .id = "request-parameter-schema-narrowed",
        .severity = Severity::kError,
        .summary = "Values of a request parameter that were accepted are refused.",
        .explanation = kRefusedRequests,
        .categories = kOwnRule,
        .breaks = kCallers,
        .remedy = kAccept,
        .example = " schema:\n"
                   "-  anyOf: [{maximum: 5}, {minimum: 3}]\n"
                   "+  oneOf: [{maximum: 5}, {minimum: 3}]\n",
    },
    RuleInfo{
        .id = "response-body-schema-widened",
        .severity = Severity::kError,
        .summary = "Response bodies can come that the old description rules out.",
        .explanation = kRefusedResponses,
        .categories = kOwnRule,
        .breaks = kCallers,
        .remedy = kSendLess,
        .example =
            " schema:\n"
            "-  allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]\n"
            "+  anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]\n",
    },
    RuleInfo{
        .id = "response-header-schema-widened",
        .severity = Severity::kError,
        .summary = "A response header can have values that the old description rules out.",
        .explanation = kRefusedResponses,
        .categories = kOwnRule,
        .breaks = kCallers,
        .remedy = kSendLess,
        .example = " schema:\n"
                   "-  allOf: [{minLength: 3}, {maxLength: 5}]\n"
                   "+  anyOf: [{minLength: 3}, {maxLength: 5}]\n",
    },
};

constexpr RuleInfo Undecided(std::string_view id, std::string_view summary) {
  return {.id = id,
          .severity = Severity::kWarning,
          .summary = summary,
          .explanation = kUnclear,
          .categories = kOwnRule,
          .breaks = kCallers,
          .remedy = kLookAt,
          .example =
              " schema:\n"
              "-  pattern: ^(?!a)\n"
              "+  pattern: ^(?!b)\n"};
}

constexpr std::array kUndecided{
    Undecided("request-body-compatibility-unknown",
              "Whether all request bodies that were accepted still are could not be decided."),
    Undecided("request-parameter-compatibility-unknown",
              "Whether all values of a request parameter that were accepted still are could not be "
              "decided."),
    Undecided("response-body-compatibility-unknown",
              "Whether all response bodies that can come could come before could not be decided."),
    Undecided("response-header-compatibility-unknown",
              "Whether all values that a response header can have were possible before could not "
              "be decided."),
};

std::size_t KindOf(const SchemaUse& use) {
  if (use.flow == Flow::kRequest) {
    return use.carrier == Carrier::kParameter ? 1 : 0;
  }
  return use.carrier == Carrier::kHeader ? 3 : 2;
}

/// Keywords that only annotate.
constexpr std::array<std::string_view, 5> kUnseen = {
    "format", "x-extensible-enum", "contentMediaType", "contentEncoding", "contentSchema"};

/// Keywords of which more is always more: what widens them refuses nothing. Of the others an
/// addition can refuse and a removal accept: a branch of `oneOf`, an `if`.
constexpr std::array<std::string_view, 24> kMonotonous = {"type",
                                                          "nullable",
                                                          "enum",
                                                          "const",
                                                          "required",
                                                          "minimum",
                                                          "maximum",
                                                          "multipleOf",
                                                          "exclusiveMinimum",
                                                          "exclusiveMaximum",
                                                          "minLength",
                                                          "maxLength",
                                                          "pattern",
                                                          "minItems",
                                                          "maxItems",
                                                          "uniqueItems",
                                                          "minProperties",
                                                          "maxProperties",
                                                          "allOf",
                                                          "anyOf",
                                                          "propertyNames",
                                                          "dependentRequired",
                                                          "minContains",
                                                          "maxContains"};

bool IsAmong(const auto& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::string_view KeywordOf(const Change& change) {
  return change.after.keyword.empty() ? change.before.keyword : change.after.keyword;
}

}  // namespace

const RuleInfo& RefusedRule(const SchemaUse& use) {
  return kRefused.at(KindOf(use));
}

const RuleInfo& UndecidedRule(const SchemaUse& use) {
  return kUndecided.at(KindOf(use));
}

const SchemaEditRow* EditOf(const Change& change) {
  static const std::unordered_map<const RuleInfo*, const SchemaEditRow*> rows = [] {
    std::unordered_map<const RuleInfo*, const SchemaEditRow*> all;
    for (const EditRule* rule : EditRules()) {
      all.emplace(&rule->info, rule->row);
    }
    return all;
  }();
  const auto found = rows.find(change.rule);
  return found == rows.end() ? nullptr : found->second;
}

Weighing WeighingOf(const Change& change) {
  const SchemaEditRow* row = EditOf(change);
  if (change.use == nullptr || row == nullptr) {
    return Weighing::kAsItSays;
  }
  if (IsAmong(kUnseen, KeywordOf(change))) {
    return Weighing::kRemark;
  }
  return row->leaning == Leaning::kNone ? Weighing::kAsItSays : Weighing::kBySets;
}

bool MayRefuse(const Change& change) {
  const Leaning harmless =
      change.use->flow == Flow::kRequest ? Leaning::kWider : Leaning::kNarrower;
  return EditOf(change)->leaning != harmless || !IsAmong(kMonotonous, KeywordOf(change));
}

std::optional<Severity> SeverityBesideSets(const Change& change) {
  const SchemaEditRow* row = EditOf(change);
  if (row == nullptr) {
    return std::nullopt;
  }
  switch (row->edit) {
    case SchemaEdit::kRequiredBecameReadOnly:
      // Clients go on sending it, as they had to.
      return change.use->flow == Flow::kRequest ? Severity::kWarning : Severity::kInfo;
    case SchemaEdit::kDiscriminatorRenamed:
    case SchemaEdit::kMappingChanged:
    case SchemaEdit::kMappingRemoved:
      // Generated code chooses by it, whatever the branches say.
      return Severity::kWarning;
    default:
      break;
  }
  if (WeighingOf(change) == Weighing::kRemark && KeywordOf(change) != "x-extensible-enum") {
    return std::min(change.rule->severity, Severity::kWarning);
  }
  return std::nullopt;
}

std::span<const RuleInfo* const> JudgeRules() {
  static const std::array<const RuleInfo*, kRefused.size() + kUndecided.size()> rules = [] {
    std::array<const RuleInfo*, kRefused.size() + kUndecided.size()> all{};
    for (std::size_t i = 0; i < kRefused.size(); ++i) {
      all.at(i) = &kRefused.at(i);
      all.at(kRefused.size() + i) = &kUndecided.at(i);
    }
    return all;
  }();
  return rules;
}

}  // namespace accord::breaking::api
