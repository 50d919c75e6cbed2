#include "schema/automaton/text_language.h"

#include <algorithm>
#include <utility>

#include "accord/base/strings.h"

#include "schema/automaton/members.h"
#include "schema/automaton/recogniser.h"
#include "schema/pattern/parser.h"
#include "schema/pattern/utf8.h"

namespace accord::schema {
namespace {

/// No text, or every text.
Automaton Trivial(bool accepting) {
  return {Alphabet(), 0, {0}, {accepting}};
}

std::vector<std::uint32_t> CodePointsOf(std::string_view text) {
  std::vector<std::uint32_t> result;
  for (std::size_t at = 0; at < text.size();) {
    result.push_back(DecodeUtf8(text, at));
  }
  return result;
}

/// A tree of letters; the first state is the dead one.
class TrieBuilder {
 public:
  explicit TrieBuilder(Alphabet alphabet) {
    automaton_.alphabet = std::move(alphabet);
    Add();
    automaton_.start = Add();
  }

  void Insert(const std::vector<std::uint32_t>& text) {
    std::uint32_t state = automaton_.start;
    for (const std::uint32_t code_point : text) {
      const std::size_t slot =
          std::size_t{state} * automaton_.alphabet.size() + automaton_.alphabet.ClassOf(code_point);
      state = automaton_.next[slot];
      if (state == 0) {
        state = Add();
        automaton_.next[slot] = state;
      }
    }
    automaton_.accepting[state] = true;
  }

  std::uint32_t states() const { return automaton_.states(); }
  const Automaton& automaton() const { return automaton_; }

 private:
  std::uint32_t Add() {
    automaton_.accepting.push_back(false);
    automaton_.next.resize(automaton_.next.size() + automaton_.alphabet.size(), 0);
    return automaton_.states() - 1;
  }

