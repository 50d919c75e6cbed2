#include "report/markdown_text.h"

#include <algorithm>

#include "accord/base/strings.h"

#include "report/characters.h"

namespace accord::report {
namespace {

constexpr std::string_view kMarkup = "\\`*_[]{}|~!";
constexpr std::string_view kReferences = "@#";

std::size_t LongestRun(std::string_view text, char wanted) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

/// True when `c` was an HTML character or a reference sign and has been written.
bool AppendHtml(std::string& out, char c) {
  if (c == '&') {
    out += "&amp;";
  } else if (c == '<') {
    out += "&lt;";
  } else if (c == '>') {
    out += "&gt;";
  } else if (kReferences.find(c) != std::string_view::npos) {
    // An entity would be decoded before people and issues are looked for; a comment parts them.
    out += c;
    out += "<!-- -->";
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string EscapeMarkdown(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    if (AppendHtml(out, c)) {
      continue;
    }
    if (kMarkup.find(c) != std::string_view::npos) {
      out += '\\';
    }
    out += c;
  }
  return out;
}

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    if (!AppendHtml(out, c)) {
      out += c;
    }
  }
  return out;
}

std::string CodeSpan(std::string_view text) {
  const std::string shown = Printable(text);
  const std::string fence(LongestRun(shown, '`') + 1, '`');
  const bool padded = shown.starts_with('`') || shown.ends_with('`');
  std::string out = fence + (padded ? " " : "");
  for (const char c : shown) {
    out += c == '|' ? "\\|" : std::string(1, c);
  }
  return out + (padded ? " " : "") + fence;
}

std::string CodeBlock(std::string_view language, std::string_view text) {
  const std::string fence(std::max<std::size_t>(LongestRun(text, '`') + 1, 3), '`');
  std::string out = fence;
  out += language;
  out += '\n';
  out += text;
  return out + fence + "\n";
}

bool BoundedText::Add(std::string_view block) {
  const std::size_t needed = base::CountCodePoints(block);
  full_ = full_ || needed > left_;
  if (full_) {
    return false;
  }
  left_ -= needed;
  text_ += block;
  return true;
}

}  // namespace accord::report
