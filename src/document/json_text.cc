#include "document/json_text.h"

#include <optional>
#include <string_view>

#include "accord/base/strings.h"

namespace accord::document {
namespace {

std::optional<std::uint32_t> HexDigit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? std::optional<std::uint32_t>(lower - 'a' + 10)
                                      : std::nullopt;
}

// The four digits behind `\u`.
std::optional<std::uint32_t> CodeUnit(std::string_view escape) {
  if (escape.size() < 6 || !escape.starts_with("\\u")) {
    return std::nullopt;
  }
  std::uint32_t unit = 0;
  for (const char c : escape.substr(2, 4)) {
    const std::optional<std::uint32_t> digit = HexDigit(c);
    if (!digit) {
      return std::nullopt;
    }
    unit = unit * 16 + *digit;
  }
  return unit;
}

// An escape of a code point, possibly of two surrogates; moves `at` behind it.
JsonFault DecodeUnicode(const char*& at, const char* end, std::string& out) {
  const std::string_view rest(at, static_cast<std::size_t>(end - at));
  const std::optional<std::uint32_t> first = CodeUnit(rest);
  if (!first) {
    return JsonFault::kBadHex;
  }
  if (*first < 0xD800 || *first > 0xDFFF) {
    base::AppendUtf8(out, *first);
    at += 6;
    return JsonFault::kNone;
  }
  const std::optional<std::uint32_t> second = CodeUnit(rest.substr(6));
  if (*first > 0xDBFF || !second || *second < 0xDC00 || *second > 0xDFFF) {
    return JsonFault::kHalfSurrogate;
  }
  base::AppendUtf8(out, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
  at += 12;
  return JsonFault::kNone;
}

JsonFault DecodeEscape(const char*& at, const char* end, std::string& out) {
  constexpr std::string_view kNames = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  if (at[1] == 'u') {
    return DecodeUnicode(at, end, out);
  }
  const std::size_t name = kNames.find(at[1]);
  if (name == std::string_view::npos) {
    return JsonFault::kBadEscape;
  }
  out += kMeanings[name];
  at += 2;
  return JsonFault::kNone;
}

}  // namespace

DecodedText DecodeString(const char* at, const char* end, std::string& out) {
  for (;;) {
    const char* const stop = FindSpecial(at, end);
    out.append(at, stop);
    at = stop;
    if (*at == '"') {
      return {.end = at + 1};
    }
    if (*at != '\\') {
      return {.fault = at == end ? JsonFault::kUnclosedString : JsonFault::kControl, .end = at};
    }
    const JsonFault fault = at + 1 == end ? JsonFault::kUnclosedString : DecodeEscape(at, end, out);
    if (fault != JsonFault::kNone) {
      return {.fault = fault, .end = at};
    }
  }
}

}  // namespace accord::document
