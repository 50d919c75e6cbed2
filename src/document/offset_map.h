#pragma once

#include <cstddef>
#include <string_view>

namespace accord::document {

/// Turns libyaml's marks, which count code points, into byte offsets. Questions should come nearly
/// in order: the cost is the distance to the one before.
class OffsetMap {
 public:
  /// `base` is the offset of code point 0.
  OffsetMap(std::string_view source, std::size_t base);

  std::size_t ByteOf(std::size_t code_point);

 private:
  std::string_view source_;
  std::size_t base_;
  bool ascii_;
  std::size_t code_point_ = 0;
  std::size_t byte_;
};

}  // namespace accord::document
