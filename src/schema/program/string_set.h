#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/program/key.h"

namespace accord::schema {

/// A fixed set of strings, for one question: which of them is this?
class StringSet {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  StringSet() = default;
  /// Without repetitions.
  explicit StringSet(std::vector<std::string> values);

  /// Its position in the list, or kNone.
  std::uint32_t Find(std::string_view text) const;
  bool Contains(std::string_view text) const { return Find(text) != kNone; }
  std::size_t size() const { return values_.size(); }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    Ends ends;
    std::uint32_t size = 0;
    std::uint32_t position = kNone;
  };
  std::uint32_t FindLong(std::string_view text) const;

  std::vector<std::string> values_;
  std::vector<Entry> table_;
  std::size_t mask_ = 0;
  std::uint64_t sizes_ = 0;  // Bit n: there is a string of n bytes; bit 63: one of 63 or more.
};

}  // namespace accord::schema
