#include "document/json_reader.h"

#include "document/encoding.h"
#include "document/json_errors.h"
#include "document/json_stream.h"

namespace accord::document {
namespace {

constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                            rapidjson::kParseNumbersAsStringsFlag;

std::uint32_t Offset(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

// Receives RapidJSON's events. All text comes from the source by offset, so the stream may run over
// a copy of it in which numbers are masked.
class JsonHandler {
 public:
  JsonHandler(TreeBuilder& builder, const JsonStream& stream, std::size_t max_depth)
      : builder_(builder), stream_(stream), max_depth_(max_depth) {}

  bool too_deep() const { return too_deep_; }
  bool lone_surrogate() const { return lone_surrogate_; }

  bool Null() {
    builder_.AddNull(Before(4));
    return true;
  }
  bool Bool(bool value) {
    builder_.AddBool(value, Before(value ? 4 : 5));
    return true;
  }
  bool RawNumber(const char* /*text*/, rapidjson::SizeType length, bool /*copy*/) {
    const Range at = Before(length);
    builder_.AddText(Kind::kNumber, builder_.source().substr(at.begin, length), at);
    return true;
  }
  bool String(const char* /*text*/, rapidjson::SizeType /*length*/, bool /*copy*/) {
    const Range at = StringRange();
    builder_.AddText(Kind::kString, StringText(at), at);
    return !lone_surrogate_;
  }
  bool Key(const char* /*text*/, rapidjson::SizeType /*length*/, bool /*copy*/) {
    const Range at = StringRange();
    builder_.Key(StringText(at), at);
    return !lone_surrogate_;
  }
  // Brackets are reported before they are taken from the stream.
  bool StartObject() {
    if (!MayNest()) {
      return false;
    }
    builder_.StartObject(Offset(stream_.Tell()));
    return true;
  }
  bool EndObject(rapidjson::SizeType /*count*/) {
    builder_.End(Offset(stream_.Tell() + 1));
    return true;
  }
  bool StartArray() {
    if (!MayNest()) {
      return false;
    }
    builder_.StartArray(Offset(stream_.Tell()));
    return true;
  }
  bool EndArray(rapidjson::SizeType /*count*/) {
    builder_.End(Offset(stream_.Tell() + 1));
    return true;
  }

  // RapidJSON never calls these when numbers are taken as text.
  bool Int(int /*value*/) { return false; }
  bool Uint(unsigned /*value*/) { return false; }
  bool Int64(std::int64_t /*value*/) { return false; }
  bool Uint64(std::uint64_t /*value*/) { return false; }
  bool Double(double /*value*/) { return false; }

 private:
  bool MayNest() {
    too_deep_ = builder_.depth() >= max_depth_;
    return !too_deep_;
  }
  Range Before(std::size_t length) const {
    const std::size_t end = stream_.Tell();
    return {Offset(end - length), Offset(end)};
  }
  Range StringRange() const { return {Offset(stream_.string_begin()), Offset(stream_.Tell())}; }
  std::string_view StringText(Range at) {
    if (!stream_.has_escapes()) {
      return builder_.source().substr(at.begin + 1, at.end - at.begin - 2);
    }
    // The source is UTF-8, so only an escape can have made this: RapidJSON lets the second half of
    // a surrogate pair stand alone.
    lone_surrogate_ = FindInvalidUtf8(stream_.decoded()) != std::string_view::npos;
    return builder_.Store(stream_.decoded());
  }

  TreeBuilder& builder_;
  const JsonStream& stream_;
  std::size_t max_depth_;
  bool too_deep_ = false;
  bool lone_surrogate_ = false;
};

std::size_t SkipDigits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    ++at;
  }
  return at;
}

// End of the JSON number at `at` (RFC 8259 §6); `at` itself when there is none.
std::size_t NumberEnd(std::string_view text, std::size_t at) {
  const std::size_t digits = at + (text[at] == '-' ? 1U : 0U);
  std::size_t end = SkipDigits(text, digits);
  if (end == digits || (text[digits] == '0' && end != digits + 1)) {
    return at;
  }
  if (text.substr(end).starts_with('.')) {
    const std::size_t fraction = SkipDigits(text, end + 1);
    if (fraction == end + 1) {
      return at;
    }
    end = fraction;
  }
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    const bool sign = end + 1 < text.size() && (text[end + 1] == '+' || text[end + 1] == '-');
    const std::size_t exponent = end + (sign ? 2U : 1U);
    const std::size_t exponent_end = SkipDigits(text, exponent);
    return exponent_end == exponent ? at : exponent_end;
  }
  return end;
}

