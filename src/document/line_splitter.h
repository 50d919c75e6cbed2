#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "accord/base/result.h"

namespace accord::document {

/// Cuts a stream into lines with memory for the longest one.
class LineSplitter {
 public:
  /// Fills the buffer with up to `size` bytes and returns how many there were: 0 at the end.
  using Read = std::function<base::Result<std::size_t>(char* buffer, std::size_t size)>;

  struct Line {
    std::string_view text;     ///< Without its LF. Valid until the next call.
    std::uint64_t number = 0;  ///< From 1.
    std::uint64_t offset = 0;
    bool too_long = false;  ///< It has more than the greatest number of bytes; `text` is empty.
  };

  LineSplitter(Read read, std::size_t max_bytes);

  /// The next line that is not blank.
  std::optional<Line> Next();
  /// Offset behind the last line.
  std::uint64_t position() const { return base_ + next_; }
  const std::optional<base::Error>& error() const { return error_; }

 private:
  std::optional<Line> NextOfAny();
  std::optional<std::size_t> FindLineFeed(std::size_t from) const;
  bool Fill();
  void SkipLine();

  Read read_;
  std::size_t max_bytes_;
  std::vector<char> buffer_;
  std::size_t next_ = 0;    // In the buffer: where the next line starts,
  std::size_t filled_ = 0;  // and how much of it is filled.
  std::uint64_t base_ = 0;  // Offset of the buffer in the stream.
  std::uint64_t number_ = 0;
  bool at_end_ = false;
  std::optional<base::Error> error_;
};

}  // namespace accord::document
