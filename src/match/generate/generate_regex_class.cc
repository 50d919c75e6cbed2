#include "match/generate/generate_regex_class.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::match {
namespace {

constexpr std::uint32_t kFirstPrintable = 0x20;
constexpr std::uint32_t kLastPrintable = 0x7E;
constexpr std::uint32_t kMaxCodePoint = 0x10FFFF;

CodeSet Digits() {
  return {{'0', '9'}};
}
CodeSet Letters() {
  return {{'A', 'Z'}, {'a', 'z'}};
}
CodeSet Alphanumeric() {
  return {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}};
}
CodeSet WordCharacters() {
  return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
}
CodeSet Punctuation() {
  return {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}};
}
// Of all blanks the one that survives most transports; \S must not give any other either.
CodeSet Blanks() {
  return {{' ', ' '}};
}

struct NamedSet {
  std::string_view name;
  CodeSet (*make)();
};

CodeSet Upper() {
  return {{'A', 'Z'}};
}
CodeSet Lower() {
  return {{'a', 'z'}};
}
CodeSet Hexadecimal() {
  return {{'0', '9'}, {'A', 'F'}, {'a', 'f'}};
}
CodeSet Printable() {
  return {{kFirstPrintable, kLastPrintable}};
}
CodeSet Visible() {
  return {{kFirstPrintable + 1, kLastPrintable}};
}

// POSIX names and the Unicode properties that ASCII can stand for.
constexpr auto kNamedSets = std::to_array<NamedSet>({
    {"alpha", Letters},      {"l", Letters},
    {"letter", Letters},     {"latin", Letters},
    {"digit", Digits},       {"n", Digits},
    {"nd", Digits},          {"alnum", Alphanumeric},
    {"upper", Upper},        {"lu", Upper},
    {"lower", Lower},        {"ll", Lower},
    {"punct", Punctuation},  {"p", [] { return CodeSet{{'!', '!'}, {',', ','}, {'.', '.'}}; }},
    {"space", Blanks},       {"blank", Blanks},
    {"z", Blanks},           {"zs", Blanks},
    {"xdigit", Hexadecimal}, {"word", WordCharacters},
    {"print", Printable},    {"graph", Visible},
    {"ascii", Printable},
});

std::optional<CodeSet> FindNamedSet(std::string_view name) {
  const std::string lower = base::ToLowerAscii(name);
  const auto* found = std::ranges::find(kNamedSets, lower, &NamedSet::name);
  return found == kNamedSets.end() ? std::nullopt : std::optional(found->make());
}

std::optional<std::uint32_t> HexNumber(std::string_view digits) {
  constexpr std::size_t kMaxDigits = 6;
  if (digits.empty() || digits.size() > kMaxDigits) {
    return std::nullopt;
  }
  std::uint32_t value = 0;
  for (const char c : digits) {
    const char lower = base::ToLowerAscii(c);
    const bool decimal = lower >= '0' && lower <= '9';
    if (!decimal && (lower < 'a' || lower > 'f')) {
      return std::nullopt;
    }
    value = value * 16 + static_cast<std::uint32_t>(decimal ? lower - '0' : lower - 'a' + 10);
  }
  return value > kMaxCodePoint ? std::nullopt : std::optional(value);
}

std::optional<CodeRange> ControlCharacter(char c) {
  constexpr auto kControls = std::to_array<std::pair<char, std::uint32_t>>(
      {{'t', '\t'}, {'n', '\n'}, {'r', '\r'}, {'f', '\f'}, {'a', 7}, {'e', 27}, {'0', 0}});
  const auto* found = std::ranges::find(kControls, c, &std::pair<char, std::uint32_t>::first);
  return found == kControls.end() ? std::nullopt
                                  : std::optional(CodeRange{found->second, found->second});
}

// \d \w \s \h and their opposites, \R, \N.
std::optional<CodeSet> ShortClass(char c) {
  switch (c) {
    case 'd':
      return Digits();
    case 'D':
      return Complement(Digits());
    case 'w':
      return WordCharacters();
    case 'W':
      return Complement(WordCharacters());
    case 's':
    case 'h':
      return Blanks();
    case 'S':
    case 'H':
      return Complement(Blanks());
    case 'N':
      return Complement({});
    case 'R':
      return CodeSet{{'\n', '\n'}};
    default:
      return std::nullopt;
  }
}

// \xHH, \x{H…}; the cursor stands behind the letter.
CodeSet CodeEscape(RegexCursor& cursor) {
  std::string_view text = cursor.Rest().substr(0, 2);
  std::size_t length = text.size();
  if (cursor.Peek() == '{') {
    const std::size_t end = cursor.Rest().find('}');
    text = end == std::string_view::npos ? std::string_view() : cursor.Rest().substr(1, end - 1);
    length = text.size() + 2;
  }
  const auto code = HexNumber(text);
  if (!code) {
    cursor.Fail("this character code cannot be generated");
    return {};
  }
  cursor.Skip(length);
  return {{*code, *code}};
}

