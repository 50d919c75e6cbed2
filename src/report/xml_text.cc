#include "report/xml_text.h"

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "report/characters.h"

namespace accord::report {
namespace {

/// XML 1.0 §2.2; surrogates never come out of the decoder.
bool IsXmlCharacter(std::uint32_t code) {
  if (code < 0x20) {
    return code == '\t' || code == '\n' || code == '\r';
  }
  return code != 0xFFFE && code != 0xFFFF;
}

/// Line breaks other than LF, and in attributes any, would not survive parsing as they are.
std::string Escape(std::string_view text, bool attribute) {
  std::string out;
  while (!text.empty()) {
    const Character next = FirstCharacter(text);
    text.remove_prefix(next.bytes);
    const bool reference =
        next.code == '\r' || (attribute && (next.code == '\n' || next.code == '\t'));
    if (reference) {
      out += fmt::format("&#{};", next.code);
    } else if (next.code == '&') {
      out += "&amp;";
    } else if (next.code == '<') {
      out += "&lt;";
    } else if (next.code == '>') {
      out += "&gt;";
    } else if (next.code == '"') {
      out += "&quot;";
    } else if (IsXmlCharacter(next.code)) {
      base::AppendUtf8(out, next.code);
    }
  }
  return out;
}

}  // namespace

std::string EscapeXml(std::string_view text) {
  return Escape(text, false);
}

std::string XmlAttribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, Escape(value, true));
}

}  // namespace accord::report
