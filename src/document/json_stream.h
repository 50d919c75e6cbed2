#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace accord::document {

/// What RapidJSON reads from. In its in-situ mode the stream decides where decoded strings go:
/// here a string without escapes stays where it is, and only the others are decoded to a buffer.
/// The text must end in a NUL byte behind its last character.
class JsonStream {
 public:
  using Ch = char;

  JsonStream(std::string_view text, std::size_t start)
      : begin_(text.data()), at_(text.data() + start) {}

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
  void Put(char c) { decoded_ += c; }
  std::size_t PutEnd(const char* /*begin*/) {
    decoded_.pop_back();  // The NUL that RapidJSON puts behind every string.
    return 1;
  }

  /// Where the last string starts, at its opening quote.
  std::size_t string_begin() const { return static_cast<std::size_t>(string_begin_ - begin_); }
  /// Whether the last string had to be decoded, and to what.
  bool has_escapes() const { return has_escapes_; }
  std::string_view decoded() const { return decoded_; }

 private:
  static const char* FindSpecial(const char* at) {
    while (*at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20) {
      ++at;
    }
    return at;
  }

  const char* begin_;
  const char* at_;
  const char* string_begin_ = nullptr;
  bool has_escapes_ = false;
  std::string decoded_;
};

}  // namespace accord::document
