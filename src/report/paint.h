#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace accord::report {

/// The parameters of ECMA-48's SGR sequence.
enum class Ink : std::uint8_t {
  kBold = 1,
  kDim = 2,
  kRed = 31,
  kGreen = 32,
  kYellow = 33,
  kCyan = 36,
};

/// Colours text, or leaves it alone.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}

  std::string operator()(Ink ink, std::string_view text) const {
    if (!on_ || text.empty()) {
      return std::string(text);
    }
    std::string out = "\x1b[" + std::to_string(static_cast<int>(ink)) + "m";
    out += text;
    out += "\x1b[0m";
    return out;
  }

 private:
  bool on_;
};

}  // namespace accord::report