  Automaton automaton_;
};

std::optional<Automaton> MakeTrie(const std::vector<std::vector<std::uint32_t>>& texts,
                                  std::size_t max_states) {
  std::vector<std::uint32_t> letters;
  for (const std::vector<std::uint32_t>& text : texts) {
    letters.insert(letters.end(), text.begin(), text.end());
  }
  std::sort(letters.begin(), letters.end());
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  std::vector<CodePoints> sets;
  std::vector<const CodePoints*> pointers;
  sets.reserve(letters.size());
  for (const std::uint32_t letter : letters) {
    sets.push_back(CodePoints::One(letter));
    pointers.push_back(&sets.back());
  }
  std::optional<Alphabet> alphabet = Alphabet::Of(pointers);
  if (!alphabet) {
    return std::nullopt;
  }
  TrieBuilder trie(std::move(*alphabet));
  for (const std::vector<std::uint32_t>& text : texts) {
    trie.Insert(text);
    if (trie.states() > max_states) {
      return std::nullopt;
    }
  }
  return Minimise(trie.automaton());
}

}  // namespace

TextLanguage::TextLanguage(Automaton automaton)
    : automaton_(std::make_shared<const Automaton>(std::move(automaton))) {}

TextLanguage TextLanguage::None() {
  static const TextLanguage none(Trivial(false));
  return none;
}

TextLanguage TextLanguage::Any() {
  static const TextLanguage any(Trivial(true));
  return any;
}

std::optional<TextLanguage> TextLanguage::OneOf(std::span<const std::string> texts,
                                                std::size_t max_states) {
  std::vector<std::vector<std::uint32_t>> lists;
  for (const std::string& text : texts) {
    // A text with other bytes is no sequence of code points.
    if (base::IsUtf8(text)) {
      lists.push_back(CodePointsOf(text));
    }
  }
  std::optional<Automaton> trie = MakeTrie(lists, max_states);
  return trie ? std::optional(TextLanguage(std::move(*trie))) : std::nullopt;
}

std::optional<TextLanguage> TextLanguage::OfLength(std::uint64_t min,
                                                   std::optional<std::uint64_t> max,
                                                   std::size_t max_states) {
  if (max && *max < min) {
    return None();
  }
  const std::uint64_t last = max.value_or(min);
  if (last + 2 > max_states || last >= kNever) {
    return std::nullopt;
  }
  Automaton automaton;
  for (std::uint64_t length = 0; length <= last; ++length) {
    automaton.accepting.push_back(length >= min);
    const bool stay = length == last && !max;
    automaton.next.push_back(static_cast<std::uint32_t>(stay ? length : length + 1));
  }
  if (max) {
    automaton.next.push_back(automaton.states());
    automaton.accepting.push_back(false);
  }
  return TextLanguage(std::move(automaton));
}

std::optional<TextLanguage> TextLanguage::Of(const Pattern& pattern, std::size_t max_states) {
  const base::Result<ParsedPattern> parsed = ParsePattern(pattern.source());
  if (!parsed.ok()) {
    return std::nullopt;
  }
  std::optional<Automaton> automaton = Recognise(parsed->root, max_states);
  return automaton ? std::optional(TextLanguage(std::move(*automaton))) : std::nullopt;
}

bool TextLanguage::IsRegular(const Pattern& pattern) {
  const base::Result<ParsedPattern> parsed = ParsePattern(pattern.source());
  return parsed.ok() && !parsed->back_references && !parsed->look_around;
}

TextLanguage TextLanguage::Complement() const {
  Automaton result = *automaton_;
  result.accepting.flip();
  return TextLanguage(std::move(result));
}

std::optional<TextLanguage> TextLanguage::Intersect(const TextLanguage& a,
                                                    const TextLanguage& b,
                                                    std::size_t max_states) {
  if (a.is_any() || b.empty()) {
    return b;
  }
  if (b.is_any() || a.empty()) {
    return a;
  }
  const std::optional<Automaton> product =
      schema::Intersect(*a.automaton_, *b.automaton_, max_states);
  return product ? std::optional(TextLanguage(Minimise(*product))) : std::nullopt;
}

std::optional<TextLanguage> TextLanguage::Unite(const TextLanguage& a,
                                                const TextLanguage& b,
                                                std::size_t max_states) {
  const std::optional<TextLanguage> neither = Intersect(a.Complement(), b.Complement(), max_states);
  return neither ? std::optional(neither->Complement()) : std::nullopt;
}

std::optional<TextLanguage> TextLanguage::Minus(const TextLanguage& a,
                                                const TextLanguage& b,
                                                std::size_t max_states) {
  return Intersect(a, b.Complement(), max_states);
}

bool TextLanguage::empty() const {
  return automaton_->states() == 1 && !automaton_->accepting[0];
}

bool TextLanguage::is_any() const {
  return automaton_->states() == 1 && automaton_->accepting[0];
}

bool TextLanguage::is_finite() const {
  return !AcceptsLongTexts(*automaton_);
}

bool TextLanguage::Contains(std::string_view text) const {
  if (!base::IsUtf8(text)) {
    return false;
  }
  std::uint32_t state = automaton_->start;
  for (std::size_t at = 0; at < text.size();) {
    state = automaton_->Next(state, automaton_->alphabet.ClassOf(DecodeUtf8(text, at)));
  }
  return automaton_->accepting[state];
}

std::optional<bool> TextLanguage::Includes(const TextLanguage& other,
                                           std::size_t max_states) const {
  const std::optional<TextLanguage> outside = Minus(other, *this, max_states);
  return outside ? std::optional(outside->empty()) : std::nullopt;
}

std::optional<std::uint64_t> TextLanguage::MinLength() const {
  const std::uint32_t distance = Distances(*automaton_)[automaton_->start];
  return distance == kNever ? std::nullopt : std::optional<std::uint64_t>(distance);
}

std::optional<std::uint64_t> TextLanguage::MaxLength() const {
  return LongestAccepted(*automaton_);
}

std::optional<std::string> TextLanguage::Shortest() const {
  return ShortestAccepted(*automaton_);
}

std::vector<std::string> TextLanguage::Members(std::size_t count) const {
  return AcceptedTexts(*automaton_, count);
}

std::optional<std::vector<std::string>> TextLanguage::AllMembers(std::size_t max_count) const {
  if (!is_finite()) {
    return std::nullopt;
  }
  std::vector<std::string> members = AcceptedTexts(*automaton_, max_count + 1);
  return members.size() <= max_count ? std::optional(std::move(members)) : std::nullopt;
}

TextLanguage TextLanguage::Only(std::string_view text) {
  if (!base::IsUtf8(text)) {
    return None();
  }
  const std::optional<Automaton> trie = MakeTrie({CodePointsOf(text)}, kNever);
  return trie ? TextLanguage(*trie) : None();
}

bool operator==(const TextLanguage& a, const TextLanguage& b) {
  return a.automaton_ == b.automaton_ || *a.automaton_ == *b.automaton_;
}

}  // namespace accord::schema
