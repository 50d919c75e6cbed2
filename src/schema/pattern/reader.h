#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace accord::schema {

/// The text of a regular expression while it is read, by code points.
class PatternReader {
 public:
  /// After the last code point.
  static constexpr std::uint32_t kNothing = 0xFFFFFFFF;

  /// `text` is UTF-8.
  PatternReader(std::string_view text, bool lenient) : text_(text), lenient_(lenient) {}

  bool done() const { return at_ >= text_.size(); }
  std::size_t position() const { return at_; }
  /// Goes back to an earlier position.
  void Return(std::size_t position) { at_ = position; }
  std::uint32_t Peek() const;
  std::uint32_t Next();
  bool Sees(std::string_view text) const { return text_.substr(at_).starts_with(text); }
  /// Goes past `text` when it is there.
  bool Skip(std::string_view text);

  /// Reading as Annex B does.
  bool lenient() const { return lenient_; }
  /// Notes the first fault, which lies at `position`; always false.
  bool Fail(std::string message, std::size_t position);
  bool Fail(std::string message) { return Fail(std::move(message), at_); }
  const std::string& fault() const { return fault_; }
  std::size_t fault_position() const { return fault_position_; }
  /// Sets may hold only so many ranges altogether: short names stand for large sets.
  bool Spend(std::size_t ranges);

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool lenient_;
  std::string fault_;
  std::size_t fault_position_ = 0;
  std::size_t ranges_ = 0;
};

inline bool IsDigit(std::uint32_t code_point) {
  return code_point >= '0' && code_point <= '9';
}
inline bool IsLetter(std::uint32_t code_point) {
  return (code_point >= 'a' && code_point <= 'z') || (code_point >= 'A' && code_point <= 'Z');
}

}  // namespace accord::schema
