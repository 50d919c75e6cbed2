#include "breaking/openapi/lifecycle.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "accord/document/document.h"

#include "breaking/openapi/rules.h"

namespace accord::breaking::api {
namespace {

using std::chrono::sys_days;
using Named = std::pair<std::string_view, Stability>;

constexpr std::string_view kStabilityKey = "x-stability-level";
constexpr std::string_view kSunsetKey = "x-sunset";
constexpr std::array kStabilities{Named{"draft", Stability::kDraft},
                                  Named{"alpha", Stability::kAlpha},
                                  Named{"beta", Stability::kBeta},
                                  Named{"stable", Stability::kStable}};

std::optional<int> Number(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

/// `T10:00:00Z`, `t10:00:00.5+02:00`.
bool IsTime(std::string_view text) {
  const auto is = [&text](std::size_t at, std::string_view pattern) {
    return text.size() >= at + pattern.size() &&
           std::equal(pattern.begin(), pattern.end(), text.begin() + at, [](char p, char c) {
             return p == '9' ? c >= '0' && c <= '9' : p == c;
           });
  };
  if (text.empty() || (text.front() != 'T' && text.front() != 't') || !is(1, "99:99:99")) {
    return false;
  }
  text.remove_prefix(9);
  if (text.starts_with('.')) {
    text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
  }
  return text == "Z" || text == "z" || (text.size() == 6 && (is(0, "+99:99") || is(0, "-99:99")));
}

Place At(const openapi::Operation& operation, std::string_view keyword) {
  return {operation.source, keyword};
}

std::string Words(const StabilityMark& mark) {
  return mark.text.empty() ? std::string() : fmt::format(" (stability: {})", mark.text);
}

/// Of an operation that became deprecated.
void CompareDeprecated(Context& context, const OperationPair& pair) {
  const Place before = At(*pair.before, "deprecated");
  const Place after = At(*pair.after, "deprecated");
  const StabilityMark mark = StabilityOf(pair.after->source);
  if (!mark.level) {
    return;  // Told by CompareStability.
  }
  const int days = DeprecationDays(context.options, mark);
  const Sunset sunset = SunsetOf(pair.after->source);
  if (!sunset.written) {
    if (days > 0) {
      Add(context,
          pair,
          {kDeprecatedSunsetMissing,
           {},
           fmt::format("The operation was deprecated without a sunset date; at least {} days are "
                       "asked for.",
                       days)},
          before,
          after);
    } else {
      Add(context,
          pair,
          {kDeprecated, {}, fmt::format("The operation was deprecated{}.", Words(mark))},
          before,
          after);
    }
    return;
  }
  if (!sunset.day) {
    Add(context,
        pair,
        {kDeprecatedSunsetParse,
         {sunset.text},
         fmt::format("The sunset date '{}' is no date.", sunset.text)},
        before,
        At(*pair.after, kSunsetKey));
    return;
  }
  const std::string day = ToString(*sunset.day);
  if ((*sunset.day - context.today).count() < days) {
    Add(context,
        pair,
        {kSunsetTooSmall,
         {day, std::to_string(days)},
         fmt::format(
             "The sunset date {} is too near: it must be at least {} days away.", day, days)},
        before,
        At(*pair.after, kSunsetKey));
    return;
  }
  Add(context,
      pair,
      {kDeprecatedWithSunset,
       {day},
       fmt::format("The operation was deprecated and goes away on {}{}.", day, Words(mark))},
      before,
      after);
}

/// Of an operation that is deprecated: its sunset is gone or moved.
void CompareSunset(Context& context, const OperationPair& pair) {
  const Sunset before = SunsetOf(pair.before->source);
  const Sunset after = SunsetOf(pair.after->source);
  if (!pair.after->deprecated || !before.written) {
    return;
  }
  const Place old_place = At(*pair.before, kSunsetKey);
  const Place new_place = At(*pair.after, kSunsetKey);
  if (!after.written) {
    Add(context,
        pair,
        {kSunsetDeleted, {}, "The sunset date was deleted, but the operation is still deprecated."},
        old_place,
        At(*pair.after, "deprecated"));
    return;
  }
  if (before.text == after.text) {
    return;
  }
  if (!before.day || !after.day) {
    const std::string& text = after.day ? before.text : after.text;
    Add(context,
        pair,
        {kSunsetParse, {text}, fmt::format("The sunset date '{}' is no date.", text)},
        old_place,
        new_place);
    return;
  }
  const StabilityMark mark = StabilityOf(pair.after->source);
  const int days = DeprecationDays(context.options, mark);
  if (!mark.level || *after.day >= *before.day || (*after.day - context.today).count() >= days) {
    return;
  }
  const std::string old_day = ToString(*before.day);
  const std::string new_day = ToString(*after.day);
  Add(context,
      pair,
      {kSunsetChangedTooSmall,
       {old_day, new_day, old_day, std::to_string(days)},
       fmt::format("The sunset date was moved from {} to {}: it must not be earlier than {} or "
                   "less than {} days away.",
                   old_day,
                   new_day,
                   old_day,
                   days)},
      old_place,
      new_place);
}

void AddInvalidStability(Context& context,
                         const OperationPair& pair,
                         const StabilityMark& mark,
                         const openapi::Operation& operation) {
  const Place place = At(operation, kStabilityKey);
  const bool old = &operation == pair.before;
  Add(context,
      pair,
      {kInvalidStability,
       {mark.text},
       fmt::format("The stability level '{}' is none of draft, alpha, beta, stable.", mark.text)},
      old ? place : Place{},
      old ? Place{} : place);
}

void CompareOperationId(Context& context, const OperationPair& pair) {
  const std::string& before = pair.before->id;
  const std::string& after = pair.after->id;
  if (before == after) {
    return;
  }
  const Place old_place = At(*pair.before, "operationId");
  const Place new_place = At(*pair.after, "operationId");
  if (before.empty()) {
    Add(context,
        pair,
        {kOperationIdAdded, {after}, fmt::format("The operation got the id '{}'.", after)},
        {},
        new_place);
    return;
  }
  Change& change = Add(
      context,
      pair,
      {kOperationIdRemoved,
       {before, after},
       after.empty() ? fmt::format("The operation lost its id '{}'.", before)
                     : fmt::format("The operation id '{}' was replaced with '{}'.", before, after)},
      old_place,
      new_place);
  change.operation_id = before;
}

void CompareTags(Context& context, const OperationPair& pair) {
  const auto has = [](const openapi::Operation& operation, const std::string& tag) {
    return std::ranges::find(operation.tags, tag) != operation.tags.end();
  };
  for (const std::string& tag : pair.before->tags) {
    if (!has(*pair.after, tag)) {
      Add(context,
          pair,
          {kTagRemoved, {tag}, fmt::format("The tag '{}' was removed.", tag)},
          At(*pair.before, "tags"),
          At(*pair.after, "tags"));
    }
  }
  for (const std::string& tag : pair.after->tags) {
    if (!has(*pair.before, tag)) {
      Add(context,
          pair,
          {kTagAdded, {tag}, fmt::format("The tag '{}' was added.", tag)},
          At(*pair.before, "tags"),
          At(*pair.after, "tags"));
    }
  }
}

}  // namespace

std::string_view ToString(Stability stability) {
  return std::ranges::find(kStabilities, stability, &Named::second)->first;
}

StabilityMark StabilityOf(const document::Value& element) {
  const document::Node* mark = element ? element->Find(kStabilityKey) : nullptr;
  if (mark == nullptr || mark->is_null()) {
    return {};
  }
  const std::string text =
      mark->is_string() ? std::string(mark->text()) : document::WriteJson(*mark, {.indent = 0});
  const auto known = std::ranges::find(kStabilities, text, &Named::first);
  if (!mark->is_string() || known == kStabilities.end()) {
    return {text, std::nullopt};
  }
  return {text, known->second};
}

Stability ThresholdOf(const OpenApiOptions& options) {
  const auto known = std::ranges::find(kStabilities, options.stability_level, &Named::first);
  return known == kStabilities.end() ? Stability::kBeta : known->second;
}

bool InScope(const OpenApiOptions& options, const StabilityMark& mark) {
  return mark.level.value_or(Stability::kStable) >= ThresholdOf(options);
}

Sunset SunsetOf(const document::Value& element) {
  const document::Node* sunset = element ? element->Find(kSunsetKey) : nullptr;
  if (sunset == nullptr) {
    return {};
  }
  if (!sunset->is_string()) {
    return {true, document::WriteJson(*sunset, {.indent = 0}), std::nullopt};
  }
  return {true, std::string(sunset->text()), ParseDay(sunset->text())};
}

std::optional<sys_days> ParseDay(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-' ||
      (text.size() > 10 && !IsTime(text.substr(10)))) {
    return std::nullopt;
  }
  const auto year = Number(text.substr(0, 4));
  const auto month = Number(text.substr(5, 2));
  const auto day = Number(text.substr(8, 2));
  if (!year || !month || !day) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date(std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

std::string ToString(sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}",
                     static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

int DeprecationDays(const OpenApiOptions& options, const StabilityMark& mark) {
  switch (mark.level.value_or(Stability::kStable)) {
    case Stability::kDraft:
    case Stability::kAlpha:
      return 0;
    case Stability::kBeta:
      return options.deprecation_days_beta.value_or(0);
    case Stability::kStable:
      return options.deprecation_days_stable.value_or(0);
  }
  return 0;
}

void CompareLifecycle(Context& context, const OperationPair& pair) {
  if (pair.before->deprecated && !pair.after->deprecated) {
    Add(context,
        pair,
        {kReactivated,
         {},
         fmt::format("The operation is no longer deprecated{}.",
                     Words(StabilityOf(pair.after->source)))},
        At(*pair.before, "deprecated"),
        At(*pair.after, "deprecated"));
  } else if (!pair.before->deprecated && pair.after->deprecated) {
    CompareDeprecated(context, pair);
  }
  CompareSunset(context, pair);
  CompareOperationId(context, pair);
  CompareTags(context, pair);
}

void CompareStability(Context& context, const OperationPair& pair) {
  const StabilityMark before = StabilityOf(pair.before->source);
  const StabilityMark after = StabilityOf(pair.after->source);
  const bool edited = !document::Equal(*pair.before->source, *pair.after->source);
  if (!before.level && edited) {
    AddInvalidStability(context, pair, before, *pair.before);
  }
  if (!after.level && edited) {
    AddInvalidStability(context, pair, after, *pair.after);
  }
  if (!before.level || !after.level || *before.level == *after.level ||
      !InScope(context.options, before)) {
    return;
  }
  const bool lower = *after.level < *before.level;
  const std::string old_word(ToString(*before.level));
  const std::string new_word(ToString(*after.level));
  Add(context,
      pair,
      {lower ? kStabilityDecreased : kStabilityIncreased,
       {old_word, new_word},
       fmt::format("The stability level was {} from {} to {}.",
                   lower ? "lowered" : "raised",
                   old_word,
                   new_word)},
      At(*pair.before, kStabilityKey),
      At(*pair.after, kStabilityKey));
}

void CompareRemoval(Context& context, const OperationPair& pair, bool whole_path) {
  const openapi::Operation& gone = *pair.before;
  const StabilityMark mark = StabilityOf(gone.source);
  if (!mark.level) {
    AddInvalidStability(context, pair, mark, gone);
    return;
  }
  // With a whole path oasdiff lets drafts go whatever the threshold is.
  const bool loose = whole_path && !context.strict() && *mark.level < Stability::kBeta;
  if (loose || !InScope(context.options, mark)) {
    return;
  }
  const Place place{gone.source, {}};
  const char* what = whole_path ? "The path was removed" : "The operation was removed";
  const Sunset sunset = SunsetOf(gone.source);
  if (!gone.deprecated) {
    Add(context,
        pair,
        {whole_path ? kPathRemovedWithoutDeprecation : kRemovedWithoutDeprecation,
         {},
         fmt::format("{} without having been deprecated.", what)},
        place,
        {});
  } else if (!sunset.written || (sunset.day && *sunset.day <= context.today)) {
    // oasdiff says nothing of what was announced and has come.
    if (!sunset.written || context.strict()) {
      Add(context,
          pair,
          {whole_path ? kPathRemovedWithDeprecation : kRemovedWithDeprecation,
           {},
           fmt::format("{} after it had been deprecated.", what)},
          place,
          {});
    }
  } else if (!sunset.day) {
    Add(context,
        pair,
        {kSunsetParse, {sunset.text}, fmt::format("The sunset date '{}' is no date.", sunset.text)},
        {gone.source, kSunsetKey},
        {});
  } else {
    const std::string day = ToString(*sunset.day);
    Add(context,
        pair,
        {whole_path ? kPathRemovedBeforeSunset : kRemovedBeforeSunset,
         {day},
         fmt::format("{} before its sunset date {}.", what, day)},
        {gone.source, kSunsetKey},
        {});
  }
}

}  // namespace accord::breaking::api
