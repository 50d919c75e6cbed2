#include "schema/pattern/reader.h"

#include "schema/pattern/utf8.h"

namespace accord::schema {
namespace {
constexpr std::size_t kMaxRanges = 2'000'000;
}

std::uint32_t PatternReader::Peek() const {
  std::size_t at = at_;
  return done() ? kNothing : DecodeUtf8(text_, at);
}

std::uint32_t PatternReader::Next() {
  return done() ? kNothing : DecodeUtf8(text_, at_);
}

bool PatternReader::Skip(std::string_view text) {
  if (!Sees(text)) {
    return false;
  }
  at_ += text.size();
  return true;
}

bool PatternReader::Fail(std::string message, std::size_t position) {
  if (fault_.empty()) {
    fault_ = std::move(message);
    fault_position_ = position;
  }
  return false;
}

bool PatternReader::Spend(std::size_t ranges) {
  ranges_ += ranges;
  return ranges_ <= kMaxRanges || Fail("the classes are too large");
}

}  // namespace accord::schema
