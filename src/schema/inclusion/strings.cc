#include <algorithm>
#include <set>

#include "schema/inclusion/search.h"

namespace accord::schema::inclusion {
namespace {

constexpr std::uint64_t kMaxLength = 20000;

/// Strings between two lengths, with patterns that are found in them or are not.
class StringSet {
 public:
  explicit StringSet(const LeafContext& context)
      : context_(context), excluded_(ExcludedValues(context)) {
    for (const Fact& fact : context.branch.facts) {
      Add(fact);
      reasons_ |= fact.reasons;
    }
  }

  Outcome Find() {
    if (low_ > high_ || Contradicts()) {
      return Outcome::Empty(reasons_);
    }
    if (low_ > kMaxLength) {
      return Outcome::Unknown(UnknownReason::kBudget, "an example would be very long");
    }
    for (const std::string& text : Candidates()) {
      if (Holds(text)) {
        return Found(text);
      }
    }
    if (patterns_.empty()) {
      // Only the empty string was possible, and it is excluded.
      return high_ == 0 ? Outcome::Empty(reasons_)
                        : Outcome::Unknown(UnknownReason::kNoWitness, "a string of another form");
    }
    return Outcome::Unknown(UnknownReason::kPattern, "a string for several patterns");
  }

 private:
  struct Wanted {
    const Pattern* pattern;
    bool positive;
  };

  void Add(const Fact& fact) {
    if (fact.aspect == Aspect::kSize) {
      low_ = std::max(low_, fact.low);
      high_ = std::min(high_, fact.high);
    } else if (fact.aspect == Aspect::kPattern) {
      patterns_.push_back({fact.pattern, fact.positive});
    } else if (fact.aspect == Aspect::kFormat) {
      formats_.emplace_back(fact.node->format, fact.positive);
    }
  }

  bool Contradicts() const {
    for (const Wanted& a : patterns_) {
      for (const Wanted& b : patterns_) {
        if (a.positive && !b.positive && a.pattern->source() == b.pattern->source()) {
          return true;
        }
      }
    }
    return std::any_of(formats_.begin(), formats_.end(), [&](const auto& format) {
      return format.second &&
             std::find(formats_.begin(), formats_.end(), std::pair(format.first, false)) !=
                 formats_.end();
    });
  }

  static std::uint64_t LengthOf(std::string_view text) {
    return static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), [](char byte) {
      return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
  }

  bool Holds(const std::string& text) const {
    const std::uint64_t length = LengthOf(text);
    if (length < low_ || length > high_) {
      return false;
    }
    for (const Wanted& wanted : patterns_) {
      if ((wanted.pattern->Search(text) == Pattern::Match::kYes) != wanted.positive) {
        return false;
      }
    }
    if (context_.goal.avoid_names != nullptr && context_.goal.avoid_names->contains(text)) {
      return false;
    }
    return !IsExcluded(document::Node::String(text), excluded_);
  }

  static Outcome Found(const std::string& text) {
    document::Builder builder;
    builder.String(text);
    return Outcome::Found(builder.Finish());
  }

  std::vector<std::string> Candidates() const {
    std::vector<std::string> texts;
    const std::size_t avoided =
        excluded_.size() +
        (context_.goal.avoid_names != nullptr ? context_.goal.avoid_names->size() : 0);
    const std::uint64_t length = std::max<std::uint64_t>(low_, high_ > 0 ? 1 : 0);
    // One more than there are strings to avoid, so without patterns one of them holds.
    if (low_ == 0) {
      texts.emplace_back();
    }
    constexpr std::size_t kLetters = 26;
    for (std::size_t number = 0; number <= avoided + kLetters; ++number) {
      std::string text(static_cast<std::size_t>(length), 'a');
      std::size_t rest = number;
      for (std::size_t at = text.size(); at > 0 && rest > 0; --at, rest /= kLetters) {
        text[at - 1] = static_cast<char>('a' + rest % kLetters);
      }
      texts.push_back(text);
    }
    for (const Wanted& wanted : patterns_) {
      std::string bare;
      for (const char c : wanted.pattern->source()) {
        if (c != '^' && c != '$' && c != '\\') {
          bare += c;
        }
      }
      for (const std::string& text : {bare, bare + "a", "a" + bare, bare + bare}) {
        texts.push_back(text);
      }
    }
    return texts;
  }

  const LeafContext& context_;
  std::vector<const document::Node*> excluded_;
  Reasons reasons_ = 0;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = kUnbounded;
  std::vector<Wanted> patterns_;
  std::vector<std::pair<std::string, bool>> formats_;
};

}  // namespace

Outcome FindString(const LeafContext& context) { return StringSet(context).Find(); }

}  // namespace accord::schema::inclusion
