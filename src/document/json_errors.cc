#include "document/json_errors.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "accord/document/rules.h"

namespace accord::document {
namespace {

constexpr std::size_t kLongestWord = 40;

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '$' || byte >= 0x80;
}

// The word, or the single character, that stands at a place.
Range TokenAt(std::string_view source, std::size_t offset) {
  std::size_t begin = std::min(offset, source.size());
  std::size_t end = begin;
  while (end < source.size() && end - begin < kLongestWord && IsWordByte(source[end])) {
    ++end;
  }
  if (end == begin && end < source.size()) {
    ++end;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string Quoted(std::string_view token) {
  const auto first = static_cast<unsigned char>(token.empty() ? '\0' : token.front());
  if (first < 0x20) {
    return fmt::format("the control character U+{:04X}", first);
  }
  return fmt::format("'{}'", token);
}

std::string_view Demand(JsonFault fault) {
  switch (fault) {
    case JsonFault::kNoValue:
      return "a value was expected here";
    case JsonFault::kNoKey:
      return "a key in double quotes or '}' was expected here";
    case JsonFault::kNoColon:
      return "a colon was expected here, after the key";
    case JsonFault::kNoCommaInObject:
      return "a comma or '}' was expected here";
    case JsonFault::kNoCommaInArray:
      return "a comma or ']' was expected here";
    case JsonFault::kNoFraction:
      return "a digit was expected here, after the decimal point";
    case JsonFault::kNoExponent:
      return "a digit was expected here, in the exponent";
    default:
      return "";
  }
}

// What needs no word about what stands there instead.
std::string_view Problem(JsonFault fault) {
  switch (fault) {
    case JsonFault::kTrailing:
      return "something follows after the end of the document";
    case JsonFault::kUnclosedString:
      return "this string is never closed";
    case JsonFault::kControl:
      return "line breaks and other control characters must be escaped inside a string";
    case JsonFault::kBadEscape:
      return "there is no such escape; a backslash itself is written \\\\";
    case JsonFault::kBadHex:
      return "\\u must be followed by four hexadecimal digits";
    case JsonFault::kHalfSurrogate:
      return "this is half of a surrogate pair; the other half is missing or wrong";
    default:
      return "";
  }
}

bool FollowsComma(std::string_view source, std::size_t offset) {
  const std::size_t last = source.substr(0, offset).find_last_not_of(" \t\r\n");
  return last != std::string_view::npos && source[last] == ',';
}

std::string Advice(std::string_view source, std::size_t offset) {
  const std::string_view rest = source.substr(std::min(offset, source.size()));
  if (rest.starts_with('\'')) {
    return "JSON strings and keys stand in double quotes";
  }
  if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#')) {
    return "JSON has no comments";
  }
  if ((rest.starts_with(']') || rest.starts_with('}')) && FollowsComma(source, offset)) {
    return "remove the comma before it";
  }
  for (const std::string_view word : {"NaN", "Infinity", "-Infinity", "+", "."}) {
    if (rest.starts_with(word)) {
      return "JSON numbers start with a digit or a minus; NaN and Infinity do not exist";
    }
  }
  for (const std::string_view word : {"True", "False", "None", "undefined", "nil"}) {
    if (rest.starts_with(word)) {
      return "JSON knows true, false and null, in lower case";
    }
  }
  return {};
}

}  // namespace

finding::Finding DescribeJsonError(const TreeBuilder& builder,
                                   JsonFault fault,
                                   std::size_t offset) {
  const std::string_view source = builder.source();
  const Document& document = builder.document();
  const Range at = TokenAt(source, offset);
  std::string message(Problem(fault));
  if (message.empty() && at.begin == source.size()) {
    message = fmt::format("the text ends too early: {}", Demand(fault));
  } else if (message.empty()) {
    message = fmt::format(
        "{}, not {}", Demand(fault), Quoted(source.substr(at.begin, at.end - at.begin)));
  }
  finding::Finding out =
      finding::Make(kSyntaxError, std::move(message), document.SpanOf(at.begin, at.end));
  if (fault >= JsonFault::kUnclosedString) {
    return out;  // About the string, not about what is around it.
  }
  if (builder.depth() != 0) {
    const std::uint32_t open = builder.open_begin();
    out.related.push_back({.label = "opened here", .span = document.SpanOf(open, open + 1)});
  }
  out.help = Advice(source, offset);
  return out;
}

}  // namespace accord::document
