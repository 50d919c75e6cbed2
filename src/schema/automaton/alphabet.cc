#include "schema/automaton/alphabet.h"

#include <algorithm>
#include <map>

namespace accord::schema {
namespace {

constexpr std::size_t kMaxWork = 4'000'000;
constexpr std::uint32_t kAfterLast = kLastCodePoint + 1;

bool IsSurrogate(std::uint32_t code_point) {
  return code_point >= kFirstSurrogate && code_point <= kLastSurrogate;
}

/// Where some set begins or ends, in order.
std::vector<std::uint32_t> Borders(const std::vector<const CodePoints*>& sets) {
  std::vector<std::uint32_t> borders = {0, kFirstSurrogate, kLastSurrogate + 1};
  for (const CodePoints* set : sets) {
    for (const CodePointRange& range : set->ranges()) {
      borders.push_back(range.first);
      if (range.last != kLastCodePoint) {
        borders.push_back(range.last + 1);
      }
    }
  }
  std::sort(borders.begin(), borders.end());
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  return borders;
}

/// Gives the pieces inside `set` names of their own.
void Split(const CodePoints& set,
           const std::vector<std::uint32_t>& borders,
           std::vector<std::uint32_t>& names,
           std::uint32_t& count) {
  std::vector<std::uint32_t> fresh(count, Alphabet::kNoClass);
  for (const CodePointRange& range : set.ranges()) {
    auto piece = std::lower_bound(borders.begin(), borders.end(), range.first) - borders.begin();
    for (; piece < std::ssize(borders) && borders[static_cast<std::size_t>(piece)] <= range.last;
         ++piece) {
      std::uint32_t& name = names[static_cast<std::size_t>(piece)];
      if (fresh[name] == Alphabet::kNoClass) {
        fresh[name] = count++;
      }
      name = fresh[name];
    }
  }
}

}  // namespace

Alphabet::Alphabet() : size_(1) {
  Append(0, 0);
  Append(kFirstSurrogate, kNoClass);
  Append(kLastSurrogate + 1, 0);
}

void Alphabet::Append(std::uint32_t first, std::uint32_t symbol) {
  if (ranges_.empty() || ranges_.back().symbol != symbol) {
    ranges_.push_back({first, symbol});
  }
}

std::optional<Alphabet> Alphabet::Of(const std::vector<const CodePoints*>& sets) {
  const std::vector<std::uint32_t> borders = Borders(sets);
  if (borders.size() * sets.size() > kMaxWork) {
    return std::nullopt;
  }
  std::vector<std::uint32_t> names(borders.size(), 0);
  std::uint32_t count = 1;
  for (const CodePoints* set : sets) {
    Split(*set, borders, names, count);
  }
  Alphabet result;
  result.ranges_.clear();
  result.size_ = 0;
  std::vector<std::uint32_t> dense(count, kNoClass);
  for (std::size_t i = 0; i < borders.size(); ++i) {
    if (IsSurrogate(borders[i])) {
      result.Append(borders[i], kNoClass);
      continue;
    }
    std::uint32_t& name = dense[names[i]];
    if (name == kNoClass) {
      name = result.size_++;
    }
    result.Append(borders[i], name);
  }
  return result;
}

Alphabet Alphabet::Merge(const Alphabet& a,
                         const Alphabet& b,
                         std::vector<std::pair<std::uint32_t, std::uint32_t>>& origins) {
  Alphabet result;
  result.ranges_.clear();
  result.size_ = 0;
  origins.clear();
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> names;
  std::size_t i = 0;
  std::size_t j = 0;
  for (std::uint32_t first = 0; first < kAfterLast;) {
    const std::pair pair(a.ranges_[i].symbol, b.ranges_[j].symbol);
    if (pair.first == kNoClass) {
      result.Append(first, kNoClass);
    } else {
      const auto [entry, is_new] = names.try_emplace(pair, result.size_);
      if (is_new) {
        origins.push_back(pair);
        ++result.size_;
      }
      result.Append(first, entry->second);
    }
    const std::uint32_t end_a = i + 1 < a.ranges_.size() ? a.ranges_[i + 1].first : kAfterLast;
    const std::uint32_t end_b = j + 1 < b.ranges_.size() ? b.ranges_[j + 1].first : kAfterLast;
    first = std::min(end_a, end_b);
    i += end_a == first ? 1U : 0U;
    j += end_b == first ? 1U : 0U;
  }
  return result;
}

std::size_t Alphabet::IndexOf(std::uint32_t code_point) const {
  const auto after = std::upper_bound(
      ranges_.begin(), ranges_.end(), code_point, [](std::uint32_t value, const Range& range) {
        return value < range.first;
      });
  return static_cast<std::size_t>(after - ranges_.begin()) - 1;
}

std::uint32_t Alphabet::ClassOf(std::uint32_t code_point) const {
  return ranges_[IndexOf(code_point)].symbol;
}

std::vector<std::uint32_t> Alphabet::ClassesIn(const CodePoints& set) const {
  std::vector<bool> seen(size_, false);
  std::vector<std::uint32_t> result;
  for (const CodePointRange& range : set.ranges()) {
    for (std::size_t i = IndexOf(range.first); i < ranges_.size() && ranges_[i].first <= range.last;
         ++i) {
      const std::uint32_t symbol = ranges_[i].symbol;
      if (symbol != kNoClass && !seen[symbol]) {
        seen[symbol] = true;
        result.push_back(symbol);
      }
    }
  }
  return result;
}

std::vector<CodePoints> Alphabet::Classes() const {
  std::vector<std::vector<CodePointRange>> members(size_);
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    const std::uint32_t end = i + 1 < ranges_.size() ? ranges_[i + 1].first : kAfterLast;
    if (ranges_[i].symbol != kNoClass) {
      members[ranges_[i].symbol].push_back({ranges_[i].first, end - 1});
    }
  }
  std::vector<CodePoints> result;
  result.reserve(size_);
  for (std::vector<CodePointRange>& ranges : members) {
    result.emplace_back(std::move(ranges));
  }
  return result;
}

Alphabet Alphabet::Renamed(const std::vector<std::uint32_t>& names, std::uint32_t count) const {
  Alphabet result;
  result.ranges_.clear();
  result.size_ = count;
  for (const Range& range : ranges_) {
    result.Append(range.first, range.symbol == kNoClass ? kNoClass : names[range.symbol]);
  }
  return result;
}

}  // namespace accord::schema
