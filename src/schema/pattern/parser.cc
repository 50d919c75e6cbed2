#include "schema/pattern/parser.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accord/base/strings.h"

#include "schema/pattern/escape.h"
#include "schema/pattern/reader.h"

namespace accord::schema {
namespace {

using Kind = Regexp::Kind;

constexpr int kMaxDepth = 500;

struct Bounds {
  std::uint32_t min = 0;
  std::uint32_t max = 0;
};

std::uint32_t ReadNumber(PatternReader& reader) {
  std::uint64_t value = 0;
  while (IsDigit(reader.Peek())) {
    value = std::min<std::uint64_t>(value * 10 + (reader.Next() - '0'), Regexp::kUnbounded - 1);
  }
  return static_cast<std::uint32_t>(value);
}

/// `{2}`, `{2,}`, `{2,3}`; nothing is read when there is none.
std::optional<Bounds> ReadBraces(PatternReader& reader) {
  const std::size_t start = reader.position();
  if (!reader.Skip("{") || !IsDigit(reader.Peek())) {
    reader.Return(start);
    return std::nullopt;
  }
  Bounds bounds;
  bounds.min = ReadNumber(reader);
  bounds.max = bounds.min;
  if (reader.Skip(",")) {
    bounds.max = IsDigit(reader.Peek()) ? ReadNumber(reader) : Regexp::kUnbounded;
  }
  if (!reader.Skip("}")) {
    reader.Return(start);
    return std::nullopt;
  }
  return bounds;
}

std::optional<Bounds> ReadQuantifier(PatternReader& reader) {
  if (reader.Skip("*")) {
    return Bounds{0, Regexp::kUnbounded};
  }
  if (reader.Skip("+")) {
    return Bounds{1, Regexp::kUnbounded};
  }
  if (reader.Skip("?")) {
    return Bounds{0, 1};
  }
  return ReadBraces(reader);
}

Regexp SetOf(CodePoints set) {
  Regexp result;
  result.kind = Kind::kSet;
  result.set = std::move(set);
  return result;
}

Regexp Assertion(Kind kind, bool negative = false) {
  Regexp result;
  result.kind = kind;
  result.negative = negative;
  return result;
}

/// The groups that the whole text has; back-references need it before their groups are read.
std::uint32_t CountGroups(std::string_view source) {
  std::uint32_t count = 0;
  bool in_class = false;
  for (std::size_t i = 0; i < source.size(); ++i) {
    const char c = source[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
    } else if (c == '(') {
      const std::string_view after = source.substr(i + 1, 3);
      const bool named = after.starts_with("?<") && !after.ends_with('=') && !after.ends_with('!');
      count += !after.starts_with('?') || named ? 1U : 0U;
    }
  }
  return count;
}

class Parser {
 public:
  Parser(std::string_view source, bool lenient)
      : reader_(source, lenient), total_groups_(CountGroups(source)) {
    result_.lenient = lenient;
  }

  bool Run();
  const PatternReader& reader() const { return reader_; }
  ParsedPattern TakeResult() { return std::move(result_); }

 private:
  std::optional<Regexp> ReadChoice(int depth);
  std::optional<Regexp> ReadSequence(int depth);
  std::optional<Regexp> ReadTerm(int depth);
  bool SeesRepeatable() const;
  std::optional<Regexp> ReadParentheses(int depth);
  std::optional<Regexp> ReadLookAround(int depth);
  std::optional<Regexp> ReadGroup(int depth);
  std::optional<Regexp> ReadBackslash();
  std::optional<Regexp> ReadNumberedReference();
  std::optional<Regexp> ReadNamedReference();
  std::optional<Regexp> ReadCharacter();
  std::optional<Regexp> Repeated(Regexp term, std::size_t position, bool repeatable);
  std::optional<Regexp> Close(std::optional<Regexp> inner, std::size_t opened);
  std::nullopt_t Fail(std::string message, std::size_t position) {
    reader_.Fail(std::move(message), position);
    return std::nullopt;
  }

