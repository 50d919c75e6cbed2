#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace accord::schema {

/// Which members or items of one value were evaluated, by position.
class Tracker {
 public:
  explicit Tracker(std::size_t size) : more_(size > 64 ? (size - 1) / 64 : 0) {}

  void Mark(std::size_t position) { WordOf(position) |= std::uint64_t{1} << (position % 64); }
  bool marked(std::size_t position) const {
    const std::uint64_t word = position < 64 ? first_ : more_[position / 64 - 1];
    return (word >> (position % 64) & 1U) != 0;
  }
  void MarkAll() {
    first_ = UINT64_MAX;
    more_.assign(more_.size(), UINT64_MAX);
  }

 private:
  std::uint64_t& WordOf(std::size_t position) {
    return position < 64 ? first_ : more_[position / 64 - 1];
  }

  std::uint64_t first_ = 0;
  std::vector<std::uint64_t> more_;
};

}  // namespace accord::schema