// \p{L}, \pL, \P{L}, \p{^L}; the cursor stands behind the letter.
CodeSet Property(RegexCursor& cursor, bool negated) {
  std::string_view name = cursor.Rest().substr(0, 1);
  std::size_t length = name.size();
  if (cursor.Peek() == '{') {
    const std::size_t end = cursor.Rest().find('}');
    name = end == std::string_view::npos ? std::string_view() : cursor.Rest().substr(1, end - 1);
    length = name.size() + 2;
  }
  if (name.starts_with('^')) {
    negated = !negated;
    name.remove_prefix(1);
  }
  const auto set = FindNamedSet(name);
  if (!set) {
    cursor.Fail("this character property cannot be generated");
    return {};
  }
  cursor.Skip(length);
  return negated ? Complement(*set) : *set;
}

// [:alpha:], [:^alpha:] inside a class; nullopt when there is none.
std::optional<CodeSet> PosixClass(RegexCursor& cursor) {
  if (!cursor.Rest().starts_with("[:")) {
    return std::nullopt;
  }
  constexpr std::size_t kLongestName = 16;
  const std::size_t end = cursor.Rest().substr(0, kLongestName).find(":]", 2);
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  std::string_view name = cursor.Rest().substr(2, end - 2);
  const bool negated = name.starts_with('^');
  if (negated) {
    name.remove_prefix(1);
  }
  auto set = FindNamedSet(name);
  if (set) {
    cursor.Skip(end + 2);
    return negated ? Complement(*set) : set;
  }
  return std::nullopt;
}

CodeSet ClassItem(RegexCursor& cursor) {
  if (auto posix = PosixClass(cursor)) {
    return *std::move(posix);
  }
  if (cursor.Rest().starts_with("\\b")) {  // A backspace, only in here.
    cursor.Skip(2);
    return {{'\b', '\b'}};
  }
  return cursor.Peek() == '\\' ? ReadEscape(cursor) : CodeSet{cursor.TakeCodePoint()};
}

bool IsSingle(const CodeSet& set) {
  return set.size() == 1 && set.front().low == set.front().high;
}

}  // namespace

CodeSet Normalized(CodeSet set) {
  std::ranges::sort(set, {}, &CodeRange::low);
  CodeSet out;
  for (const CodeRange& range : set) {
    if (!out.empty() && range.low <= out.back().high + 1) {
      out.back().high = std::max(out.back().high, range.high);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

CodeSet Complement(const CodeSet& set) {
  CodeSet out;
  std::uint32_t next = kFirstPrintable;
  for (const CodeRange& range : Normalized(set)) {
    if (range.low > next && next <= kLastPrintable) {
      out.push_back({next, std::min(range.low - 1, kLastPrintable)});
    }
    next = std::max(next, range.high + 1);
  }
  if (next <= kLastPrintable) {
    out.push_back({next, kLastPrintable});
  }
  return out;
}

void RegexCursor::Fail(std::string_view what) {
  if (error_.empty()) {
    error_ = fmt::format("{} (offset {} of the regular expression)", what, position_);
  }
}

CodeRange RegexCursor::TakeCodePoint() {
  const auto first = static_cast<unsigned char>(Peek());
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (length == 1 || position_ + length > pattern_.size()) {
    ++position_;
    return {first, first};
  }
  constexpr std::array<unsigned, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  std::uint32_t code = first & kLeadBits.at(length);
  for (std::size_t i = 1; i < length; ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(pattern_[position_ + i]) & 0x3FU);
  }
  position_ += length;
  return {code, code};
}

CodeSet ReadEscape(RegexCursor& cursor) {
  cursor.Skip(1);
  const char c = cursor.Peek();
  if (const auto set = ShortClass(c)) {
    cursor.Skip(1);
    return *set;
  }
  if (c == 'x') {
    cursor.Skip(1);
    return CodeEscape(cursor);
  }
  if (c == 'p' || c == 'P') {
    cursor.Skip(1);
    return Property(cursor, c == 'P');
  }
  if (const auto control = ControlCharacter(c)) {
    cursor.Skip(1);
    return {*control};
  }
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  if (letter || cursor.AtEnd()) {
    cursor.Fail("this escape cannot be generated");
    return {};
  }
  return {cursor.TakeCodePoint()};
}

CodeSet ReadClass(RegexCursor& cursor) {
  cursor.Skip(1);
  const bool negated = cursor.Take('^');
  CodeSet set;
  bool first = true;
  while (cursor.ok() && !cursor.AtEnd() && (first || cursor.Peek() != ']')) {
    first = false;
    CodeSet item = ClassItem(cursor);
    const std::string_view rest = cursor.Rest();
    if (cursor.ok() && IsSingle(item) && rest.size() > 1 && rest[0] == '-' && rest[1] != ']') {
      cursor.Skip(1);
      const CodeSet end = ClassItem(cursor);
      if (!IsSingle(end) || end.front().low < item.front().low) {
        cursor.Fail("this range cannot be generated");
        return {};
      }
      item.front().high = end.front().high;
    }
    set.insert(set.end(), item.begin(), item.end());
  }
  if (cursor.ok() && !cursor.Take(']')) {
    cursor.Fail("'[' without ']'");
  }
  set = negated ? Complement(set) : Normalized(std::move(set));
  if (cursor.ok() && set.empty()) {
    cursor.Fail("no printable ASCII character fits this class");
  }
  return set;
}

}  // namespace accord::match
