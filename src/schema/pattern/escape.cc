#include "schema/pattern/escape.h"

#include <string>

#include "accord/base/strings.h"

#include "schema/pattern/property.h"

namespace accord::schema {
namespace {

std::optional<std::uint32_t> HexValue(std::uint32_t code_point) {
  if (IsDigit(code_point)) {
    return code_point - '0';
  }
  const std::uint32_t lower = code_point | 0x20U;
  if (lower >= 'a' && lower <= 'f' && code_point < 0x80) {
    return lower - 'a' + 10;
  }
  return std::nullopt;
}

/// Exactly `count` hexadecimal digits; else nothing is read.
std::optional<std::uint32_t> ReadHex(PatternReader& reader, int count) {
  const std::size_t start = reader.position();
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) {
    const std::optional<std::uint32_t> digit = HexValue(reader.Next());
    if (!digit) {
      reader.Return(start);
      return std::nullopt;
    }
    value = value * 16 + *digit;
  }
  return value;
}

/// `{1F600}` behind `\u`.
std::optional<std::uint32_t> ReadBracedHex(PatternReader& reader) {
  std::uint32_t value = 0;
  bool any = false;
  while (!reader.Skip("}")) {
    const std::optional<std::uint32_t> digit = HexValue(reader.Next());
    if (!digit) {
      return std::nullopt;
    }
    value = value * 16 + *digit;
    any = true;
    if (value > kLastCodePoint) {
      return std::nullopt;
    }
  }
  return any ? std::optional(value) : std::nullopt;
}

std::optional<std::uint32_t> ReadUnicodeEscape(PatternReader& reader) {
  if (reader.Skip("{")) {
    return ReadBracedHex(reader);
  }
  const std::optional<std::uint32_t> lead = ReadHex(reader, 4);
  if (!lead || *lead < kFirstSurrogate || *lead >= 0xDC00) {
    return lead;
  }
  const std::size_t after_lead = reader.position();
  if (reader.Skip("\\u")) {
    const std::optional<std::uint32_t> trail = ReadHex(reader, 4);
    if (trail && *trail >= 0xDC00 && *trail <= kLastSurrogate) {
      return 0x10000 + ((*lead - kFirstSurrogate) << 10U) + (*trail - 0xDC00);
    }
    reader.Return(after_lead);
  }
  return lead;
}

std::optional<CodePoints> ReadProperty(PatternReader& reader, bool complement) {
  if (!reader.Skip("{")) {
    reader.Fail("the name of a property in braces is missing");
    return std::nullopt;
  }
  const std::size_t start = reader.position();
  std::string name;
  while (!reader.Skip("}")) {
    const std::uint32_t next = reader.Next();
    if (next >= 0x80 || name.size() > 100) {
      reader.Fail("the name of a property in braces is missing", start);
      return std::nullopt;
    }
    name.push_back(static_cast<char>(next));
  }
  std::optional<CodePoints> set = FindProperty(name);
  if (!set) {
    reader.Fail("there is no property \"" + name + "\"", start);
    return std::nullopt;
  }
  return complement ? set->Complement() : std::move(set);
}

std::optional<CodePoints> ReadClassEscape(PatternReader& reader, std::uint32_t letter) {
  switch (letter) {
    case 'd':
      return Digits();
    case 'D':
      return Digits().Complement();
    case 'w':
      return WordCharacters();
    case 'W':
      return WordCharacters().Complement();
    case 's':
      return WhiteSpace();
    case 'S':
      return WhiteSpace().Complement();
    default:
      return ReadProperty(reader, letter == 'P');
  }
}

std::optional<std::uint32_t> ReadControlLetter(PatternReader& reader) {
  const std::uint32_t letter = reader.Next();
  return IsLetter(letter) ? std::optional(letter % 32) : std::nullopt;
}

/// Behind `\`, at a digit: `\0` and, as Annex B has it, octal numbers up to 377.
std::optional<std::uint32_t> ReadDigits(PatternReader& reader, std::uint32_t first) {
  if (!reader.lenient()) {
    return first == '0' && !IsDigit(reader.Peek()) ? std::optional(0U) : std::nullopt;
  }
  if (first > '7') {
    return first;
  }
  std::uint32_t value = first - '0';
  for (int i = 0; i < 2; ++i) {
    const std::uint32_t next = reader.Peek();
    if (!IsDigit(next) || next > '7' || value * 8 + (next - '0') > 0377) {
      break;
    }
    value = value * 8 + (reader.Next() - '0');
  }
  return value;
}

std::optional<std::uint32_t> ReadCharacter(PatternReader& reader,
                                           std::uint32_t escaped,
                                           bool in_class) {
  static constexpr std::string_view kSyntax = "^$\\.*+?()[]{}|/";
  switch (escaped) {
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case 'c':
      return ReadControlLetter(reader);
    case 'x':
      return ReadHex(reader, 2);
    case 'u':
      return ReadUnicodeEscape(reader);
    default:
      break;
  }
  if (in_class && escaped == 'b') {
    return '\b';
  }
  if (IsDigit(escaped)) {
    return ReadDigits(reader, escaped);
  }
  const bool syntax =
      escaped < 0x80 && kSyntax.find(static_cast<char>(escaped)) != std::string_view::npos;
  const bool needless = reader.lenient() && !IsLetter(escaped);
  if (syntax || (in_class && escaped == '-') || needless) {
    return escaped;
  }
  return std::nullopt;
}

std::optional<Atom> ReadClassAtom(PatternReader& reader) {
  if (reader.Skip("\\")) {
    return ReadEscape(reader, true);
  }
  if (reader.done()) {
    reader.Fail("a class is not closed");
    return std::nullopt;
  }
  return Atom{reader.Next(), std::nullopt};
}

/// Behind the `-` of a range that begins with `first`.
bool ReadRangeEnd(PatternReader& reader, const Atom& first, std::vector<CodePointRange>& ranges) {
  const std::size_t position = reader.position();
  const std::optional<Atom> last = ReadClassAtom(reader);
  if (!last) {
    return false;
  }
  if (!first.set && !last->set) {
    if (first.code_point > last->code_point) {
      return reader.Fail("the range is out of order", position);
    }
    ranges.push_back({first.code_point, last->code_point});
    return true;
  }
  if (!reader.lenient()) {
    return reader.Fail("a range cannot begin or end with a class", position);
  }
  ranges.push_back({'-', '-'});
  for (const Atom* atom : {&first, &*last}) {
    const CodePoints set = atom->ToSet();
    ranges.insert(ranges.end(), set.ranges().begin(), set.ranges().end());
  }
  return true;
}

bool FitsName(std::uint32_t code_point, bool first) {
  if (code_point < 0x80) {
    return IsLetter(code_point) || code_point == '$' || code_point == '_' ||
           (!first && IsDigit(code_point));
  }
  if (code_point > kLastCodePoint) {
    return false;
  }
  // The joiners are allowed by ECMA-262, not by Unicode.
  const bool joiner = code_point == 0x200C || code_point == 0x200D;
  const std::optional<CodePoints> set = FindProperty(first ? "ID_Start" : "ID_Continue");
  return (joiner && !first) || (set && set->Contains(code_point));
}

}  // namespace

