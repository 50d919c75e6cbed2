#pragma once

#include <cstdint>
#include <initializer_list>
#include <tuple>
#include <vector>

namespace accord::schema {

inline constexpr std::uint32_t kLastCodePoint = 0x10FFFF;
inline constexpr std::uint32_t kFirstSurrogate = 0xD800;
inline constexpr std::uint32_t kLastSurrogate = 0xDFFF;

struct CodePointRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  ///< Included.
  friend bool operator==(const CodePointRange&, const CodePointRange&) = default;
  friend bool operator<(const CodePointRange& a, const CodePointRange& b) {
    return std::tie(a.first, a.last) < std::tie(b.first, b.last);
  }
};

/// A set of code points that a text can hold, so no surrogates: sorted ranges that do not touch.
class CodePoints {
 public:
  CodePoints() = default;
  CodePoints(std::initializer_list<CodePointRange> ranges) : CodePoints(std::vector(ranges)) {}
  /// In any order; they may overlap.
  explicit CodePoints(std::vector<CodePointRange> ranges);
  static CodePoints All();
  static CodePoints One(std::uint32_t code_point) { return {{code_point, code_point}}; }

  const std::vector<CodePointRange>& ranges() const { return ranges_; }
  bool empty() const { return ranges_.empty(); }
  bool Contains(std::uint32_t code_point) const;
  /// Exactly one member.
  bool is_single() const { return ranges_.size() == 1 && ranges_[0].first == ranges_[0].last; }
  bool Intersects(const CodePoints& other) const;

  void Add(const CodePoints& other);
  CodePoints Complement() const;

  friend bool operator==(const CodePoints&, const CodePoints&) = default;
  /// Some order, for sorting.
  friend bool operator<(const CodePoints& a, const CodePoints& b) { return a.ranges_ < b.ranges_; }

 private:
  std::vector<CodePointRange> ranges_;
};

/// `\d`, `\w`, `\s` and `.` of ECMA-262 without flags `i` and `s`.
const CodePoints& Digits();
const CodePoints& WordCharacters();
const CodePoints& WhiteSpace();
const CodePoints& Dot();

}  // namespace accord::schema
