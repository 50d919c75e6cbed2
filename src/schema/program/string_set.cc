#include "schema/program/string_set.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "accord/base/hash.h"

namespace accord::schema {
namespace {

constexpr std::size_t kShort = 16;  // The ends are all of such a text.
constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;

// As EndsOf, without a jump for most sizes: the texts of an enumeration come in turn.
[[gnu::always_inline]] inline Ends SteadyEndsOf(std::string_view text) {
  const auto load = [text](std::size_t at) {
    std::uint32_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    return std::uint64_t{word};
  };
  if (text.size() < 4) {
    return EndsOf(text.data(), text.size());
  }
  const std::size_t last = text.size() - 4;
  return {load(0) | load(std::min<std::size_t>(last, 4)) << 32U,
          load(std::max<std::size_t>(last, 4) - 4) | load(last) << 32U};
}

/// Of a text that its ends and its size describe.
std::uint64_t HashOf(std::size_t size, const Ends& ends) {
  const std::uint64_t mixed = (ends.head ^ std::rotl(ends.tail, 29) ^ size) * kOdd;
  return mixed ^ (mixed >> 32U);
}

std::uint64_t SizeBit(std::size_t size) {
  return std::uint64_t{1} << std::min<std::size_t>(size, 63);
}

}  // namespace

StringSet::StringSet(std::vector<std::string> values) : values_(std::move(values)) {
  table_.resize(std::bit_ceil(values_.size() * 2 + 1));
  mask_ = table_.size() - 1;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const std::size_t size = values_[i].size();
    const Ends ends = SteadyEndsOf(values_[i]);
    const std::uint64_t hash = size > kShort ? base::Hash64(values_[i]) : HashOf(size, ends);
    std::size_t at = hash & mask_;
    while (table_[at].position != kNone) {
      at = (at + 1) & mask_;
    }
    table_[at] = {.hash = hash,
                  .ends = ends,
                  .size = static_cast<std::uint32_t>(size),
                  .position = static_cast<std::uint32_t>(i)};
    sizes_ |= SizeBit(size);
  }
}

std::uint32_t StringSet::Find(std::string_view text) const {
  if ((sizes_ & SizeBit(text.size())) == 0) {
    return kNone;
  }
  if (text.size() > kShort) {
    return FindLong(text);
  }
  const Ends ends = SteadyEndsOf(text);
  for (std::size_t at = HashOf(text.size(), ends) & mask_; table_[at].position != kNone;
       at = (at + 1) & mask_) {
    const Entry& entry = table_[at];
    if (entry.ends.head == ends.head && entry.ends.tail == ends.tail && entry.size == text.size()) {
      return entry.position;
    }
  }
  return kNone;
}

std::uint32_t StringSet::FindLong(std::string_view text) const {
  const std::uint64_t hash = base::Hash64(text);
  for (std::size_t at = hash & mask_; table_[at].position != kNone; at = (at + 1) & mask_) {
    const Entry& entry = table_[at];
    if (entry.hash == hash && values_[entry.position] == text) {
      return entry.position;
    }
  }
  return kNone;
}

}  // namespace accord::schema
