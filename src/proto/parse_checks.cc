#include "proto/parse_checks.h"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/proto/rules.h"

#include "proto/scan.h"
#include "proto/source_text.h"

namespace accord::proto {
namespace {

/// Offset of the first byte that belongs to no well-formed sequence; npos when all do.
std::size_t FindBadByte(std::string_view text) {
  std::size_t at = 0;
  // Line by line, because no sequence reaches across a line break.
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (!base::IsUtf8(text.substr(at, end - at))) {
      break;
    }
    at = end;
  }
  while (at < text.size()) {
    std::size_t length = 1;
    while (length <= 4 && !base::IsUtf8(text.substr(at, length))) {
      ++length;
    }
    if (length > 4) {
      return at;
    }
    at += length;
  }
  return std::string_view::npos;
}

/// The place of one byte that cannot be shown; the line is shown up to it.
finding::Span SpanOfByte(const FileNames& names, std::string_view text, std::size_t at) {
  finding::Span span = SourceText(std::string(text.substr(0, at))).SpanOf(at, at);
  span.file = names.display;
  ++span.end.column;
  span.source_line += "\uFFFD";
  return span;
}

}  // namespace

bool CheckText(const FileNames& names,
               std::string_view text,
               std::vector<finding::Finding>& findings) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    findings.push_back(finding::Make(kProtoUnreadable,
                                     "the file is UTF-16, but .proto files are UTF-8",
                                     {.file = std::string(names.display)}));
    return false;
  }
  if (const std::size_t at = FindBadByte(text); at != std::string_view::npos) {
    std::string message = fmt::format("the text is not UTF-8: stray byte 0x{:02X}",
                                      static_cast<unsigned char>(text[at]));
    findings.push_back(
        finding::Make(kProtoUnreadable, std::move(message), SpanOfByte(names, text, at)));
    return false;
  }
  if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
    findings.push_back(
        finding::Make(kProtoUnreadable, "the text holds a NUL byte", SpanOfByte(names, text, at)));
    return false;
  }
  if (const std::optional<std::size_t> at = FindTooDeep(text, kMaxDepth)) {
    finding::Span span = SourceText(std::string(text)).SpanOf(*at, *at + 1);
    span.file = names.display;
    findings.push_back(finding::Make(
        kProtoTooDeep,
        fmt::format("braces are nested deeper than {} levels from here on", kMaxDepth),
        std::move(span)));
    return false;
  }
  return true;
}

}  // namespace accord::proto
