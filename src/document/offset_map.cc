#include "document/offset_map.h"

#include <algorithm>

#include "accord/base/strings.h"

namespace accord::document {
namespace {

using base::IsContinuation;

}  // namespace

OffsetMap::OffsetMap(std::string_view source, std::size_t base)
    : source_(source),
      base_(base),
      ascii_(std::all_of(source.begin() + static_cast<std::ptrdiff_t>(base),
                         source.end(),
                         [](char c) { return static_cast<unsigned char>(c) < 0x80; })),
      byte_(base) {}

std::size_t OffsetMap::ByteOf(std::size_t code_point) {
  if (ascii_) {
    return std::min(base_ + code_point, source_.size());
  }
  while (code_point_ < code_point && byte_ < source_.size()) {
    ++code_point_;
    do {
      ++byte_;
    } while (byte_ < source_.size() && IsContinuation(source_[byte_]));
  }
  while (code_point_ > code_point) {
    --code_point_;
    do {
      --byte_;
    } while (IsContinuation(source_[byte_]));
  }
  return byte_;
}

}  // namespace accord::document