std::size_t StringEnd(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') {
      ++at;
    }
  }
  return std::min(at + 1, text.size());
}

// RapidJSON converts numbers even when it hands out their text, and refuses what no double can
// hold. In this copy every number is a harmless one of the same length.
std::string MaskNumbers(std::string_view text) {
  std::string masked(text);
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      at = StringEnd(text, at);
    } else if (c == '-' || (c >= '0' && c <= '9')) {
      const std::size_t end = NumberEnd(text, at);
      for (std::size_t i = at; i < end; ++i) {
        masked[i] = '0';
      }
      if (end > at + 1) {
        masked[at + (end == at + 2 ? 0 : 1)] = end == at + 2 ? '1' : '.';
      }
      at = std::max(end, at + 1);
    } else {
      ++at;
    }
  }
  return masked;
}

// The first escape in the string at `at` that is the second half of a surrogate pair by itself.
std::size_t FindLoneSurrogate(std::string_view text, std::size_t at) {
  const auto half = [&](std::size_t i, std::string_view third_digits) {
    return text.substr(i, 2) == "\\u" && (text[i + 2] == 'd' || text[i + 2] == 'D') &&
           third_digits.find(text[i + 3]) != std::string_view::npos;
  };
  const std::size_t end = StringEnd(text, at);
  while (at < end && !half(at, "cdefCDEF")) {
    if (half(at, "89abAB")) {
      at += 12;
    } else {
      at += text[at] == '\\' ? 2U : 1U;
    }
  }
  return at;
}

struct Outcome {
  rapidjson::ParseResult result;
  std::size_t string_begin = 0;
  bool too_deep = false;
};

Outcome Run(TreeBuilder& builder, std::string_view text, std::size_t max_depth) {
  JsonStream stream(text, BomLength(text));
  JsonHandler handler(builder, stream, max_depth);
  rapidjson::Reader reader;
  Outcome outcome;
  outcome.result = reader.Parse<kFlags>(stream, handler);
  outcome.string_begin = stream.string_begin();
  outcome.too_deep = handler.too_deep();
  if (handler.lone_surrogate()) {
    outcome.result = rapidjson::ParseResult(rapidjson::kParseErrorStringUnicodeSurrogateInvalid,
                                            FindLoneSurrogate(text, stream.string_begin()));
  }
  if (!outcome.result.IsError() && stream.Tell() != text.size()) {
    outcome.result =
        rapidjson::ParseResult(rapidjson::kParseErrorDocumentRootNotSingular, stream.Tell());
  }
  return outcome;
}

}  // namespace

bool ReadJson(TreeBuilder& builder,
              const LoadOptions& options,
              std::vector<finding::Finding>& findings) {
  Outcome outcome = Run(builder, builder.source(), options.max_depth);
  if (outcome.result.Code() == rapidjson::kParseErrorNumberTooBig) {
    const std::string masked = MaskNumbers(builder.source());
    builder.Clear();
    outcome = Run(builder, masked, options.max_depth);
  }
  if (outcome.too_deep) {
    findings.push_back(TooDeep(builder, outcome.result.Offset(), options.max_depth));
  } else if (outcome.result.IsError()) {
    findings.push_back(DescribeJsonError(
        builder, outcome.result.Code(), outcome.result.Offset(), outcome.string_begin));
  }
  return !outcome.result.IsError();
}

}  // namespace accord::document
