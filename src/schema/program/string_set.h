#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace accord::schema {

/// Whether two texts of the same size have the same bytes; quick for short ones.
inline bool SameBytes(const char* a, const char* b, std::size_t size) {
  const auto differ = [&](auto word, std::size_t at) {
    auto other = word;
    std::memcpy(&word, a + at, sizeof word);
    std::memcpy(&other, b + at, sizeof other);
    return word != other;
  };
  if (size >= 8) {
    if (size > 16) {
      return std::memcmp(a, b, size) == 0;
    }
    return !differ(std::uint64_t{}, 0) && !differ(std::uint64_t{}, size - 8);
  }
  if (size >= 4) {
    return !differ(std::uint32_t{}, 0) && !differ(std::uint32_t{}, size - 4);
  }
  return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

/// A fixed set of strings, for one question: which of them is this?
class StringSet {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  StringSet() = default;
  /// Without repetitions.
  explicit StringSet(std::vector<std::string> values);

  /// Its position in the list, or kNone.
  std::uint32_t Find(std::string_view text) const;
  std::size_t size() const { return values_.size(); }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t position = kNone;
  };
  std::vector<std::string> values_;
  std::vector<Entry> table_;
  std::uint64_t sizes_ = 0;  // Bit n: there is a string of n bytes; bit 63: one of 63 or more.
};

}  // namespace accord::schema
