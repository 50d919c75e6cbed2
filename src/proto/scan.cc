#include "proto/scan.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace accord::proto {
namespace {

using CharSet = std::array<bool, 256>;

constexpr CharSet MakeSet(std::string_view members) {
  CharSet set{};
  for (const char c : members) {
    set[static_cast<unsigned char>(c)] = true;
  }
  return set;
}

constexpr CharSet MakeWordSet() {
  CharSet set = MakeSet("_.");
  for (std::size_t c = 0; c < set.size(); ++c) {
    set[c] = set[c] || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
  return set;
}

// What matters between braces, where no statement of the file itself can stand.
constexpr CharSet kInner = MakeSet("{}/\"'");
constexpr CharSet kWord = MakeWordSet();
constexpr CharSet kSpace = MakeSet(" \t\r\n\v\f");

bool In(const CharSet& set, char c) {
  return set[static_cast<unsigned char>(c)];
}

/// Walks over a text; nothing it does depends on the text being well-formed.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ >= text_.size(); }
  char current() const { return text_[at_]; }
  std::size_t offset() const { return at_; }
  void Advance() { ++at_; }

  void SkipUntil(const CharSet& set) {
    while (at_ < text_.size() && !In(set, text_[at_])) {
      ++at_;
    }
  }

  /// At a `/`: over the comment, or the character alone.
  void SkipSlash() {
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (next == '/') {
      const void* end = std::memchr(text_.data() + at_, '\n', text_.size() - at_);
      at_ = end == nullptr ? text_.size()
                           : static_cast<std::size_t>(static_cast<const char*>(end) - text_.data());
    } else if (next == '*') {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    } else {
      ++at_;
    }
  }

  void SkipSpace() {
    while (!at_end()) {
      if (In(kSpace, current())) {
        ++at_;
      } else if (current() == '/' && at_ + 1 < text_.size() &&
                 (text_[at_ + 1] == '/' || text_[at_ + 1] == '*')) {
        SkipSlash();
      } else {
        return;
      }
    }
  }

  std::string_view Word() {
    const std::size_t begin = at_;
    while (!at_end() && In(kWord, current())) {
      ++at_;
    }
    return text_.substr(begin, at_ - begin);
  }

  /// At a quote: the text up to the closing one. A string ends with its line, as protoc has it, so
  /// that a lost quote does not swallow the file.
  std::string_view Quoted() {
    const char quote = text_[at_++];
    const std::size_t begin = at_;
    while (!at_end() && current() != quote && current() != '\n') {
      at_ += current() == '\\' ? 2U : 1U;
    }
    const std::size_t end = std::min(at_, text_.size());
    at_ = end;
    if (!at_end() && current() == quote) {
      ++at_;
    }
    return text_.substr(begin, end - begin);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// At one of kInner that is no brace.
void SkipCommentOrString(Cursor& cursor) {
  if (cursor.current() == '/') {
    cursor.SkipSlash();
  } else {
    cursor.Quoted();
  }
}

/// At `{`: over the block, or the rest of the text when it does not end.
void SkipBlock(Cursor& cursor) {
  std::size_t depth = 0;
  for (; !cursor.at_end(); cursor.SkipUntil(kInner)) {
    const char c = cursor.current();
    if (c != '{' && c != '}') {
      SkipCommentOrString(cursor);
      continue;
    }
    cursor.Advance();
    depth = c == '{' ? depth + 1 : depth - 1;
    if (depth == 0) {
      return;
    }
  }
}

/// String literals that stand side by side are one.
std::string ReadString(Cursor& cursor) {
  std::string text;
  cursor.SkipSpace();
  while (!cursor.at_end() && (cursor.current() == '"' || cursor.current() == '\'')) {
    text += cursor.Quoted();
    cursor.SkipSpace();
  }
  return text;
}

void ReadImport(Cursor& cursor, Head& head) {
  cursor.SkipSpace();
  if (!cursor.at_end() && In(kWord, cursor.current())) {
    const std::string_view kind = cursor.Word();
    if (kind != "public" && kind != "weak" && kind != "option") {
      return;
    }
  }
  std::string path = ReadString(cursor);
  if (!path.empty()) {
    head.imports.push_back(std::move(path));
  }
}

void ReadPackage(Cursor& cursor, Head& head) {
  std::string name;
  for (cursor.SkipSpace(); !cursor.at_end() && In(kWord, cursor.current()); cursor.SkipSpace()) {
    name += cursor.Word();
  }
  if (head.package.empty()) {
    head.package = std::move(name);
  }
}

void ReadEdition(Cursor& cursor, Head& head) {
  cursor.SkipSpace();
  head.edition = head.edition || (!cursor.at_end() && cursor.current() == '=');
}

/// At the first word of a statement outside all braces.
void ReadStatement(Cursor& cursor, Head& head) {
  const std::string_view word = cursor.Word();
  if (word == "import") {
    ReadImport(cursor, head);
  } else if (word == "package") {
    ReadPackage(cursor, head);
  } else if (word == "edition") {
    ReadEdition(cursor, head);
  }
}

}  // namespace

Head Scan(std::string_view text) {
  Head head;
  Cursor cursor(text.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0));
  bool statement_begins = true;
  for (cursor.SkipSpace(); !cursor.at_end(); cursor.SkipSpace()) {
    const char c = cursor.current();
    if (c == '{') {
      SkipBlock(cursor);
      // A block ends its statement, apart from option values, which end with `;`.
      statement_begins = true;
    } else if (c == '"' || c == '\'') {
      cursor.Quoted();
    } else if (!In(kWord, c)) {
      statement_begins = c == ';' || c == '}';
      cursor.Advance();
    } else if (statement_begins) {
      statement_begins = false;
      ReadStatement(cursor, head);
    } else {
      cursor.Word();
    }
  }
  return head;
}

std::optional<std::size_t> FindTooDeep(std::string_view text, std::uint32_t limit) {
  Cursor cursor(text);
  std::uint32_t depth = 0;
  for (cursor.SkipUntil(kInner); !cursor.at_end(); cursor.SkipUntil(kInner)) {
    const char c = cursor.current();
    if (c != '{' && c != '}') {
      SkipCommentOrString(cursor);
      continue;
    }
    if (c == '{' && ++depth > limit) {
      return cursor.offset();
    }
    if (c == '}' && depth > 0) {
      --depth;
    }
    cursor.Advance();
  }
  return std::nullopt;
}

}  // namespace accord::proto
