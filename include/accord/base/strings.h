#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace accord::base {

/// ASCII only: protocol names, never user text.
char ToLowerAscii(char c);
std::string ToLowerAscii(std::string_view text);
std::string ToUpperAscii(std::string_view text);
bool EqualsIgnoreCase(std::string_view a, std::string_view b);

inline constexpr bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
inline constexpr bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline constexpr bool IsHexDigit(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Without leading and trailing space, tab, CR and LF.
std::string_view Trim(std::string_view text);

/// Always at least one piece; empty pieces are kept.
std::vector<std::string_view> Split(std::string_view text, char separator);
std::string Join(const std::vector<std::string>& parts, std::string_view separator);

/// True when the bytes are well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool IsUtf8(std::string_view bytes);
/// Of a UTF-8 sequence a byte after the first.
inline constexpr bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
/// Appends one code point as UTF-8; U+FFFD in place of what is none.
void AppendUtf8(std::string& out, std::uint32_t code_point);
/// Number of code points; malformed bytes count one each.
std::size_t CountCodePoints(std::string_view text);
/// At most `max` bytes, cut at a code point border, ending in "…" when something was left out and
/// three bytes are allowed.
std::string Ellipsize(std::string_view text, std::size_t max);

/// `%XX` escapes decoded; bad escapes are kept as they stand. `plus_is_space` for form data.
std::string PercentDecode(std::string_view text, bool plus_is_space);
/// application/x-www-form-urlencoded (space becomes `+`).
std::string FormEncode(std::string_view text);

/// RFC 4648 §4. Decoding ignores nothing: any foreign character, bad padding or
/// non-zero spare bit gives nullopt.
std::string Base64Encode(std::string_view bytes);
std::optional<std::string> Base64Decode(std::string_view text);
/// Lower-case hexadecimal digits of the bytes.
std::string HexEncode(std::string_view bytes);

/// Best match of `word` within an edit distance of a third of its length, for "did you mean".
std::optional<std::string> NearestWord(std::string_view word,
                                       const std::vector<std::string>& candidates);

}  // namespace accord::base
