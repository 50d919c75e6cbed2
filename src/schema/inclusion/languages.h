#pragma once

#include <map>
#include <string>
#include <vector>

#include "accord/schema/includes.h"

#include "schema/automaton/text_language.h"

namespace accord::schema::inclusion {

/// A pattern that is found in a text, or is not.
struct WantedPattern {
  const Pattern* pattern = nullptr;
  bool positive = true;
};

/// What could be made of some patterns and lengths.
struct LanguageResult {
  TextLanguage language = TextLanguage::Any();   ///< Contains all texts that are wanted.
  UnknownReason missing = UnknownReason::kNone;  ///< Why it may contain others; kNone: it does not.
};

/// Makes automata of patterns; each combination once.
class Languages {
 public:
  explicit Languages(std::size_t max_states) : max_states_(max_states) {}

  /// From now on texts with line breaks are left out, wherever patterns are asked for.
  void LeaveOutLineBreaks();

  const LanguageResult& Find(const std::vector<WantedPattern>& patterns,
                             std::uint64_t low,
                             std::uint64_t high);

 private:
  using Key = std::vector<std::string>;
  LanguageResult Make(const std::vector<WantedPattern>& patterns,
                      std::uint64_t low,
                      std::uint64_t high);
  const std::optional<TextLanguage>& Of(const Pattern& pattern);
  void Narrow(LanguageResult& result, const std::optional<TextLanguage>& by, UnknownReason reason);

  std::size_t max_states_;
  TextLanguage all_ = TextLanguage::Any();
  std::map<std::string, std::optional<TextLanguage>, std::less<>> patterns_;
  std::map<Key, LanguageResult> known_;
};

}  // namespace accord::schema::inclusion