  PatternReader reader_;
  std::uint32_t total_groups_;
  ParsedPattern result_;
  std::map<std::string, std::uint32_t> names_;
  struct NamedReference {
    std::string name;
    std::size_t position;
  };
  std::vector<NamedReference> named_references_;
  /// Numbers of named references in `root`, by their index in `named_references_`.
  void NumberReferences(Regexp& node);
};

/// A named reference is numbered after the last group and its index, until all names are known.
constexpr std::uint32_t kUnnumbered = 1U << 31U;

void Parser::NumberReferences(Regexp& node) {
  if (node.kind == Kind::kBackReference && node.group >= kUnnumbered) {
    const NamedReference& reference = named_references_[node.group - kUnnumbered];
    const auto entry = names_.find(reference.name);
    if (entry == names_.end()) {
      reader_.Fail("there is no group \"" + reference.name + "\"", reference.position);
      return;
    }
    node.group = entry->second;
  }
  for (Regexp& part : node.parts) {
    NumberReferences(part);
  }
}

bool Parser::Run() {
  std::optional<Regexp> root = ReadChoice(0);
  if (!root) {
    return false;
  }
  if (!reader_.done()) {
    return reader_.Fail("a parenthesis is closed that was not opened");
  }
  if (!named_references_.empty()) {
    NumberReferences(*root);
  }
  result_.root = std::move(*root);
  return reader_.fault().empty();
}

std::optional<Regexp> Parser::ReadChoice(int depth) {
  if (depth > kMaxDepth) {
    return Fail("the groups are nested too deeply", reader_.position());
  }
  Regexp choice;
  choice.kind = Kind::kChoice;
  do {
    std::optional<Regexp> sequence = ReadSequence(depth);
    if (!sequence) {
      return std::nullopt;
    }
    choice.parts.push_back(std::move(*sequence));
  } while (reader_.Skip("|"));
  if (choice.parts.size() == 1) {
    return std::move(choice.parts.front());
  }
  return choice;
}

std::optional<Regexp> Parser::ReadSequence(int depth) {
  Regexp sequence;
  while (!reader_.done() && !reader_.Sees("|") && !reader_.Sees(")")) {
    std::optional<Regexp> term = ReadTerm(depth);
    if (!term) {
      return std::nullopt;
    }
    sequence.parts.push_back(std::move(*term));
  }
  if (sequence.parts.size() == 1) {
    return std::move(sequence.parts.front());
  }
  return sequence;
}

/// Annex B lets look-ahead be repeated, but no other assertion.
bool Parser::SeesRepeatable() const {
  const auto sees = [this](std::string_view text) { return reader_.Sees(text); };
  if (sees("(?=") || sees("(?!")) {
    return reader_.lenient();
  }
  return !sees("(?<=") && !sees("(?<!") && !sees("\\b") && !sees("\\B");
}

std::optional<Regexp> Parser::ReadTerm(int depth) {
  const std::size_t position = reader_.position();
  const bool repeatable = SeesRepeatable();
  std::optional<Regexp> term;
  if (reader_.Skip("^")) {
    return Assertion(Kind::kStart);
  }
  if (reader_.Skip("$")) {
    return Assertion(Kind::kEnd);
  }
  if (reader_.Skip("(")) {
    term = ReadParentheses(depth);
  } else if (reader_.Skip("\\")) {
    term = ReadBackslash();
  } else {
    term = ReadCharacter();
  }
  return term ? Repeated(std::move(*term), position, repeatable) : std::nullopt;
}

std::optional<Regexp> Parser::Repeated(Regexp term, std::size_t position, bool repeatable) {
  const std::size_t at = reader_.position();
  const std::optional<Bounds> bounds = ReadQuantifier(reader_);
  if (!bounds) {
    return term;
  }
  if (!repeatable) {
    return Fail("an assertion cannot be repeated", position);
  }
  if (bounds->min > bounds->max) {
    return Fail("the numbers of the repetition are out of order", at);
  }
  Regexp repeat;
  repeat.kind = Kind::kRepeat;
  repeat.min = bounds->min;
  repeat.max = bounds->max;
  repeat.lazy = reader_.Skip("?");
  repeat.parts.push_back(std::move(term));
  return repeat;
}

std::optional<Regexp> Parser::ReadCharacter() {
  const std::size_t position = reader_.position();
  if (reader_.Skip(".")) {
    return SetOf(Dot());
  }
  if (reader_.Skip("[")) {
    std::optional<CodePoints> set = ReadClass(reader_);
    return set ? std::optional(SetOf(std::move(*set))) : std::nullopt;
  }
  if (reader_.Sees("*") || reader_.Sees("+") || reader_.Sees("?") || ReadBraces(reader_)) {
    return Fail("there is nothing to repeat", position);
  }
  const std::uint32_t next = reader_.Next();
  if (!reader_.lenient() && (next == '{' || next == '}' || next == ']')) {
    return Fail(std::string("a lone ") + static_cast<char>(next), position);
  }
  return SetOf(CodePoints::One(next));
}

std::optional<Regexp> Parser::Close(std::optional<Regexp> inner, std::size_t opened) {
  if (inner && !reader_.Skip(")")) {
    return Fail("a parenthesis is not closed", opened);
  }
  return inner;
}

/// Behind the parenthesis.
std::optional<Regexp> Parser::ReadParentheses(int depth) {
  const std::size_t opened = reader_.position() - 1;
  if (reader_.Skip("?:")) {
    return Close(ReadChoice(depth + 1), opened);
  }
  if (reader_.Sees("?=") || reader_.Sees("?!") || reader_.Sees("?<=") || reader_.Sees("?<!")) {
    return Close(ReadLookAround(depth), opened);
  }
  if (reader_.Sees("?") && !reader_.Sees("?<")) {
    return Fail("there is no group of this kind", opened);
  }
  return Close(ReadGroup(depth), opened);
}

std::optional<Regexp> Parser::ReadLookAround(int depth) {
  reader_.Skip("?");
  const bool behind = reader_.Skip("<");
  const bool negative = reader_.Next() == '!';
  std::optional<Regexp> inner = ReadChoice(depth + 1);
  if (!inner) {
    return std::nullopt;
  }
  result_.look_around = true;
  Regexp look = Assertion(behind ? Kind::kLookBehind : Kind::kLookAhead, negative);
  look.parts.push_back(std::move(*inner));
  return look;
}

std::optional<Regexp> Parser::ReadGroup(int depth) {
  Regexp group;
  group.kind = Kind::kGroup;
  group.group = ++result_.groups;
  const std::size_t position = reader_.position();
  if (reader_.Skip("?<")) {
    const std::optional<std::string> name = ReadGroupName(reader_);
    if (!name) {
      return std::nullopt;
    }
    if (!names_.emplace(*name, group.group).second) {
      return Fail("two groups are named \"" + *name + "\"", position);
    }
  }
  std::optional<Regexp> inner = ReadChoice(depth + 1);
  if (!inner) {
    return std::nullopt;
  }
  group.parts.push_back(std::move(*inner));
  return group;
}

std::optional<Regexp> Parser::ReadBackslash() {
  if (reader_.Skip("b")) {
    return Assertion(Kind::kWordBoundary);
  }
  if (reader_.Skip("B")) {
    return Assertion(Kind::kWordBoundary, true);
  }
  if (reader_.Skip("k<")) {
    return ReadNamedReference();
  }
  const std::uint32_t next = reader_.Peek();
  if (IsDigit(next) && next != '0') {
    if (std::optional<Regexp> reference = ReadNumberedReference()) {
      return reference;
    }
  }
  const std::optional<Atom> atom = ReadEscape(reader_, false);
  return atom ? std::optional(SetOf(atom->ToSet())) : std::nullopt;
}

/// Nothing is read when there is no such group.
std::optional<Regexp> Parser::ReadNumberedReference() {
  const std::size_t start = reader_.position();
  const std::uint32_t number = ReadNumber(reader_);
  if (number > total_groups_) {
    reader_.Return(start);
    return std::nullopt;
  }
  result_.back_references = true;
  Regexp reference = Assertion(Kind::kBackReference);
  reference.group = number;
  return reference;
}

std::optional<Regexp> Parser::ReadNamedReference() {
  const std::size_t position = reader_.position();
  const std::optional<std::string> name = ReadGroupName(reader_);
  if (!name) {
    return std::nullopt;
  }
  result_.back_references = true;
  Regexp reference = Assertion(Kind::kBackReference);
  reference.group = kUnnumbered + static_cast<std::uint32_t>(named_references_.size());
  named_references_.push_back({*name, position});
  return reference;
}

}  // namespace

base::Result<ParsedPattern> ParsePattern(std::string_view source) {
  if (!base::IsUtf8(source)) {
    return base::InputError("the text is not UTF-8");
  }
  Parser strict(source, false);
  if (strict.Run()) {
    return strict.TakeResult();
  }
  Parser lenient(source, true);
  if (lenient.Run()) {
    return lenient.TakeResult();
  }
  const PatternReader& reader = lenient.reader();
  return base::InputError(reader.fault() + " (at offset " +
                          std::to_string(reader.fault_position()) + ")");
}

}  // namespace accord::schema
