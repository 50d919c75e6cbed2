#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "accord/document/node.h"

namespace accord::schema {

/// The first and the last bytes of a text: together with the size, all of it up to 16 bytes.
struct Ends {
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
};

inline Ends EndsOf(const char* text, std::size_t size) {
  const auto load = [text](auto word, std::size_t at) {
    std::memcpy(&word, text + at, sizeof word);
    return std::uint64_t{word};
  };
  if (size >= 8) {
    return {load(std::uint64_t{}, 0), load(std::uint64_t{}, size - 8)};
  }
  if (size >= 4) {
    return {load(std::uint32_t{}, 0), load(std::uint32_t{}, size - 4)};
  }
  if (size >= 2) {
    return {load(std::uint16_t{}, 0), load(std::uint16_t{}, size - 2)};
  }
  return {size == 0 ? 0 : load(std::uint8_t{}, 0), 0};
}

/// A text of the schema, ready to be compared with those of instances. Refers to its bytes.
class Key {
 public:
  Key() = default;
  Key(std::string_view text, std::uint32_t hash)
      : data_(text.data()),
        size_(static_cast<std::uint32_t>(text.size())),
        hash_(hash),
        ends_(EndsOf(text.data(), text.size())) {}

  /// Is no member's.
  static Key Impossible() {
    Key key;
    key.size_ = UINT32_MAX;
    return key;
  }

  std::string_view text() const { return {data_, size_}; }
  /// base::Hash32 of the text.
  std::uint32_t hash() const { return hash_; }

  bool Is(const document::Member& member) const {
    return member.key_hash == hash_ && member.key_size == size_ && HasBytes(member.key_data);
  }
  bool Is(std::string_view text) const { return text.size() == size_ && HasBytes(text.data()); }

 private:
  bool HasBytes(const char* bytes) const {
    const Ends ends = EndsOf(bytes, size_);
    return ends.head == ends_.head && ends.tail == ends_.tail &&
           (size_ <= 16 || std::memcmp(bytes + 8, data_ + 8, size_ - 16) == 0);
  }

  const char* data_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t hash_ = 0;
  Ends ends_;
};

}  // namespace accord::schema
