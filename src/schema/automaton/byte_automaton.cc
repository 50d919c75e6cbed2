#include "schema/automaton/byte_automaton.h"

#include <algorithm>
#include <map>

namespace accord::schema {
namespace {

constexpr std::uint32_t kReject = 0;
constexpr std::uint32_t kAccept = 1;
/// Where no valid text leads.
constexpr std::uint32_t kAnything = 0xFFFFFFFF;
constexpr std::size_t kMaxBlocks = 100'000;

using Row = std::array<std::uint32_t, 256>;
/// Where the 64 continuation bytes lead.
using Block = std::array<std::uint32_t, 64>;

}  // namespace

class ByteAutomatonBuilder {
 public:
  ByteAutomatonBuilder(const Automaton& automaton, std::size_t max_states)
      : automaton_(automaton), max_states_(max_states), rows_(2), accepting_{false, true} {
    rows_[kReject].fill(kReject);
    rows_[kAccept].fill(kAccept);
  }

  std::optional<ByteAutomaton> Build() {
    NumberStates();
    for (std::uint32_t state = 0; state < automaton_.states(); ++state) {
      if (names_[state] > kAccept) {
        Fill(state);
      }
      if (rows_.size() > max_states_ || blocks_made_ > kMaxBlocks) {
        return std::nullopt;
      }
    }
    return Pack();
  }

 private:
  void NumberStates() {
    for (std::uint32_t state = 0; state < automaton_.states(); ++state) {
      if (automaton_.IsFinal(state)) {
        names_.push_back(automaton_.accepting[state] ? kAccept : kReject);
      } else {
        names_.push_back(static_cast<std::uint32_t>(rows_.size()));
        rows_.emplace_back();
        accepting_.push_back(automaton_.accepting[state]);
      }
    }
  }

  void Fill(std::uint32_t state) {
    Row row;
    row.fill(kReject);
    for (std::uint32_t byte = 0; byte < 0x80; ++byte) {
      row[byte] = TargetOf(state, automaton_.alphabet.ClassOf(byte));
    }
    for (std::uint32_t byte = 0xC2; byte < 0xF5; ++byte) {
      const std::uint32_t more = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
      row[byte] = Tail(state, (byte & (0x3FU >> more)) << (6 * more), more);
    }
    rows_[names_[state]] = row;
  }

  std::uint32_t TargetOf(std::uint32_t state, std::uint32_t symbol) const {
    return names_[automaton_.Next(state, symbol)];
  }

  /// Where the code points from `first` on lead that differ in the last `more` bytes only.
  std::uint32_t Tail(std::uint32_t state, std::uint32_t first, std::uint32_t more) {
    const std::uint32_t last = first + (1U << (6 * more)) - 1;
    const std::uint32_t least = more == 2 ? 0x800 : more == 3 ? 0x10000 : 0;
    const std::vector<Alphabet::Range>& ranges = automaton_.alphabet.ranges();
    const auto after = std::upper_bound(
        ranges.begin(), ranges.end(), first, [](std::uint32_t value, const auto& range) {
          return value < range.first;
        });
    if (after == ranges.end() || after->first > last) {
      const std::uint32_t symbol = std::prev(after)->symbol;
      const bool valid = symbol != Alphabet::kNoClass && first <= kLastCodePoint && last >= least;
      return valid ? Uniform(TargetOf(state, symbol), more) : kAnything;
    }
    Block block{};
    for (std::uint32_t i = 0; i < block.size(); ++i) {
      const std::uint32_t begin = first + (i << (6 * (more - 1)));
      block[i] = more == 1 ? LeafOf(state, begin) : Tail(state, begin, more - 1);
    }
    return Number(block);
  }

  std::uint32_t LeafOf(std::uint32_t state, std::uint32_t code_point) const {
    const std::uint32_t symbol = automaton_.alphabet.ClassOf(code_point);
    return symbol == Alphabet::kNoClass ? kAnything : TargetOf(state, symbol);
  }

  std::uint32_t Uniform(std::uint32_t target, std::uint32_t more) {
    if (more == 0 || target <= kAccept) {
      return target;
    }
    const auto [entry, is_new] = uniform_.try_emplace({target, more}, 0);
    if (is_new) {
      Block block;
      block.fill(Uniform(target, more - 1));
      entry->second = Number(block);
    }
    return entry->second;
  }

  std::uint32_t Number(Block block) {
    ++blocks_made_;
    const auto known = std::find_if(
        block.begin(), block.end(), [](std::uint32_t target) { return target != kAnything; });
    if (known == block.end()) {
      return kAnything;
    }
    const std::uint32_t some = *known;
    std::replace(block.begin(), block.end(), kAnything, some);
    const bool same = std::count(block.begin(), block.end(), some) == std::ssize(block);
    if (same && some <= kAccept) {
      return some;
    }
    const auto [entry, is_new] =
        blocks_.try_emplace(block, static_cast<std::uint32_t>(rows_.size()));
    if (is_new && rows_.size() <= max_states_) {
      Row row;
      row.fill(kReject);
      std::copy(block.begin(), block.end(), row.begin() + 0x80);
      rows_.push_back(row);
      accepting_.push_back(false);
    }
    return entry->second;
  }

  /// Bytes that every state treats alike share a column.
  std::vector<std::size_t> Columns(std::array<std::uint8_t, 256>& columns) const {
    std::map<std::vector<std::uint32_t>, std::uint8_t> known;
    std::vector<std::size_t> kept;
    for (std::size_t byte = 0; byte < columns.size(); ++byte) {
      std::vector<std::uint32_t> column;
      column.reserve(rows_.size());
      for (const Row& row : rows_) {
        column.push_back(row[byte]);
      }
      const auto [entry, is_new] =
          known.try_emplace(std::move(column), static_cast<std::uint8_t>(kept.size()));
      if (is_new) {
        kept.push_back(byte);
      }
      columns[byte] = entry->second;
    }
    return kept;
  }

  ByteAutomaton Pack() const {
    ByteAutomaton result;
    const std::vector<std::size_t> kept = Columns(result.columns_);
    const auto width = static_cast<std::uint32_t>(kept.size() + 1);
    for (std::size_t state = 0; state < rows_.size(); ++state) {
      for (const std::size_t byte : kept) {
        const std::uint32_t target = rows_[state][byte];
        result.next_.push_back(target == kAnything ? kReject : target * width);
      }
      result.next_.push_back(accepting_[state] ? 1 : 0);
    }
    result.accepting_column_ = width - 1;
    result.undecided_ = 2 * width;
    result.start_ = names_[automaton_.start] * width;
    return result;
  }

  const Automaton& automaton_;
  std::size_t max_states_;
  std::vector<std::uint32_t> names_;  ///< By the automaton's state.
  std::vector<Row> rows_;
  std::vector<bool> accepting_;
  std::map<Block, std::uint32_t> blocks_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> uniform_;
  std::size_t blocks_made_ = 0;
};

std::optional<ByteAutomaton> ByteAutomaton::Make(const Automaton& automaton,
                                                 std::size_t max_states) {
  return ByteAutomatonBuilder(automaton, max_states).Build();
}

}  // namespace accord::schema
