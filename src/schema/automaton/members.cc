#include "schema/automaton/members.h"

#include <algorithm>
#include <array>

#include "accord/base/strings.h"

namespace accord::schema {
namespace {

/// Bits that may be spent on which states can finish in how many steps.
constexpr std::size_t kMaxBits = std::size_t{1} << 28U;

/// All code points; first what people read easily.
constexpr std::array<CodePointRange, 18> kPreference = {{
    {'a', 'z'},
    {'0', '9'},
    {'A', 'Z'},
    {'-', '-'},
    {'_', '_'},
    {'.', '.'},
    {'!', ','},
    {'/', '/'},
    {':', '@'},
    {'[', '^'},
    {'`', '`'},
    {'{', '~'},
    {' ', ' '},
    {0xA1, 0xD7FF},
    {0xE000, 0xFEFE},
    {0xFF00, 0xFFFD},
    {0x10000, 0x10FFFF},
    {0xFEFF, 0xFEFF},
}};
constexpr std::array<CodePointRange, 3> kUnreadable = {{{0x7F, 0xA0}, {0, 0x1F}, {0xFFFE, 0xFFFF}}};

/// Appends the code points that are in both, up to `count` altogether.
void AppendCommon(const CodePointRange& a,
                  const CodePointRange& b,
                  std::size_t count,
                  std::vector<std::uint32_t>& out) {
  const std::uint32_t last = std::min(a.last, b.last);
  for (std::uint32_t c = std::max(a.first, b.first); c <= last && out.size() < count; ++c) {
    out.push_back(c);
  }
}

/// The code points of `set` in the order of preference, at most `count`.
std::vector<std::uint32_t> Preferred(const CodePoints& set, std::size_t count) {
  std::vector<std::uint32_t> result;
  const auto take = [&](const CodePointRange& wanted) {
    for (const CodePointRange& range : set.ranges()) {
      AppendCommon(range, wanted, count, result);
    }
  };
  std::for_each(kPreference.begin(), kPreference.end(), take);
  std::for_each(kUnreadable.begin(), kUnreadable.end(), take);
  return result;
}

std::size_t Rank(std::uint32_t code_point) {
  for (std::size_t i = 0; i < kPreference.size(); ++i) {
    if (code_point >= kPreference[i].first && code_point <= kPreference[i].last) {
      return i;
    }
  }
  return kPreference.size();
}

struct Letter {
  std::uint32_t code_point = 0;
  std::uint32_t symbol = 0;
};

/// Up to `count` letters of every class, all together in the order of preference.
std::vector<Letter> ReadableFirst(const Alphabet& alphabet, std::size_t count) {
  std::vector<Letter> letters;
  const std::vector<CodePoints> classes = alphabet.Classes();
  for (std::uint32_t symbol = 0; symbol < classes.size(); ++symbol) {
    for (const std::uint32_t code_point : Preferred(classes[symbol], count)) {
      letters.push_back({code_point, symbol});
    }
  }
  std::sort(letters.begin(), letters.end(), [](const Letter& a, const Letter& b) {
    const std::size_t rank_a = Rank(a.code_point);
    const std::size_t rank_b = Rank(b.code_point);
    return rank_a != rank_b ? rank_a < rank_b : a.code_point < b.code_point;
  });
  return letters;
}

/// Walks through the accepted texts of one length after the other.
class Enumeration {
 public:
  Enumeration(const Automaton& automaton, std::size_t count)
      : automaton_(automaton), count_(count), letters_(ReadableFirst(automaton.alphabet, count)) {}

  std::vector<std::string> Run() {
    std::vector<bool> finishes = automaton_.accepting;
    while (result_.size() < count_ &&
           std::find(finishes.begin(), finishes.end(), true) != finishes.end() &&
           (finishing_.size() + 1) * finishes.size() <= kMaxBits) {
      finishing_.push_back(finishes);
      if (finishes[automaton_.start]) {
        Walk();
      }
      finishes = OneEarlier(finishes);
    }
    return std::move(result_);
  }

 private:
  std::vector<bool> OneEarlier(const std::vector<bool>& finishes) const {
    std::vector<bool> result(finishes.size(), false);
    for (std::uint32_t state = 0; state < automaton_.states(); ++state) {
      for (std::uint32_t symbol = 0; symbol < automaton_.alphabet.size(); ++symbol) {
        result[state] = result[state] || finishes[automaton_.Next(state, symbol)];
      }
    }
    return result;
  }

