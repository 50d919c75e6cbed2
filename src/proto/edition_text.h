#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "proto/source_text.h"

namespace accord::proto {

/// A token of a .proto text, placed as libprotobuf counts (0-based, tabs expanded).
struct EditionToken {
  std::string text;
  bool identifier = false;
  bool string = false;
  int line = 0;
  int column = 0;
  int end_column = 0;
};

/// A place in a text as libprotobuf counts.
struct TextPlace {
  int line = 0;
  int column = 0;
};

/// A text with an `edition` statement in the words of proto3, the syntax that is nearest to it and
/// that libprotobuf 3.21 can parse: the first statement is replaced, reserved names are quoted.
class EditionText {
 public:
  explicit EditionText(std::string_view text);

  const std::vector<EditionToken>& tokens() const { return tokens_; }
  /// The value of the `edition` statement, unquoted; empty when the text does not begin with one.
  const std::string& edition() const { return edition_; }
  /// The first and one past the last token of the `edition` statement.
  TextPlace statement_begin() const;
  TextPlace statement_end() const;
  /// The first reserved name in quotes, which only the older syntaxes have; nullptr if there is
  /// none.
  const EditionToken* QuotedReserved() const;
  /// What the parser is to read.
  std::string Rewrite();
  /// Where that place of the rewritten text is in the original.
  TextPlace Original(TextPlace rewritten) const;

 private:
  // Of a line of the rewritten text: where its column 0 would be in the original.
  struct Origin {
    int line = 0;
    int column = 0;
    int quoted = -1;  // Column of a name, alone in its line, in quotes that the original lacks.
  };

  void Tokenize();
  void FindEdition();
  bool IsReserved(std::size_t token) const;
  std::vector<std::size_t> ReservedNames() const;
  void CopyUpTo(const EditionToken& token);
  void CopyBytes(std::size_t to);
  void StartLine(int line, int column);

  SourceText text_;
  std::vector<EditionToken> tokens_;
  std::string edition_;

  std::string out_;
  std::size_t copied_ = 0;
  std::vector<Origin> origins_;
};

}  // namespace accord::proto
