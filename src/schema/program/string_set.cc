#include "schema/program/string_set.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "accord/base/hash.h"

namespace accord::schema {
namespace {

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

std::uint64_t HashOf(std::string_view text, const Ends& ends) {
  if (text.size() > 16) {
    return base::Hash64(text);
  }
  const std::uint64_t mixed = (ends.head ^ std::rotl(ends.tail, 29) ^ text.size()) * kOdd;
  return mixed ^ (mixed >> 32U);
}

std::uint64_t SizeBit(std::size_t size) {
  return std::uint64_t{1} << std::min<std::size_t>(size, 63);
}

}  // namespace

StringSet::StringSet(std::vector<std::string> values) : values_(std::move(values)) {
  table_.resize(std::bit_ceil(values_.size() * 2 + 1));
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const Ends ends = SteadyEndsOf(values_[i]);
    const std::uint64_t hash = HashOf(values_[i], ends);
    std::size_t at = hash & (table_.size() - 1);
    while (table_[at].position != kNone) {
      at = (at + 1) & (table_.size() - 1);
    }
    table_[at] = {.hash = hash,
                  .ends = ends,
                  .size = static_cast<std::uint32_t>(values_[i].size()),
                  .position = static_cast<std::uint32_t>(i)};
    sizes_ |= SizeBit(values_[i].size());
  }
}

bool StringSet::Contains(std::string_view text) const {
  return Find(text) != kNone;
}

std::uint32_t StringSet::Find(std::string_view text) const {
  if ((sizes_ & SizeBit(text.size())) == 0) {
    return kNone;
  }
  const Ends ends = SteadyEndsOf(text);
  const std::uint64_t hash = HashOf(text, ends);
  std::size_t at = hash & (table_.size() - 1);
  for (; table_[at].position != kNone; at = (at + 1) & (table_.size() - 1)) {
    const Entry& entry = table_[at];
    if (entry.hash == hash && entry.size == text.size() && entry.ends.head == ends.head &&
        entry.ends.tail == ends.tail && (text.size() <= 16 || values_[entry.position] == text)) {
      return entry.position;
    }
  }
  return kNone;
}

}  // namespace accord::schema
