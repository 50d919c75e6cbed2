#include "accord/pact/path.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::pact {
namespace {

using base::IsDigit;

// The grammar says "any letter or digit"; every character beyond ASCII is taken as one.
bool IsNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == ':' || c == '#' || c == '@' || static_cast<unsigned char>(c) >= 0x80;
}

/// Reads one path expression from left to right.
class PathParser {
 public:
  explicit PathParser(std::string_view text) : text_(text) {}

  base::Result<PathExpression> Parse() {
    if (text_.empty()) {
      return Expected("a path");
    }
    tokens_.push_back({.kind = PathToken::Kind::kRoot, .name = {}, .index = 0});
    if (text_.front() == '$') {
      at_ = 1;
    } else if (!ReadName()) {
      return Expected("`$` or a name");
    }
    while (at_ < text_.size()) {
      if (const char* wanted = ReadStep(); wanted != nullptr) {
        return Expected(wanted);
      }
    }
    return PathExpression(std::move(tokens_));
  }

 private:
  // The Read functions give nullptr (or true) on success, otherwise what they would have accepted
  // at `at_`.
  const char* ReadStep() {
    if (Skip('.')) {
      if (Skip('*')) {
        tokens_.push_back({.kind = PathToken::Kind::kStar, .name = {}, .index = 0});
        return nullptr;
      }
      return ReadName() ? nullptr : "a name or `*`";
    }
    if (Skip('[')) {
      return ReadBracket();
    }
    return "`.` or `[`";
  }

  const char* ReadBracket() {
    if (Skip('\'')) {
      return ReadQuoted();
    }
    if (Skip('*')) {
      tokens_.push_back({.kind = PathToken::Kind::kStarIndex, .name = {}, .index = 0});
    } else if (at_ < text_.size() && IsDigit(text_[at_])) {
      std::uint32_t index = 0;
      const char* end = text_.data() + text_.size();
      const auto read = std::from_chars(text_.data() + at_, end, index);
      if (read.ec != std::errc{}) {
        return "an index below 4294967296";
      }
      at_ = static_cast<std::size_t>(read.ptr - text_.data());
      tokens_.push_back({.kind = PathToken::Kind::kIndex, .name = {}, .index = index});
    } else {
      return "an index, `*` or a name in single quotes";
    }
    return Skip(']') ? nullptr : "`]`";
  }

  // The grammar knows no escapes, so the name ends where quote and bracket stand together.
  const char* ReadQuoted() {
    const std::size_t end = text_.find("']", at_);
    if (end == std::string_view::npos) {
      at_ = text_.size();
      return "`']`";
    }
    if (end == at_) {
      return "a name between the quotes";
    }
    AddField(text_.substr(at_, end - at_));
    at_ = end + 2;
    return nullptr;
  }

  bool ReadName() {
    const std::size_t start = at_;
    while (at_ < text_.size() && IsNameCharacter(text_[at_])) {
      ++at_;
    }
    if (at_ == start) {
      return false;
    }
    AddField(text_.substr(start, at_ - start));
    return true;
  }

  void AddField(std::string_view name) {
    tokens_.push_back({.kind = PathToken::Kind::kField, .name = std::string(name), .index = 0});
  }

  bool Skip(char c) {
    if (at_ < text_.size() && text_[at_] == c) {
      ++at_;
      return true;
    }
    return false;
  }

  base::Error Expected(const char* what) const {
    return base::InputError(fmt::format("expected {} at offset {}", what, at_));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<PathToken> tokens_;
};

// Numbers and `@` read as names without quotes too, but other readers are pickier.
bool NeedsQuotes(std::string_view name) {
  return name.empty() || name.front() == '@' || std::all_of(name.begin(), name.end(), IsDigit) ||
         !std::all_of(name.begin(), name.end(), [](char c) {
           return IsNameCharacter(c) && static_cast<unsigned char>(c) < 0x80;
         });
}

}  // namespace

base::Result<PathExpression> PathExpression::Parse(std::string_view text) {
  return PathParser(text).Parse();
}

std::string PathExpression::ToString() const {
  std::string out;
  for (const PathToken& token : tokens_) {
    switch (token.kind) {
      case PathToken::Kind::kRoot:
        out += '$';
        break;
      case PathToken::Kind::kField:
        AppendField(out, token.name);
        break;
      case PathToken::Kind::kIndex:
        AppendIndex(out, token.index);
        break;
      case PathToken::Kind::kStar:
        out += ".*";
        break;
      case PathToken::Kind::kStarIndex:
        out += "[*]";
        break;
    }
  }
  return out;
}

void AppendField(std::string& path, std::string_view name) {
  if (NeedsQuotes(name)) {
    path.append("['").append(name).append("']");
  } else {
    path.append(".").append(name);
  }
}

void AppendIndex(std::string& path, std::size_t index) {
  fmt::format_to(std::back_inserter(path), "[{}]", index);
}

}  // namespace accord::pact
