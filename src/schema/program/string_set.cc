#include "schema/program/string_set.h"

#include <algorithm>
#include <bit>

#include "accord/base/hash.h"

namespace accord::schema {
namespace {

constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;

template <typename Word>
std::uint64_t Load(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

std::uint64_t Mix(std::uint64_t low, std::uint64_t high, std::size_t size) {
  const std::uint64_t mixed = (low ^ std::rotl(high, 29) ^ size) * kOdd;
  return mixed ^ (mixed >> 32U);
}

std::uint64_t HashOf(std::string_view text) {
  const std::size_t size = text.size();
  const char* at = text.data();
  if (size > 16) {
    return base::Hash64(text);
  }
  if (size >= 8) {
    return Mix(Load<std::uint64_t>(at), Load<std::uint64_t>(at + size - 8), size);
  }
  if (size >= 4) {
    return Mix(Load<std::uint32_t>(at), Load<std::uint32_t>(at + size - 4), size);
  }
  if (size == 0) {
    return Mix(0, 0, 0);
  }
  const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<std::uint8_t>(at[i])}; };
  return Mix(byte(0) | (byte(size / 2) << 8U), byte(size - 1), size);
}

std::uint64_t SizeBit(std::size_t size) {
  return std::uint64_t{1} << std::min<std::size_t>(size, 63);
}

}  // namespace

StringSet::StringSet(std::vector<std::string> values) : values_(std::move(values)) {
  table_.resize(std::bit_ceil(values_.size() * 2 + 1));
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const std::uint64_t hash = HashOf(values_[i]);
    std::size_t at = hash & (table_.size() - 1);
    while (table_[at].position != kNone) {
      at = (at + 1) & (table_.size() - 1);
    }
    table_[at] = {.hash = hash, .position = static_cast<std::uint32_t>(i)};
    sizes_ |= SizeBit(values_[i].size());
  }
}

std::uint32_t StringSet::Find(std::string_view text) const {
  if ((sizes_ & SizeBit(text.size())) == 0) {
    return kNone;
  }
  const std::uint64_t hash = HashOf(text);
  std::size_t at = hash & (table_.size() - 1);
  for (; table_[at].position != kNone; at = (at + 1) & (table_.size() - 1)) {
    const Entry& entry = table_[at];
    if (entry.hash == hash && values_[entry.position].size() == text.size() &&
        SameBytes(values_[entry.position].data(), text.data(), text.size())) {
      return entry.position;
    }
  }
  return kNone;
}

}  // namespace accord::schema
