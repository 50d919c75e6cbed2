#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace accord::report {

/// Any text as one line of GitHub-flavoured Markdown, also inside a table: nothing in it is markup,
/// mentions a person or links an issue.
std::string EscapeMarkdown(std::string_view text);

/// The same inside an HTML element, where Markdown is not read.
std::string EscapeHtml(std::string_view text);

/// A code span that may stand in a table.
std::string CodeSpan(std::string_view text);

/// A fenced block longer than any fence inside `text`, which ends with a line break.
std::string CodeBlock(std::string_view language, std::string_view text);

/// Collects blocks until one does not fit. Limits of Markdown hosts count characters.
class BoundedText {
 public:
  explicit BoundedText(std::size_t max_characters) : left_(max_characters) {}

  /// False, and nothing added from then on, when there is no room.
  bool Add(std::string_view block);
  bool full() const { return full_; }
  const std::string& text() const { return text_; }

 private:
  std::size_t left_;
  bool full_ = false;
  std::string text_;
};

}  // namespace accord::report
