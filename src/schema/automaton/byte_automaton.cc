#include "schema/automaton/byte_automaton.h"

#include <algorithm>
#include <map>
#include <utility>

namespace accord::schema {
namespace {

constexpr std::uint32_t kReject = 0;
constexpr std::uint32_t kAccept = 1;
/// Where no valid text leads.
constexpr std::uint32_t kAnything = 0xFFFFFFFF;
constexpr std::size_t kMaxWork = 2'000'000;

/// What the code points behind one or more bytes of UTF-8 are: a class of the alphabet, or a block
/// that the next byte decides on.
class ByteTree {
 public:
  using Block = std::array<std::uint32_t, 64>;

  explicit ByteTree(const Alphabet& alphabet) : alphabet_(alphabet) {
    for (std::uint32_t byte = 0; byte < 0x80; ++byte) {
      roots_[byte] = alphabet.ClassOf(byte);
    }
    for (std::uint32_t byte = 0xC2; byte < 0xF5; ++byte) {
      const std::uint32_t more = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
      roots_[byte] = Make((byte & (0x3FU >> more)) << (6 * more), more);
    }
  }

  /// By first byte; kAnything for bytes that begin nothing.
  const std::array<std::uint32_t, 256>& roots() const { return roots_; }
  bool IsClass(std::uint32_t node) const { return node < alphabet_.size(); }
  const Block& BlockOf(std::uint32_t node) const { return blocks_[node - alphabet_.size()]; }
  const std::vector<Block>& blocks() const { return blocks_; }
  std::size_t size() const { return alphabet_.size() + blocks_.size(); }

 private:
  /// For the code points from `first` on that differ in the last `more` bytes only.
  std::uint32_t Make(std::uint32_t first, std::uint32_t more) {
    const std::uint32_t last = first + (1U << (6 * more)) - 1;
    const std::uint32_t least = more == 2 ? 0x800 : more == 3 ? 0x10000 : 0;
    const std::vector<Alphabet::Range>& ranges = alphabet_.ranges();
    const auto after = std::upper_bound(
        ranges.begin(), ranges.end(), first, [](std::uint32_t value, const auto& range) {
          return value < range.first;
        });
    if (after == ranges.end() || after->first > last) {
      const std::uint32_t symbol = std::prev(after)->symbol;
      const bool valid = symbol != Alphabet::kNoClass && first <= kLastCodePoint && last >= least;
      return valid ? Uniform(symbol, more) : kAnything;
    }
    Block block{};
    for (std::uint32_t i = 0; i < block.size(); ++i) {
      block[i] = Make(first + (i << (6 * (more - 1))), more - 1);
    }
    return Number(block);
  }

  std::uint32_t Uniform(std::uint32_t symbol, std::uint32_t more) {
    if (more == 0) {
      return symbol;
    }
    const auto [entry, is_new] = uniform_.try_emplace({symbol, more}, 0);
    if (is_new) {
      Block block;
      block.fill(Uniform(symbol, more - 1));
      entry->second = Number(block);
    }
    return entry->second;
  }

  std::uint32_t Number(Block block) {
    const auto known = std::find_if(
        block.begin(), block.end(), [](std::uint32_t node) { return node != kAnything; });
    if (known == block.end()) {
      return kAnything;
    }
    const std::uint32_t some = *known;
    std::replace(block.begin(), block.end(), kAnything, some);
    const auto [entry, is_new] = numbers_.try_emplace(block, static_cast<std::uint32_t>(size()));
    if (is_new) {
      blocks_.push_back(block);
    }
    return entry->second;
  }

  const Alphabet& alphabet_;
  std::array<std::uint32_t, 256> roots_ = [] {
    std::array<std::uint32_t, 256> none;
    none.fill(kAnything);
    return none;
  }();
  std::vector<Block> blocks_;
  std::map<Block, std::uint32_t> numbers_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> uniform_;
};

}  // namespace

class ByteAutomatonBuilder {
 public:
  ByteAutomatonBuilder(const Automaton& automaton, std::size_t max_states)
      : automaton_(automaton), max_states_(max_states), tree_(automaton.alphabet) {}

  std::optional<ByteAutomaton> Build() {
    NumberColumns();
    if (tree_.blocks().size() * automaton_.states() * middle_.size() > kMaxWork) {
      return std::nullopt;
    }
    AddRow(false);
    AddRow(true);
    std::fill(table_.begin() + width_, table_.end(), kAccept);
    for (std::uint32_t state = 0; state < automaton_.states(); ++state) {
      if (automaton_.IsFinal(state)) {
        names_.push_back(automaton_.accepting[state] ? kAccept : kReject);
      } else {
        names_.push_back(AddRow(automaton_.accepting[state]));
      }
    }
    for (std::uint32_t state = 0; state < automaton_.states(); ++state) {
      if (rows_ > max_states_) {
        return std::nullopt;
      }
      if (names_[state] > kAccept) {
        FillRow(state);
      }
    }
    return Pack();
  }

