#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "accord/document/value.h"

#include "breaking/openapi/context.h"

namespace accord::breaking::api {

/// How far something is promised to stay: `x-stability-level`.
enum class Stability : std::uint8_t { kDraft, kAlpha, kBeta, kStable };
std::string_view ToString(Stability stability);

/// What an element says of its stability.
struct StabilityMark {
  std::string text;  ///< As written; empty: nothing, which counts as stable.
  std::optional<Stability> level = Stability::kStable;  ///< nullopt: a word that is none.
};
StabilityMark StabilityOf(const document::Value& element);
/// The option `stability_level`.
Stability ThresholdOf(const OpenApiOptions& options);
/// Whether elements that say this are looked at.
bool InScope(const OpenApiOptions& options, const StabilityMark& mark);

/// When a deprecated element goes away: `x-sunset`, a date or a date with time (RFC 3339).
struct Sunset {
  bool written = false;
  std::string text;
  std::optional<std::chrono::sys_days> day;  ///< nullopt: not a date.
};
Sunset SunsetOf(const document::Value& element);
/// `YYYY-MM-DD` or an RFC 3339 date and time, whose day counts.
std::optional<std::chrono::sys_days> ParseDay(std::string_view text);
std::string ToString(std::chrono::sys_days day);

/// How many days a sunset has to lie ahead when something of this stability is deprecated; 0: none
/// is asked for.
int DeprecationDays(const OpenApiOptions& options, const StabilityMark& mark);

/// What an operation that both versions have says of its stability.
void CompareStability(Context& context, const OperationPair& pair);
/// Deprecation, sunset, operation id and tags of an operation that both versions have.
void CompareLifecycle(Context& context, const OperationPair& pair);
/// An operation that is gone; `whole_path`: with all others of its path.
void CompareRemoval(Context& context, const OperationPair& pair, bool whole_path);

}  // namespace accord::breaking::api
