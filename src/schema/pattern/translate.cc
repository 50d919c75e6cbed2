#include "schema/pattern/translate.h"

#include <iterator>

#include <fmt/format.h>

namespace accord::schema {
namespace {

using Kind = Regexp::Kind;

class Translation {
 public:
  explicit Translation(bool captures) : captures_(captures) {}

  void Write(const Regexp& node);
  std::string TakeText() { return std::move(text_); }

 private:
  void WriteSet(const CodePoints& set);
  void WriteParts(const Regexp& node, std::string_view separator);
  void WriteRepeat(const Regexp& node);
  void WriteEnclosed(std::string_view opening, const Regexp& node) {
    text_ += opening;
    WriteParts(node, "|");
    text_ += ')';
  }

  bool captures_;
  std::string text_;
};

void Translation::WriteSet(const CodePoints& set) {
  if (set.empty()) {
    text_ += "(?!)";
    return;
  }
  if (set.is_single()) {
    fmt::format_to(std::back_inserter(text_), "\\x{{{:X}}}", set.ranges().front().first);
    return;
  }
  text_ += '[';
  for (const CodePointRange& range : set.ranges()) {
    fmt::format_to(std::back_inserter(text_), "\\x{{{:X}}}-\\x{{{:X}}}", range.first, range.last);
  }
  text_ += ']';
}

void Translation::WriteParts(const Regexp& node, std::string_view separator) {
  for (std::size_t i = 0; i < node.parts.size(); ++i) {
    text_ += i == 0 ? "" : separator;
    Write(node.parts[i]);
  }
}

void Translation::WriteRepeat(const Regexp& node) {
  const Regexp& part = node.parts.front();
  if (part.kind == Kind::kSet) {
    WriteSet(part.set);
  } else {
    WriteEnclosed("(?:", node);
  }
  if (node.max == Regexp::kUnbounded) {
    fmt::format_to(std::back_inserter(text_), "{{{},}}", node.min);
  } else {
    fmt::format_to(std::back_inserter(text_), "{{{},{}}}", node.min, node.max);
  }
  text_ += node.lazy ? "?" : "";
}

void Translation::Write(const Regexp& node) {
  switch (node.kind) {
    case Kind::kSet:
      return WriteSet(node.set);
    case Kind::kSequence:
      return WriteParts(node, "");
    case Kind::kChoice:
      return WriteEnclosed("(?:", node);
    case Kind::kRepeat:
      return WriteRepeat(node);
    case Kind::kGroup:
      return WriteEnclosed(captures_ ? "(" : "(?:", node);
    case Kind::kBackReference:
      fmt::format_to(std::back_inserter(text_), "\\g{{{}}}", node.group);
      return;
    case Kind::kStart:
      text_ += "\\A";
      return;
    case Kind::kEnd:
      text_ += "\\z";
      return;
    case Kind::kWordBoundary:
      text_ += node.negative ? "\\B" : "\\b";
      return;
    case Kind::kLookAhead:
      return WriteEnclosed(node.negative ? "(?!" : "(?=", node);
    case Kind::kLookBehind:
      return WriteEnclosed(node.negative ? "(?<!" : "(?<=", node);
  }
}

}  // namespace

std::string Translate(const ParsedPattern& pattern) {
  Translation translation(pattern.back_references);
  translation.Write(pattern.root);
  return translation.TakeText();
}

}  // namespace accord::schema
