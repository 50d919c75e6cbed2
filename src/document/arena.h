#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace accord::document {

/// Memory that is handed out piece by piece and freed as a whole. Pieces never move.
class Arena {
 public:
  /// `align` is a power of two, at most 8.
  void* Allocate(std::size_t bytes, std::size_t align) {
    const std::size_t start = (used_ + align - 1) & ~(align - 1);
    if (start + bytes > size_) {
      return Grow(bytes);
    }
    used_ = start + bytes;
    return chunk_ + start;
  }

  std::string_view Store(std::string_view text) {
    if (text.empty()) {
      return "";
    }
    auto* copy = static_cast<char*>(Allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  /// Takes everything back. The newest chunk stays, which is the largest but for huge ones.
  void Clear() {
    used_ = 0;
    if (size_ > kLargestChunk) {
      chunks_.clear();
      size_ = 0;
    } else if (chunks_.size() > 1) {
      chunks_.erase(chunks_.begin(), chunks_.end() - 1);
    }
  }

 private:
  static constexpr std::size_t kFirstChunk = 1024;
  static constexpr std::size_t kLargestChunk = 1U << 20U;

  void* Grow(std::size_t bytes) {
    const std::size_t next = chunks_.empty() ? kFirstChunk : std::min(size_ * 2, kLargestChunk);
    size_ = std::max(next, bytes);
    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size_));  // NOLINT(*-c-arrays)
    chunk_ = chunks_.back().get();
    used_ = bytes;
    return chunk_;
  }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;  // NOLINT(*-c-arrays)
  std::byte* chunk_ = nullptr;
  std::size_t size_ = 0;
  std::size_t used_ = 0;
};

}  // namespace accord::document