 private:
  /// Bytes that lead to the same in every state share a column. The first one leads nowhere.
  void NumberColumns() {
    std::map<std::uint32_t, std::uint8_t> by_root{{kAnything, 0}};
    std::map<std::vector<std::uint32_t>, std::uint8_t> by_children;
    std::uint32_t count = 1;
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t root = tree_.roots()[byte];
      const bool middle = byte >= 0x80 && byte < 0xC0;
      const auto number = static_cast<std::uint8_t>(count);
      const auto [column, is_new] = middle ? TryNumber(by_children, Children(byte & 0x3FU), number)
                                           : TryNumber(by_root, root, number);
      columns_[byte] = column;
      if (is_new) {
        ++count;
        (middle ? middle_ : first_).push_back({column, middle ? byte & 0x3FU : root});
      }
    }
    width_ = count + 1;
  }

  template <typename Key>
  static std::pair<std::uint8_t, bool> TryNumber(std::map<Key, std::uint8_t>& numbers,
                                                 const Key& key,
                                                 std::uint8_t number) {
    const auto [entry, is_new] = numbers.try_emplace(key, number);
    return {entry->second, is_new};
  }

  std::vector<std::uint32_t> Children(std::uint32_t index) const {
    std::vector<std::uint32_t> result;
    for (const ByteTree::Block& block : tree_.blocks()) {
      result.push_back(block[index]);
    }
    return result;
  }

  std::uint32_t AddRow(bool accepting) {
    table_.resize(table_.size() + width_, kReject);
    table_.back() = accepting ? 1 : 0;
    return rows_++;
  }

  void FillRow(std::uint32_t state) {
    known_.assign(tree_.size(), kAnything);
    for (const Column& column : first_) {
      // AddRow moves the table.
      const std::uint32_t target = TargetOf(state, column.node);
      table_[std::size_t{names_[state]} * width_ + column.number] = target;
    }
  }

  /// The byte state for being in `state` with the rest of a code point, `node`, still to read.
  std::uint32_t TargetOf(std::uint32_t state, std::uint32_t node) {
    if (tree_.IsClass(node)) {
      return names_[automaton_.Next(state, node)];
    }
    if (known_[node] != kAnything) {
      return known_[node];
    }
    std::vector<std::uint32_t> targets;
    targets.reserve(middle_.size());
    for (const Column& column : middle_) {
      targets.push_back(TargetOf(state, tree_.BlockOf(node)[column.node]));
    }
    const bool same =
        std::count(targets.begin(), targets.end(), targets.front()) == std::ssize(targets);
    return known_[node] =
               same && targets.front() <= kAccept ? targets.front() : RowOf(std::move(targets));
  }

  std::uint32_t RowOf(std::vector<std::uint32_t> targets) {
    const auto [entry, is_new] = shared_rows_.try_emplace(std::move(targets), rows_);
    if (is_new) {
      const std::size_t row = std::size_t{AddRow(false)} * width_;
      for (std::size_t i = 0; i < middle_.size(); ++i) {
        table_[row + middle_[i].number] = entry->first[i];
      }
    }
    return entry->second;
  }

  ByteAutomaton Pack() {
    ByteAutomaton result;
    for (std::size_t i = 0; i < table_.size(); ++i) {
      table_[i] *= i % width_ == width_ - 1 ? 1 : width_;
    }
    result.next_ = std::move(table_);
    result.columns_ = columns_;
    result.accepting_column_ = width_ - 1;
    result.undecided_ = 2 * width_;
    result.start_ = names_[automaton_.start] * width_;
    return result;
  }

  struct Column {
    std::uint8_t number;
    std::uint32_t node;  ///< Of a first byte: the root; else the index in a block.
  };

  const Automaton& automaton_;
  std::size_t max_states_;
  ByteTree tree_;
  std::array<std::uint8_t, 256> columns_{};
  std::vector<Column> first_;
  std::vector<Column> middle_;
  std::uint32_t width_ = 0;
  std::vector<std::uint32_t> table_;
  std::uint32_t rows_ = 0;
  std::vector<std::uint32_t> names_;  ///< Row by the automaton's state.
  std::vector<std::uint32_t> known_;  ///< By node, for the current state.
  std::map<std::vector<std::uint32_t>, std::uint32_t> shared_rows_;
};

std::optional<ByteAutomaton> ByteAutomaton::Make(const Automaton& automaton,
                                                 std::size_t max_states) {
  return ByteAutomatonBuilder(automaton, max_states).Build();
}

}  // namespace accord::schema
