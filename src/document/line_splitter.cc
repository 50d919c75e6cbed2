#include "document/line_splitter.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace accord::document {
namespace {

constexpr std::size_t kChunk = std::size_t{256} * 1024;

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

LineSplitter::LineSplitter(Read read, std::size_t max_bytes)
    : read_(std::move(read)), max_bytes_(max_bytes), buffer_(kChunk) {}

std::optional<LineSplitter::Line> LineSplitter::Next() {
  std::optional<Line> line = NextOfAny();
  while (line && !line->too_long && IsBlank(line->text)) {
    line = NextOfAny();
  }
  return line;
}

std::optional<LineSplitter::Line> LineSplitter::NextOfAny() {
  Line line{.number = number_ + 1, .offset = position()};
  std::size_t length = 0;
  std::optional<std::size_t> end = FindLineFeed(next_);
  while (!end && filled_ - next_ <= max_bytes_) {
    length = filled_ - next_;
    if (!Fill()) {
      break;
    }
    end = FindLineFeed(next_ + length);
  }
  const std::size_t stop = end.value_or(filled_);
  if (!end && (stop == next_ || error_)) {
    return std::nullopt;
  }
  ++number_;
  line.too_long = stop - next_ > max_bytes_;
  if (line.too_long) {
    SkipLine();
    return line;
  }
  line.text = {buffer_.data() + next_, stop - next_};
  next_ = end ? stop + 1 : stop;
  return line;
}

std::optional<std::size_t> LineSplitter::FindLineFeed(std::size_t from) const {
  const void* const found = std::memchr(buffer_.data() + from, '\n', filled_ - from);
  if (found == nullptr) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
}

/// Reads on behind what is not used up yet, which moves to the front.
bool LineSplitter::Fill() {
  if (at_end_ || error_) {
    return false;
  }
  std::memmove(buffer_.data(), buffer_.data() + next_, filled_ - next_);
  base_ += next_;
  filled_ -= std::exchange(next_, 0);
  if (buffer_.size() - filled_ < kChunk / 2) {
    buffer_.resize(buffer_.size() * 2);
  }
  const base::Result<std::size_t> read = read_(buffer_.data() + filled_, buffer_.size() - filled_);
  if (!read) {
    error_ = read.error();
    return false;
  }
  filled_ += *read;
  at_end_ = *read == 0;
  return !at_end_;
}

void LineSplitter::SkipLine() {
  std::optional<std::size_t> end = FindLineFeed(next_);
  while (!end) {
    next_ = filled_;
    if (!Fill()) {
      return;
    }
    end = FindLineFeed(next_);
  }
  next_ = *end + 1;
}

}  // namespace accord::document
