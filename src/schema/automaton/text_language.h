#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "accord/schema/pattern.h"

namespace accord::schema {

struct Automaton;

/// A regular set of texts (sequences of code points). Immutable, cheap to copy, safe to share
/// between threads. Operations give nullopt when the result, or the way to it, would need more than
/// `max_states` states. Equal sets are equal objects.
class TextLanguage {
 public:
  static constexpr std::size_t kMaxStates = 20'000;

  static TextLanguage None();
  static TextLanguage Any();
  /// Only this text (UTF-8).
  static TextLanguage Only(std::string_view text);
  static std::optional<TextLanguage> OneOf(std::span<const std::string> texts,
                                           std::size_t max_states = kMaxStates);
  /// Texts of `min` to `max` code points.
  static std::optional<TextLanguage> OfLength(std::uint64_t min,
                                              std::optional<std::uint64_t> max,
                                              std::size_t max_states = kMaxStates);
  /// Texts in which the pattern is found. nullopt also when that set is not regular, or its
  /// look-around is more than we can resolve: see IsRegular.
  static std::optional<TextLanguage> Of(const Pattern& pattern,
                                        std::size_t max_states = kMaxStates);
  /// Without back-references and look-around: only size can make Of fail.
  static bool IsRegular(const Pattern& pattern);

  TextLanguage Complement() const;
  static std::optional<TextLanguage> Intersect(const TextLanguage& a,
                                               const TextLanguage& b,
                                               std::size_t max_states = kMaxStates);
  static std::optional<TextLanguage> Unite(const TextLanguage& a,
                                           const TextLanguage& b,
                                           std::size_t max_states = kMaxStates);
  static std::optional<TextLanguage> Minus(const TextLanguage& a,
                                           const TextLanguage& b,
                                           std::size_t max_states = kMaxStates);

  bool empty() const;
  bool is_any() const;
  bool is_finite() const;
  bool Contains(std::string_view text) const;
  /// Every member of `other` is a member.
  std::optional<bool> Includes(const TextLanguage& other,
                               std::size_t max_states = kMaxStates) const;

  /// Code points of the shortest member; nullopt when there is none.
  std::optional<std::uint64_t> MinLength() const;
  /// Code points of the longest member; nullopt when there is none or no bound.
  std::optional<std::uint64_t> MaxLength() const;

  /// A shortest member; of those one that is easy to read (letters, digits …).
  std::optional<std::string> Shortest() const;
  /// Up to `count` members, shorter ones first, of equal length those that are easy to read.
  std::vector<std::string> Members(std::size_t count) const;
  /// All members, when they are not more than `max_count`.
  std::optional<std::vector<std::string>> AllMembers(std::size_t max_count) const;

  friend bool operator==(const TextLanguage& a, const TextLanguage& b);

 private:
  explicit TextLanguage(Automaton automaton);

  std::shared_ptr<const Automaton> automaton_;  ///< Minimal.
};

}  // namespace accord::schema
