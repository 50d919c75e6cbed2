#include "match/generate/generate_regex_parser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "match/generate/generate_regex_class.h"

namespace accord::match {
namespace {

constexpr std::size_t kMaxDepth = 100;
constexpr std::size_t kMaxPatternBytes = 65'536;
constexpr std::uint32_t kExtraRepeats = 20;
constexpr std::uint32_t kMaxRepeats = 100'000;

class Parser {
 public:
  explicit Parser(std::string_view pattern) : cursor_(pattern) {}

  base::Result<RegexNode> Run() {
    RegexNode node = Choice(0);
    if (cursor_.ok() && !cursor_.AtEnd()) {
      cursor_.Fail("')' without '('");
    }
    if (!cursor_.ok()) {
      return base::InputError(cursor_.error());
    }
    return node;
  }

 private:
  using Kind = RegexNode::Kind;

  static RegexNode OfSet(CodeSet set) {
    RegexNode node;
    node.kind = Kind::kSet;
    node.set = std::move(set);
    return node;
  }

  RegexNode Choice(std::size_t depth) {
    RegexNode choice;
    choice.kind = Kind::kChoice;
    if (depth > kMaxDepth) {
      cursor_.Fail("groups are nested too deeply");
      return choice;
    }
    do {
      choice.children.push_back(Sequence(depth));
    } while (cursor_.ok() && cursor_.Take('|'));
    return choice.children.size() == 1 ? std::move(choice.children.front()) : choice;
  }

  RegexNode Sequence(std::size_t depth) {
    RegexNode sequence;
    while (cursor_.ok() && !cursor_.AtEnd() && cursor_.Peek() != '|' && cursor_.Peek() != ')') {
      std::optional<RegexNode> atom = Atom(depth);
      if (!atom) {
        Quantifier();
        continue;
      }
      Quantified(*atom);
      sequence.children.push_back(*std::move(atom));
    }
    return sequence;
  }

  // nullopt for what writes nothing: anchors, comments, options.
  std::optional<RegexNode> Atom(std::size_t depth) {
    switch (cursor_.Peek()) {
      case '(':
        return Group(depth);
      case '[':
        return OfSet(ReadClass(cursor_));
      case '.':
        cursor_.Skip(1);
        return OfSet(Complement({}));
      case '^':
      case '$':
        cursor_.Skip(1);
        return std::nullopt;
      case '\\':
        return Escape();
      default:
        return OfSet({cursor_.TakeCodePoint()});
    }
  }

  std::optional<RegexNode> Escape() {
    constexpr std::string_view kAnchors = "bBAzZG";
    const std::string_view rest = cursor_.Rest();
    const char c = rest.size() > 1 ? rest[1] : '\0';
    if (c != '\0' && kAnchors.find(c) != std::string_view::npos) {
      cursor_.Skip(2);
      return std::nullopt;
    }
    if (c == 'Q') {
      return Quoted();
    }
    if (c == 'E') {
      cursor_.Skip(2);
      return std::nullopt;
    }
    if ((c >= '1' && c <= '9') || c == 'k' || c == 'g') {
      cursor_.Fail("backreferences cannot be generated");
      return std::nullopt;
    }
    return OfSet(ReadEscape(cursor_));
  }

  // \Q…\E
  std::optional<RegexNode> Quoted() {
    cursor_.Skip(2);
    RegexNode sequence;
    while (!cursor_.AtEnd() && !cursor_.Rest().starts_with("\\E")) {
      sequence.children.push_back(OfSet({cursor_.TakeCodePoint()}));
    }
    if (!cursor_.AtEnd()) {
      cursor_.Skip(2);
    }
    if (!sequence.children.empty()) {
      Quantified(sequence.children.back());
    }
    return sequence;
  }

  std::optional<RegexNode> Group(std::size_t depth) {
    const bool plain = !cursor_.Rest().starts_with("(?") && !cursor_.Rest().starts_with("(*");
    if (plain) {
      cursor_.Skip(1);
    } else if (!SpecialGroup()) {
      return std::nullopt;
    }
    RegexNode inner = Choice(depth + 1);
    if (cursor_.ok() && !cursor_.Take(')')) {
      cursor_.Fail("'(' without ')'");
    }
    return inner;
  }