  /// All texts whose length is the number of the last of `finishing_`, depth first.
  void Walk() {
    struct Step {
      std::uint32_t state;
      std::size_t letter;
      std::size_t size;  ///< Of the text before.
    };
    const std::size_t length = finishing_.size() - 1;
    std::string text;
    std::vector<Step> steps{{automaton_.start, 0, 0}};
    while (!steps.empty() && result_.size() < count_) {
      Step& step = steps.back();
      if (steps.size() > length) {
        result_.push_back(text);
        step.letter = letters_.size();
      }
      text.resize(step.size);
      if (step.letter == letters_.size()) {
        steps.pop_back();
        if (!steps.empty()) {
          text.resize(steps.back().size);
        }
        continue;
      }
      const Letter letter = letters_[step.letter++];
      const std::uint32_t next = automaton_.Next(step.state, letter.symbol);
      if (finishing_[length - steps.size()][next]) {
        base::AppendUtf8(text, letter.code_point);
        steps.push_back({next, 0, text.size()});
      }
    }
  }

  const Automaton& automaton_;
  std::size_t count_;
  std::vector<Letter> letters_;
  std::vector<std::vector<bool>> finishing_;  ///< By number of steps: which states accept then.
  std::vector<std::string> result_;
};

}  // namespace

std::optional<std::string> ShortestAccepted(const Automaton& automaton) {
  const std::vector<std::uint32_t> distances = Distances(automaton);
  std::uint32_t state = automaton.start;
  if (distances[state] == kNever) {
    return std::nullopt;
  }
  const std::vector<Letter> letters = ReadableFirst(automaton.alphabet, 1);
  std::string text;
  while (distances[state] > 0) {
    // kNever + 1 is 0, which is no distance here.
    const auto letter = std::find_if(letters.begin(), letters.end(), [&](const Letter& candidate) {
      return distances[automaton.Next(state, candidate.symbol)] + 1 == distances[state];
    });
    base::AppendUtf8(text, letter->code_point);
    state = automaton.Next(state, letter->symbol);
  }
  return text;
}

std::vector<std::string> AcceptedTexts(const Automaton& automaton, std::size_t count) {
  return Enumeration(automaton, count).Run();
}

namespace {

/// States from which something is accepted, reachable by construction, in an order in which every
/// transition leads forward. nullopt when they are on a cycle.
std::optional<std::vector<std::uint32_t>> Topological(const Automaton& automaton,
                                                      const std::vector<std::uint32_t>& distances) {
  std::vector<std::uint32_t> incoming(automaton.states(), 0);
  const auto for_each_next = [&](std::uint32_t state, const auto& take) {
    for (std::uint32_t symbol = 0; symbol < automaton.alphabet.size(); ++symbol) {
      const std::uint32_t next = automaton.Next(state, symbol);
      if (distances[next] != kNever) {
        take(next);
      }
    }
  };
  std::size_t live = 0;
  for (std::uint32_t state = 0; state < automaton.states(); ++state) {
    if (distances[state] != kNever) {
      ++live;
      for_each_next(state, [&](std::uint32_t next) { ++incoming[next]; });
    }
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t state = 0; state < automaton.states(); ++state) {
    if (distances[state] != kNever && incoming[state] == 0) {
      order.push_back(state);
    }
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    for_each_next(order[i], [&](std::uint32_t next) {
      if (--incoming[next] == 0) {
        order.push_back(next);
      }
    });
  }
  return order.size() == live ? std::optional(std::move(order)) : std::nullopt;
}

}  // namespace

bool AcceptsLongTexts(const Automaton& automaton) {
  return !Topological(automaton, Distances(automaton)).has_value();
}

std::optional<std::uint64_t> LongestAccepted(const Automaton& automaton) {
  const std::optional<std::vector<std::uint32_t>> order =
      Topological(automaton, Distances(automaton));
  if (!order || order->empty()) {
    return std::nullopt;
  }
  std::vector<std::uint64_t> lengths(automaton.states(), 0);
  std::uint64_t longest = 0;
  for (const std::uint32_t state : *order) {
    longest = std::max(longest, lengths[state]);
    for (std::uint32_t symbol = 0; symbol < automaton.alphabet.size(); ++symbol) {
      std::uint64_t& next = lengths[automaton.Next(state, symbol)];
      next = std::max(next, lengths[state] + 1);
    }
  }
  return longest;
}

}  // namespace accord::schema
