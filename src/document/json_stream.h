#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <rapidjson/reader.h>

namespace accord::document {

/// What RapidJSON reads from. In its in-situ mode the stream decides where decoded strings go:
/// here a string without escapes stays where it is, and only the others are decoded to a buffer.
/// The text must end in a NUL byte behind its last character.
class JsonStream {
 public:
  using Ch = char;

  JsonStream(std::string_view text, std::size_t start)
      : begin_(text.data()), at_(text.data() + start), end_(text.data() + text.size()) {}

  char Peek() const { return *at_; }
  char Take() { return *at_++; }
  std::size_t Tell() const { return static_cast<std::size_t>(at_ - begin_); }

  // Called behind an opening quote, and also behind a number, where there is nothing to decode.
  char* PutBegin() {
    if (at_[-1] != '"') {
      return nullptr;
    }
    string_begin_ = at_ - 1;
    decoded_.clear();
    const char* stop = FindSpecial(at_);
    has_escapes_ = *stop != '"';
    if (!has_escapes_) {
      at_ = stop;
    }
    return nullptr;
  }
  void Put(char c) {
    if (has_escapes_) {
      decoded_ += c;
    }
  }
  std::size_t PutEnd(const char* /*begin*/) {
    if (has_escapes_) {
      decoded_.pop_back();  // The NUL that RapidJSON puts behind every string.
    }
    return 1;
  }
  void SkipBlanks() {
    constexpr std::uint64_t kSpaces = 0x2020202020202020U;
    while (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t') {
      ++at_;
      while (end_ - at_ >= kWord && ReadWord(at_) == kSpaces) {
        at_ += kWord;
      }
    }
  }

  /// Where the last string starts, at its opening quote.
  std::size_t string_begin() const { return static_cast<std::size_t>(string_begin_ - begin_); }
  /// Whether the last string had to be decoded, and to what.
  bool has_escapes() const { return has_escapes_; }
  std::string_view decoded() const { return decoded_; }

 private:
  static constexpr std::ptrdiff_t kWord = 8;

  static std::uint64_t ReadWord(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
  }

  // The first quote, backslash or control character; the NUL behind the text is one.
  const char* FindSpecial(const char* at) const {
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    while (end_ - at >= kWord) {
      // Subtracting sets the high bit of each byte that is below the subtracted one.
      const std::uint64_t word = ReadWord(at);
      const std::uint64_t quote = word ^ (kOnes * '"');
      const std::uint64_t backslash = word ^ (kOnes * '\\');
      const std::uint64_t found = (((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) |
                                   ((word - kOnes * 0x20) & ~word)) &
                                  kHighBits;
      if (found != 0) {
        if constexpr (std::endian::native == std::endian::little) {
          at += std::countr_zero(found) / 8;
        }
        break;
      }
      at += kWord;
    }
    while (*at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20) {
      ++at;
    }
    return at;
  }

  const char* begin_;
  const char* at_;
  const char* end_;
  const char* string_begin_ = nullptr;
  bool has_escapes_ = false;
  std::string decoded_;
};

}  // namespace accord::document

/// The customisation point RapidJSON has for faster streams.
template <>
inline void rapidjson::SkipWhitespace(accord::document::JsonStream& is) {
  is.SkipBlanks();
}