  // Moves behind the head of a `(?` group; false when the group writes nothing.
  bool SpecialGroup() {
    constexpr auto kHeads = std::to_array<std::string_view>({"(?:", "(?>", "(?|"});
    for (const std::string_view head : kHeads) {
      if (cursor_.Rest().starts_with(head)) {
        cursor_.Skip(head.size());
        return true;
      }
    }
    if (cursor_.Rest().starts_with("(?#")) {
      SkipBehind(')');
      return false;
    }
    if (NamedGroup()) {
      return true;
    }
    return OptionGroup();
  }

  bool NamedGroup() {
    const std::string_view rest = cursor_.Rest();
    const bool angle =
        rest.starts_with("(?<") && !rest.starts_with("(?<=") && !rest.starts_with("(?<!");
    if (!angle && !rest.starts_with("(?P<") && !rest.starts_with("(?'")) {
      return false;
    }
    const char close = rest.starts_with("(?'") ? '\'' : '>';
    cursor_.Skip(3);
    SkipBehind(close);
    return true;
  }

  // `(?i)` and `(?i:…)`; texts in the pattern's own case match in both.
  bool OptionGroup() {
    const std::string_view rest = cursor_.Rest();
    const std::size_t end = rest.find_first_not_of("ims-", 2);
    if (rest.starts_with("(?") && end != std::string_view::npos && end > 2 &&
        (rest[end] == ')' || rest[end] == ':')) {
      cursor_.Skip(end + 1);
      return rest[end] == ':';
    }
    cursor_.Fail(rest.size() > 2 && (rest[2] == '=' || rest[2] == '!' || rest[2] == '<')
                     ? "lookaround cannot be generated"
                     : "this group cannot be generated");
    return false;
  }

  void SkipBehind(char c) {
    const std::size_t end = cursor_.Rest().find(c);
    cursor_.Skip(end == std::string_view::npos ? cursor_.Rest().size() : end + 1);
  }

  struct Bounds {
    std::uint32_t min;
    std::uint32_t max;
  };

  // `{2}`, `{2,}`, `{2,5}`; anything else is literal text.
  std::optional<Bounds> Braces() {
    const std::string_view rest = cursor_.Rest();
    const std::size_t end = rest.find('}');
    if (!rest.starts_with('{') || end == std::string_view::npos) {
      return std::nullopt;
    }
    const std::string_view inside = rest.substr(1, end - 1);
    const std::size_t comma = inside.find(',');
    const auto low = Number(inside.substr(0, comma));
    if (!low) {
      return std::nullopt;
    }
    Bounds bounds{*low, *low};
    if (comma != std::string_view::npos) {
      const std::string_view text = inside.substr(comma + 1);
      const auto high = Number(text);
      if (!text.empty() && !high) {
        return std::nullopt;
      }
      bounds.max = high.value_or(*low + kExtraRepeats);
    }
    cursor_.Skip(end + 1);
    return bounds;
  }

  static std::optional<std::uint32_t> Number(std::string_view digits) {
    constexpr std::size_t kMaxDigits = 6;
    const bool all = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (digits.empty() || digits.size() > kMaxDigits || !all) {
      return std::nullopt;
    }
    return std::min(static_cast<std::uint32_t>(std::stoul(std::string(digits))), kMaxRepeats);
  }

  std::optional<Bounds> Quantifier() {
    std::optional<Bounds> bounds;
    if (cursor_.Take('*')) {
      bounds = Bounds{0, kExtraRepeats};
    } else if (cursor_.Take('+')) {
      bounds = Bounds{1, 1 + kExtraRepeats};
    } else if (cursor_.Take('?')) {
      bounds = Bounds{0, 1};
    } else {
      bounds = Braces();
    }
    if (bounds && !cursor_.Take('?')) {  // Lazy and possessive ones write the same.
      cursor_.Take('+');
    }
    return bounds;
  }

  void Quantified(RegexNode& atom) {
    const auto bounds = Quantifier();
    if (!bounds) {
      return;
    }
    RegexNode repeat;
    repeat.kind = Kind::kRepeat;
    repeat.min = bounds->min;
    repeat.max = bounds->max;
    repeat.children.push_back(std::move(atom));
    atom = std::move(repeat);
  }

  RegexCursor cursor_;
};

}  // namespace

base::Result<RegexNode> ParseRegexShape(std::string_view pattern) {
  if (pattern.size() > kMaxPatternBytes) {
    return base::InputError("the regular expression is too long to generate from");
  }
  return Parser(pattern).Run();
}

}  // namespace accord::match
