#include "document/json_reader.h"

#include "accord/base/strings.h"

#include "document/encoding.h"
#include "document/json_errors.h"
#include "document/json_text.h"
#include "document/tree_builder.h"

namespace accord::document {
namespace {

using base::IsDigit;

/// Reads a text that ends in a NUL behind its last character. Depth costs no stack: the builder
/// knows which containers are open.
class JsonReader {
 public:
  JsonReader(TreeBuilder& builder, std::size_t max_depth)
      : builder_(builder),
        max_depth_(max_depth),
        begin_(builder.source().data()),
        end_(begin_ + builder.source().size()),
        at_(begin_ + BomLength(builder.source())) {}

  bool Read() {
    if (!Value()) {
      return false;
    }
    while (builder_.depth() != 0) {
      if (!Continue()) {
        return false;
      }
    }
    at_ = SkipBlanks(at_, end_);
    return at_ == end_ || Fail(JsonFault::kTrailing, at_);
  }

  finding::Finding Describe() const {
    return too_deep_ ? TooDeep(builder_, fault_at_, max_depth_)
                     : DescribeJsonError(builder_, fault_, fault_at_);
  }

 private:
  std::uint32_t Offset(const char* at) const { return static_cast<std::uint32_t>(at - begin_); }

  bool Fail(JsonFault fault, const char* at) {
    fault_ = fault;
    fault_at_ = Offset(at);
    return false;
  }

  // What follows a value in a container.
  bool Continue() {
    at_ = SkipBlanks(at_, end_);
    const bool object = builder_.in_object();
    if (*at_ == ',') {
      ++at_;
      return (!object || Key()) && Value();
    }
    if (*at_ == (object ? '}' : ']')) {
      Close();
      return true;
    }
    return Fail(object ? JsonFault::kNoCommaInObject : JsonFault::kNoCommaInArray, at_);
  }

  // A value; of a container that is not empty, all up to its first scalar or empty container.
  bool Value() {
    for (;;) {
      at_ = SkipBlanks(at_, end_);
      switch (*at_) {
        case '"':
          return String();
        case '{':
          if (!Open(Kind::kObject)) {
            return false;
          }
          if (*at_ == '}') {
            Close();
            return true;
          }
          if (!Key()) {
            return false;
          }
          break;
        case '[':
          if (!Open(Kind::kArray)) {
            return false;
          }
          if (*at_ == ']') {
            Close();
            return true;
          }
          break;
        case 't':
        case 'f':
        case 'n':
          return Word();
        default:
          return Number();
      }
    }
  }

  bool Open(Kind kind) {
    if (builder_.depth() >= max_depth_) {
      too_deep_ = true;
      return Fail(JsonFault::kNoValue, at_);
    }
    if (kind == Kind::kObject) {
      builder_.StartObject(Offset(at_));
    } else {
      builder_.StartArray(Offset(at_));
    }
    at_ = SkipBlanks(at_ + 1, end_);
    return true;
  }

  void Close() {
    ++at_;
    builder_.End(Offset(at_));
  }

  bool Key() {
    at_ = SkipBlanks(at_, end_);
    if (*at_ != '"') {
      return Fail(JsonFault::kNoKey, at_);
    }
    const char* const start = at_;
    std::string_view text;
    if (!Text(text)) {
      return false;
    }
    builder_.Key(text, {Offset(start), Offset(at_)});
    at_ = SkipBlanks(at_, end_);
    if (*at_ != ':') {
      return Fail(JsonFault::kNoColon, at_);
    }
    ++at_;
    return true;
  }

  bool String() {
    const char* const start = at_;
    std::string_view text;
    if (!Text(text)) {
      return false;
    }
    builder_.AddText(Kind::kString, text, {Offset(start), Offset(at_)});
    return true;
  }

  // The text of a string, which stays where it is when there is nothing to decode.
  bool Text(std::string_view& text) {
    const char* const start = at_ + 1;
    const char* const stop = FindSpecial(start, end_);
    if (*stop == '"') {
      text = {start, static_cast<std::size_t>(stop - start)};
      at_ = stop + 1;
      return true;
    }
    decoded_.clear();
    const DecodedText decoded = DecodeString(start, end_, decoded_);
    if (decoded.fault != JsonFault::kNone) {
      return Fail(decoded.fault, decoded.fault == JsonFault::kUnclosedString ? at_ : decoded.end);
    }
    text = builder_.Store(decoded_);
    at_ = decoded.end;
    return true;
  }

  bool Word() {
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    const std::string_view word = *at_ == 't' ? "true" : *at_ == 'f' ? "false" : "null";
    if (!rest.starts_with(word)) {
      return Fail(JsonFault::kNoValue, at_);
    }
    const Range at{Offset(at_), Offset(at_ + word.size())};
    if (*at_ == 'n') {
      builder_.AddNull(at);
    } else {
      builder_.AddBool(*at_ == 't', at);
    }
    at_ += word.size();
    return true;
  }

  // RFC 8259 §6. The text is kept, not converted.
  bool Number() {
    const char* const start = at_;
    const bool negative = *at_ == '-';
    const char* const whole = at_ + (negative ? 1 : 0);
    if (!IsDigit(*whole)) {
      return Fail(JsonFault::kNoValue, whole);
    }
    at_ = *whole == '0' ? whole + 1 : SkipDigits(whole);
    const bool natural = !negative && *at_ != '.' && (*at_ | 0x20) != 'e';
    if (!natural && !FractionAndExponent()) {
      return false;
    }
    const std::string_view text(start, static_cast<std::size_t>(at_ - start));
    const Range at{Offset(start), Offset(at_)};
    if (natural && text.size() <= 18) {
      builder_.AddShortNatural(text, at);
    } else {
      builder_.AddText(Kind::kNumber, text, at);
    }
    return true;
  }

  bool FractionAndExponent() {
    if (*at_ == '.') {
      ++at_;
      if (!IsDigit(*at_)) {
        return Fail(JsonFault::kNoFraction, at_);
      }
      at_ = SkipDigits(at_);
    }
    if (*at_ == 'e' || *at_ == 'E') {
      ++at_;
      at_ += *at_ == '+' || *at_ == '-' ? 1 : 0;
      if (!IsDigit(*at_)) {
        return Fail(JsonFault::kNoExponent, at_);
      }
      at_ = SkipDigits(at_);
    }
    return true;
  }

  static const char* SkipDigits(const char* at) {
    while (IsDigit(*at)) {
      ++at;
    }
    return at;
  }

  TreeBuilder& builder_;
  std::size_t max_depth_;
  const char* begin_;
  const char* end_;
  const char* at_;
  std::string decoded_;
  JsonFault fault_ = JsonFault::kNone;
  std::uint32_t fault_at_ = 0;
  bool too_deep_ = false;
};

}  // namespace

bool ReadJson(TreeBuilder& builder,
              const LoadOptions& options,
              std::vector<finding::Finding>& findings) {
  JsonReader reader(builder, options.max_depth);
  const bool read = reader.Read();
  if (!read) {
    findings.push_back(reader.Describe());
  }
  return read;
}

}  // namespace accord::document
