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

// RapidJSON reports a bad literal in its middle.
std::size_t WordBegin(std::string_view source, std::size_t offset) {
  std::size_t begin = std::min(offset, source.size());
  const std::size_t lowest = begin - std::min(begin, kLongestWord);
  while (begin > lowest && IsWordByte(source[begin - 1])) {
    --begin;
  }
  return begin;
}

std::string Quoted(std::string_view token) {
  const auto first = static_cast<unsigned char>(token.empty() ? '\0' : token.front());
  if (first < 0x20) {
    return fmt::format("the control character U+{:04X}", first);
  }
  return fmt::format("'{}'", token);
}

std::string_view Demand(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorValueInvalid:
      return "a value was expected here";
    case rapidjson::kParseErrorObjectMissName:
      return "a key in double quotes or '}' was expected here";
    case rapidjson::kParseErrorObjectMissColon:
      return "a colon was expected here, after the key";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "a comma or '}' was expected here";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "a comma or ']' was expected here";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "the document was complete before this place";
    case rapidjson::kParseErrorNumberMissFraction:
      return "a digit was expected here, after the decimal point";
    case rapidjson::kParseErrorNumberMissExponent:
      return "a digit was expected here, in the exponent";
    default:
      return "this is not JSON";
  }
}

std::string_view StringProblem(rapidjson::ParseErrorCode code, char at_fault) {
  switch (code) {
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "\\u must be followed by four hexadecimal digits";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "this is half of a surrogate pair; the other half is missing or wrong";
    case rapidjson::kParseErrorStringEscapeInvalid:
    case rapidjson::kParseErrorStringInvalidEncoding:
    case rapidjson::kParseErrorStringMissQuotationMark:
      return at_fault == '\\'
                 ? "there is no such escape; a backslash itself is written \\\\"
                 : "line breaks and other control characters must be escaped inside a string";
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
                                   rapidjson::ParseErrorCode code,
                                   std::size_t offset,
                                   std::size_t string_begin) {
  const std::string_view source = builder.source();
  const Document& document = builder.document();
  if (code == rapidjson::kParseErrorStringMissQuotationMark && offset >= source.size()) {
    const auto begin = static_cast<std::uint32_t>(string_begin);
    return finding::Make(
        kSyntaxError, "this string is never closed", document.SpanOf(begin, begin + 1));
  }
  const char at_fault = offset < source.size() ? source[offset] : '\0';
  if (const std::string_view problem = StringProblem(code, at_fault); !problem.empty()) {
    const Range at = TokenAt(source, offset);
    return finding::Make(kSyntaxError, std::string(problem), document.SpanOf(at.begin, at.end));
  }
  if (code == rapidjson::kParseErrorValueInvalid) {
    offset = WordBegin(source, offset);
  }
  const Range at = TokenAt(source, offset);
  const bool at_end = at.begin == source.size();
  std::string message =
      at_end ? fmt::format("the text ends too early: {}", Demand(code))
             : fmt::format(
                   "{}, not {}", Demand(code), Quoted(source.substr(at.begin, at.end - at.begin)));
  if (code == rapidjson::kParseErrorDocumentRootNotSingular) {
    message = "something follows after the end of the document";
  }
  finding::Finding out =
      finding::Make(kSyntaxError, std::move(message), document.SpanOf(at.begin, at.end));
  if (builder.depth() != 0) {
    const std::uint32_t open = builder.open_begin();
    out.related.push_back({.label = "opened here", .span = document.SpanOf(open, open + 1)});
  }
  out.help = Advice(source, offset);
  return out;
}

}  // namespace accord::document
