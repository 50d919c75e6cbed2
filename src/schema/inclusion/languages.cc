#include "schema/inclusion/languages.h"

#include <algorithm>

#include "schema/inclusion/fact.h"

namespace accord::schema::inclusion {
namespace {

/// Longer bounds would need an automaton with a state for each code point.
constexpr std::uint64_t kMaxCountedLength = 3000;

}  // namespace

void Languages::LeaveOutLineBreaks() {
  const base::Result<PatternPtr> breaks = Pattern::Compile(R"([\n\r\u2028\u2029])");
  if (const std::optional<TextLanguage> with = TextLanguage::Of(**breaks)) {
    all_ = with->Complement();
  }
  known_.clear();
}

const std::optional<TextLanguage>& Languages::Of(const Pattern& pattern) {
  const auto found = patterns_.find(pattern.source());
  if (found != patterns_.end()) {
    return found->second;
  }
  return patterns_.emplace(pattern.source(), TextLanguage::Of(pattern, max_states_)).first->second;
}

const LanguageResult& Languages::Find(const std::vector<WantedPattern>& patterns,
                                      std::uint64_t low,
                                      std::uint64_t high) {
  Key key{std::to_string(low), std::to_string(high)};
  for (const WantedPattern& wanted : patterns) {
    key.push_back((wanted.positive ? "+" : "-") + wanted.pattern->source());
  }
  std::sort(key.begin() + 2, key.end());
  const auto found = known_.find(key);
  if (found != known_.end()) {
    return found->second;
  }
  return known_.emplace(std::move(key), Make(patterns, low, high)).first->second;
}

void Languages::Narrow(LanguageResult& result,
                       const std::optional<TextLanguage>& by,
                       UnknownReason reason) {
  if (!by) {
    result.missing = reason;
    return;
  }
  if (std::optional<TextLanguage> both =
          TextLanguage::Intersect(result.language, *by, max_states_)) {
    result.language = std::move(*both);
  } else {
    result.missing = UnknownReason::kBudget;
  }
}

LanguageResult Languages::Make(const std::vector<WantedPattern>& patterns,
                               std::uint64_t low,
                               std::uint64_t high) {
  LanguageResult result{.language = all_};
  for (const WantedPattern& wanted : patterns) {
    const std::optional<TextLanguage>& of_pattern = Of(*wanted.pattern);
    const UnknownReason reason =
        TextLanguage::IsRegular(*wanted.pattern) ? UnknownReason::kBudget : UnknownReason::kPattern;
    Narrow(result, of_pattern && !wanted.positive ? of_pattern->Complement() : of_pattern, reason);
  }
  const std::optional<std::uint64_t> shortest = result.language.MinLength();
  const std::optional<std::uint64_t> longest = result.language.MaxLength();
  if (!shortest || *shortest > high || (longest && *longest < low)) {
    result.language = TextLanguage::None();
    return result;
  }
  const bool cut_below = low > *shortest;
  const bool cut_above = high != kUnbounded && (!longest || *longest > high);
  if (!cut_below && !cut_above) {
    return result;
  }
  if (std::max(cut_below ? low : 0, cut_above ? high : 0) > kMaxCountedLength) {
    result.missing = UnknownReason::kBudget;
    return result;
  }
  const std::optional<std::uint64_t> limit =
      cut_above ? std::optional<std::uint64_t>(high) : std::nullopt;
  Narrow(result,
         TextLanguage::OfLength(cut_below ? low : 0, limit, max_states_),
         UnknownReason::kBudget);
  return result;
}

}  // namespace accord::schema::inclusion