std::optional<Atom> ReadEscape(PatternReader& reader, bool in_class) {
  const std::size_t position = reader.position();
  if (reader.done()) {
    reader.Fail("nothing follows the backslash");
    return std::nullopt;
  }
  const std::uint32_t escaped = reader.Next();
  if (escaped < 0x80 &&
      std::string_view("dDwWsSpP").find(static_cast<char>(escaped)) != std::string_view::npos) {
    std::optional<CodePoints> set = ReadClassEscape(reader, escaped);
    if (!set || !reader.Spend(set->ranges().size())) {
      return std::nullopt;
    }
    return Atom{0, std::move(set)};
  }
  const std::optional<std::uint32_t> code_point = ReadCharacter(reader, escaped, in_class);
  if (!code_point) {
    std::string name;
    base::AppendUtf8(name, escaped);
    reader.Fail("\\" + name + " is no escape sequence", position - 1);
    return std::nullopt;
  }
  return Atom{*code_point, std::nullopt};
}

std::optional<CodePoints> ReadClass(PatternReader& reader) {
  const bool complement = reader.Skip("^");
  std::vector<CodePointRange> ranges;
  while (!reader.Skip("]")) {
    const std::optional<Atom> atom = ReadClassAtom(reader);
    if (!atom) {
      return std::nullopt;
    }
    if (reader.Sees("-") && !reader.Sees("-]")) {
      reader.Skip("-");
      if (!ReadRangeEnd(reader, *atom, ranges)) {
        return std::nullopt;
      }
    } else if (atom->set) {
      ranges.insert(ranges.end(), atom->set->ranges().begin(), atom->set->ranges().end());
    } else {
      ranges.push_back({atom->code_point, atom->code_point});
    }
  }
  CodePoints set(std::move(ranges));
  if (!reader.Spend(set.ranges().size())) {
    return std::nullopt;
  }
  return complement ? set.Complement() : set;
}

std::optional<std::string> ReadGroupName(PatternReader& reader) {
  const std::size_t position = reader.position();
  std::string name;
  while (!reader.Skip(">")) {
    std::uint32_t next = reader.Next();
    if (next == '\\') {
      next = reader.Skip("u") ? ReadUnicodeEscape(reader).value_or(PatternReader::kNothing)
                              : PatternReader::kNothing;
    }
    if (!FitsName(next, name.empty())) {
      reader.Fail("that is no name of a group", position);
      return std::nullopt;
    }
    base::AppendUtf8(name, next);
  }
  if (name.empty()) {
    reader.Fail("that is no name of a group", position);
    return std::nullopt;
  }
  return name;
}

}  // namespace accord::schema
