#include <array>

#include "breaking/openapi/rules.h"

namespace accord::breaking::api {

using finding::RuleInfo;
using finding::Severity;

namespace {

constexpr std::array kCallers{finding::Audience::kRest};

}  // namespace

const RuleInfo kDeprecated{
    .id = "endpoint-deprecated",
    .severity = Severity::kInfo,
    .summary = "An operation was deprecated.",
    .explanation = "It still works, but clients should leave it.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy =
        "Say in its description what to use instead, and set `x-sunset` to the date "
        "when it goes.",
    .example =
        " get:\n"
        "+  deprecated: true\n"};

const RuleInfo kDeprecatedWithSunset{
    .id = "endpoint-deprecated-with-sunset",
    .severity = Severity::kInfo,
    .summary = "An operation was deprecated, with a sunset date.",
    .explanation = "It still works, but clients should leave it before the date.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Say in its description what to use instead.",
    .example =
        " get:\n"
        "+  deprecated: true\n"
        "+  x-sunset: '2099-12-31'\n"};

const RuleInfo kReactivated{
    .id = "endpoint-reactivated",
    .severity = Severity::kInfo,
    .summary = "An operation is no longer deprecated.",
    .explanation = "Clients need not leave it any more; nothing has to be done.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " get:\n"
        "-  deprecated: true\n"};

const RuleInfo kDeprecatedSunsetParse{
    .id = "api-deprecated-sunset-parse",
    .severity = Severity::kError,
    .summary = "An operation was deprecated with a sunset date that is no date.",
    .explanation = "Clients cannot tell how long they may call it.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Write the date as `2027-01-31` or with a time as in RFC 3339.",
    .example =
        " get:\n"
        "+  deprecated: true\n"
        "+  x-sunset: soon\n"};

const RuleInfo kDeprecatedSunsetMissing{
    .id = "api-deprecated-sunset-missing",
    .severity = Severity::kError,
    .summary = "An operation was deprecated without a sunset date, which is asked for.",
    .explanation =
        "`--deprecation-days-stable` and `--deprecation-days-beta` say that clients are"
        " told how long they may call what is deprecated.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Add `x-sunset` with a date that is far enough away.",
    .example =
        " get:\n"
        "+  deprecated: true\n"};

const RuleInfo kSunsetTooSmall{
    .id = "api-sunset-date-too-small",
    .severity = Severity::kError,
    .summary = "An operation was deprecated with a sunset date that is too near.",
    .explanation =
        "Clients have less time to leave it than `--deprecation-days-stable` or "
        "`--deprecation-days-beta` grants them.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Set `x-sunset` to a later date.",
    .example =
        " get:\n"
        "+  deprecated: true\n"
        "+  x-sunset: '2020-01-01'\n"};

const RuleInfo kSunsetDeleted{.id = "sunset-deleted",
                              .severity = Severity::kError,
                              .summary = "The sunset date of a deprecated operation was deleted.",
                              .explanation = "Clients planned by a date that no longer holds.",
                              .categories = kOasdiffRule,
                              .breaks = kCallers,
                              .remedy = "Put the date back, or take the deprecation back with it.",
                              .example =
                                  " get:\n"
                                  "   deprecated: true\n"
                                  "-  x-sunset: '2099-12-31'\n"};

const RuleInfo kSunsetChangedTooSmall{
    .id = "api-sunset-date-changed-too-small",
    .severity = Severity::kError,
    .summary =
        "The sunset date of a deprecated operation was moved to an earlier date that is"
        " too near.",
    .explanation = "Clients planned by the later date and may still call it when it is gone.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep the old date, or leave the days that are asked for.",
    .example =
        " get:\n"
        "   deprecated: true\n"
        "-  x-sunset: '2099-12-31'\n"
        "+  x-sunset: '2020-01-01'\n"};

const RuleInfo kInvalidStability{
    .id = "api-invalid-stability-level",
    .severity = Severity::kError,
    .summary = "`x-stability-level` of an operation is none of the levels.",
    .explanation = "What was promised of the operation cannot be told.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Write draft, alpha, beta or stable.",
    .example =
        " get:\n"
        "-  x-stability-level: beta\n"
        "+  x-stability-level: final\n"};

const RuleInfo kStabilityDecreased{
    .id = "api-stability-decreased",
    .severity = Severity::kError,
    .summary = "The stability level of an operation was lowered.",
    .explanation =
        "Clients rely on the level: below the threshold, changes are no longer looked "
        "at.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep the level. What is to change freely can be a new operation.",
    .example =
        " get:\n"
        "-  x-stability-level: stable\n"
        "+  x-stability-level: alpha\n"};

const RuleInfo kStabilityIncreased{
    .id = "api-stability-increased",
    .severity = Severity::kInfo,
    .summary = "The stability level of an operation was raised.",
    .explanation = "More is promised to clients than before, which none of them can mind.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " get:\n"
        "-  x-stability-level: beta\n"
        "+  x-stability-level: stable\n"};

const RuleInfo kParameterDeprecated{
    .id = "request-parameter-deprecated",
    .severity = Severity::kInfo,
    .summary = "A parameter was deprecated.",
    .explanation = "It still works, but clients should leave it out.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Say in its description what to use instead.",
    .example =
        " parameters:\n"
        "   - name: page\n"
        "     in: query\n"
        "+    deprecated: true\n"};

const RuleInfo kParameterReactivated{
    .id = "request-parameter-reactivated",
    .severity = Severity::kInfo,
    .summary = "A parameter is no longer deprecated.",
    .explanation = "Clients may use it as before; nothing has to be done.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Nothing has to be done.",
    .example =
        " parameters:\n"
        "   - name: page\n"
        "     in: query\n"
        "-    deprecated: true\n"};

const RuleInfo kParameterDeprecatedSunsetMissing{
    .id = "request-parameter-deprecated-sunset-missing",
    .severity = Severity::kError,
    .summary = "A parameter was deprecated without a sunset date, which is asked for.",
    .explanation =
        "`--deprecation-days-stable` and `--deprecation-days-beta` say that clients are"
        " told how long they may use what is deprecated.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Add `x-sunset` with a date that is far enough away.",
    .example =
        " parameters:\n"
        "   - name: page\n"
        "     in: query\n"
        "+    deprecated: true\n"};

const RuleInfo kParameterSunsetTooSmall{
    .id = "request-parameter-sunset-date-too-small",
    .severity = Severity::kError,
    .summary = "A parameter was deprecated with a sunset date that is too near.",
    .explanation =
        "Clients have less time to leave it than `--deprecation-days-stable` or "
        "`--deprecation-days-beta` grants them.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Set `x-sunset` to a later date.",
    .example =
        " parameters:\n"
        "   - name: page\n"
        "     in: query\n"
        "+    deprecated: true\n"
        "+    x-sunset: '2020-01-01'\n"};

const RuleInfo kParameterSunsetDeleted{
    .id = "request-parameter-sunset-deleted",
    .severity = Severity::kError,
    .summary = "The sunset date of a deprecated parameter was deleted.",
    .explanation = "Clients planned by a date that no longer holds.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Put the date back, or take the deprecation back with it.",
    .example =
        " parameters:\n"
        "   - name: page\n"
        "     in: query\n"
        "     deprecated: true\n"
        "-    x-sunset: '2099-12-31'\n"};

const RuleInfo kParameterSunsetChangedTooSmall{
    .id = "request-parameter-sunset-date-changed-too-small",
    .severity = Severity::kError,
    .summary =
        "The sunset date of a deprecated parameter was moved to an earlier date that is"
        " too near.",
    .explanation = "Clients planned by the later date and may still call it when it is gone.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Keep the old date, or leave the days that are asked for.",
    .example =
        " parameters:\n"
        "   - name: page\n"
        "     in: query\n"
        "     deprecated: true\n"
        "-    x-sunset: '2099-12-31'\n"
        "+    x-sunset: '2020-01-01'\n"};

const RuleInfo kParameterSunsetParse{
    .id = "request-parameter-sunset-parse",
    .severity = Severity::kError,
    .summary = "The sunset date of a parameter is no date.",
    .explanation = "Clients cannot tell how long they may use it.",
    .categories = kOasdiffRule,
    .breaks = kCallers,
    .remedy = "Write the date as `2027-01-31` or with a time as in RFC 3339.",
    .example =
        " parameters:\n"
        "   - name: page\n"
        "     in: query\n"
        "+    deprecated: true\n"
        "+    x-sunset: soon\n"};

}  // namespace accord::breaking::api
