#include "proto/edition_text.h"

#include <algorithm>

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

constexpr int kTab = 8;
constexpr std::size_t kEditionTokens = 4;  // edition = "2023" ;

// The parser says it again, for the same text.
class Ignore : public pb::io::ErrorCollector {
 public:
  void AddError(int /*line*/, pb::io::ColumnNumber /*column*/, const std::string&) override {}
};

}  // namespace

EditionText::EditionText(std::string_view text) : text_(std::string(text)) {
  Tokenize();
  FindEdition();
}

void EditionText::Tokenize() {
  pb::io::ArrayInputStream input(text_.text().data(), static_cast<int>(text_.text().size()));
  Ignore errors;
  pb::io::Tokenizer tokenizer(&input, &errors);
  while (tokenizer.Next()) {
    const pb::io::Tokenizer::Token& token = tokenizer.current();
    tokens_.push_back({.text = token.text,
                       .identifier = token.type == pb::io::Tokenizer::TYPE_IDENTIFIER,
                       .string = token.type == pb::io::Tokenizer::TYPE_STRING,
                       .line = token.line,
                       .column = token.column,
                       .end_column = token.end_column});
  }
}

void EditionText::FindEdition() {
  if (tokens_.size() >= kEditionTokens && tokens_[0].text == "edition" && tokens_[1].text == "=" &&
      tokens_[2].string && tokens_[3].text == ";") {
    pb::io::Tokenizer::ParseString(tokens_[2].text, &edition_);
  }
}

TextPlace EditionText::statement_begin() const {
  return {tokens_[0].line, tokens_[0].column};
}

TextPlace EditionText::statement_end() const {
  return {tokens_[kEditionTokens - 1].line, tokens_[kEditionTokens - 1].end_column};
}

// Whether a `reserved` statement begins there.
bool EditionText::IsReserved(std::size_t token) const {
  const std::string& before = tokens_[token - 1].text;
  return tokens_[token].text == "reserved" && (before == "{" || before == "}" || before == ";");
}

const EditionToken* EditionText::QuotedReserved() const {
  for (std::size_t i = kEditionTokens; i + 1 < tokens_.size(); ++i) {
    if (IsReserved(i) && tokens_[i + 1].string) {
      return &tokens_[i + 1];
    }
  }
  return nullptr;
}

// Indices of the tokens that are names in `reserved a, b;`.
std::vector<std::size_t> EditionText::ReservedNames() const {
  std::vector<std::size_t> names;
  for (std::size_t i = kEditionTokens; i + 1 < tokens_.size(); ++i) {
    if (!IsReserved(i) || !tokens_[i + 1].identifier) {
      continue;
    }
    for (++i; i < tokens_.size() && (tokens_[i].identifier || tokens_[i].text == ","); ++i) {
      if (tokens_[i].identifier) {
        names.push_back(i);
      }
    }
  }
  return names;
}

// Copies the original text up to a token, which is left to the caller.
void EditionText::CopyUpTo(const EditionToken& token) {
  const std::size_t to = text_.OffsetOf(token.line, token.column);
  CopyBytes(to);
  copied_ = to + token.text.size();
}

void EditionText::CopyBytes(std::size_t to) {
  const std::string_view part = std::string_view(text_.text()).substr(copied_, to - copied_);
  for (std::size_t at = part.find('\n'); at != std::string_view::npos;
       at = part.find('\n', at + 1)) {
    origins_.push_back({.line = origins_.back().line + 1, .column = 0});
  }
  out_.append(part);
}

// Begins a line that stands for the original from `column` on. Blanks keep tab stops in place.
void EditionText::StartLine(int line, int column) {
  const int indent = column % kTab;
  out_ += '\n';
  out_.append(static_cast<std::size_t>(indent), ' ');
  origins_.push_back({.line = line, .column = column - indent});
}

std::string EditionText::Rewrite() {
  out_ = "syntax = \"proto3\";";
  origins_ = {{.line = tokens_[0].line, .column = tokens_[0].column}};
  StartLine(0, 0);
  for (std::size_t i = 0; i < kEditionTokens; ++i) {
    CopyUpTo(tokens_[i]);
    StartLine(tokens_[i].line, tokens_[i].end_column);
  }
  for (const std::size_t i : ReservedNames()) {
    const EditionToken& name = tokens_[i];
    CopyUpTo(name);
    StartLine(name.line, name.column);
    origins_.back().quoted = name.column % kTab;
    out_ += '"' + name.text + '"';
    StartLine(name.line, name.end_column);
  }
  CopyBytes(text_.text().size());
  return std::move(out_);
}

TextPlace EditionText::Original(TextPlace rewritten) const {
  if (rewritten.line < 0 || static_cast<std::size_t>(rewritten.line) >= origins_.size()) {
    return rewritten;
  }
  const Origin& origin = origins_[static_cast<std::size_t>(rewritten.line)];
  if (rewritten.line == 0) {
    return {origin.line, origin.column};
  }
  const int quotes = origin.quoted >= 0 && rewritten.column > origin.quoted ? 2 : 0;
  return {origin.line, origin.column + rewritten.column - quotes};
}

}  // namespace accord::proto
