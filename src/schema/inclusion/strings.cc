#include <algorithm>
#include <set>

#include "accord/schema/validate.h"

#include "schema/inclusion/search.h"

namespace accord::schema::inclusion {
namespace {

constexpr std::uint64_t kMaxLength = 20000;
constexpr std::uint64_t kLetters = 26;

std::uint64_t LengthOf(std::string_view text) {
  return static_cast<std::uint64_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

/// `number` in letters, `length` of them or more.
std::string Numbered(std::uint64_t number, std::uint64_t length) {
  std::string text;
  for (; number > 0; number /= kLetters) {
    text += static_cast<char>('a' + number % kLetters);
  }
  if (text.size() < length) {
    text.append(static_cast<std::size_t>(length) - text.size(), 'a');
  }
  std::reverse(text.begin(), text.end());
  return text;
}

/// One text of each format, or several.
const std::vector<std::string>& FormatExamples() {
  static const std::vector<std::string> examples = {"2026-01-31T12:00:00Z",
                                                    "2026-01-31",
                                                    "12:00:00Z",
                                                    "P1D",
                                                    "a@example.org",
                                                    "example.org",
                                                    "192.0.2.1",
                                                    "2001:db8::1",
                                                    "https://example.org/",
                                                    "/a",
                                                    "1/a",
                                                    "{a}",
                                                    "a+",
                                                    "YWJj",
                                                    "0123abcd-0123-4abc-8abc-0123456789ab"};
  return examples;
}

/// Strings between two lengths, with patterns that are found in them or are not.
class StringSet {
 public:
  explicit StringSet(const LeafContext& context)
      : search_(context.search),
        avoid_names_(context.goal.avoid_names),
        excluded_(ExcludedValues(context)) {
    for (const Fact& fact : context.branch.facts) {
      Add(fact);
      reasons_ |= fact.reasons;
    }
    avoided_ = excluded_.size() + (avoid_names_ != nullptr ? avoid_names_->size() : 0);
  }

  Outcome Find() {
    if (low_ > high_ || Contradicts()) {
      return Outcome::Empty(reasons_);
    }
    if (low_ > kMaxLength) {
      return Outcome::Unknown(UnknownReason::kBudget, "an example would be very long");
    }
    if (!formats_.empty()) {
      return FindOfFormat();
    }
    return patterns_.empty() ? FindOfLength() : FindInLanguage();
  }

 private:
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
    const auto both = [](const auto& list, const auto& same) {
      return std::any_of(list.begin(), list.end(), [&](const auto& a) {
        return std::any_of(list.begin(), list.end(), [&](const auto& b) { return same(a, b); });
      });
    };
    return both(patterns_,
                [](const WantedPattern& a, const WantedPattern& b) {
                  return a.positive && !b.positive && a.pattern->source() == b.pattern->source();
                }) ||
           both(formats_, [](const auto& a, const auto& b) {
             return a.second && !b.second && a.first == b.first;
           });
  }

  bool Holds(const std::string& text) const {
    const std::uint64_t length = LengthOf(text);
    const bool patterns =
        std::all_of(patterns_.begin(), patterns_.end(), [&](const WantedPattern& wanted) {
          return (wanted.pattern->Search(text) == Pattern::Match::kYes) == wanted.positive;
        });
    return length >= low_ && length <= high_ && patterns &&
           (avoid_names_ == nullptr || !avoid_names_->contains(text)) &&
           !IsExcluded(document::Node::String(text), excluded_);
  }

  static Outcome Found(const std::string& text) {
    document::Builder builder;
    builder.String(text);
    return Outcome::Found(builder.Finish());
  }

  /// With formats any finding is only a guess, which the caller checks.
  Outcome FindOfFormat() const {
    for (const std::string& text : FormatExamples()) {
      if (Holds(text) && FitsFormats(text)) {
        return Found(text);
      }
    }
    for (std::uint64_t number = 0; number <= avoided_; ++number) {
      const std::string text = Numbered(number, low_);
      if (Holds(text) && FitsFormats(text)) {
        return Found(text);
      }
    }
    return Outcome::Unknown(UnknownReason::kFormat, "formats are not taken apart");
  }

  bool FitsFormats(const std::string& text) const {
    return std::all_of(formats_.begin(), formats_.end(), [&](const auto& format) {
      return FitsFormat(format.first, text) == format.second;
    });
  }

  Outcome FindOfLength() const {
    // A member's name is easier to see when it is not empty.
    const bool named = avoid_names_ != nullptr;
    if (!named && Holds({})) {
      return Found({});
    }
    for (std::uint64_t number = 0; number <= avoided_ + 1; ++number) {
      const std::string text = Numbered(number, std::max<std::uint64_t>(low_, 1));
      if (Holds(text)) {
        return Found(text);
      }
    }
    if (named && Holds({})) {
      return Found({});
    }
    if (high_ == 0) {
      return Outcome::Empty(reasons_);  // The empty string alone, and it is not wanted.
    }
    return Outcome::Unknown(UnknownReason::kNoWitness, "a string besides many others");
  }

  Outcome FindInLanguage() {
    constexpr std::size_t kCost = 20;
    if (!search_.Step(kCost)) {
      return Outcome::Unknown(UnknownReason::kBudget, "the budget of steps is spent");
    }
    const LanguageResult& result = search_.languages().Find(patterns_, low_, high_);
    const std::size_t wanted = avoided_ + (result.missing == UnknownReason::kNone ? 1 : kGuesses);
    const std::vector<std::string> members = result.language.Members(wanted);
    for (const std::string& text : members) {
      if (Holds(text)) {
        return Found(text);
      }
    }
    // Few members: these are all of them, and none will do.
    if (members.size() < wanted && result.language.is_finite()) {
      return Outcome::Empty(reasons_);
    }
    return Outcome::Unknown(
        result.missing == UnknownReason::kNone ? UnknownReason::kPattern : result.missing,
        "a string for the pattern " + patterns_.front().pattern->source());
  }

  static constexpr std::size_t kGuesses = 100;

  Search& search_;
  const std::set<std::string>* avoid_names_;
  std::vector<const document::Node*> excluded_;
  std::size_t avoided_ = 0;
  Reasons reasons_ = 0;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = kUnbounded;
  std::vector<WantedPattern> patterns_;
  std::vector<std::pair<std::string, bool>> formats_;
};

}  // namespace

Outcome FindString(const LeafContext& context) {
  return StringSet(context).Find();
}

}  // namespace accord::schema::inclusion
