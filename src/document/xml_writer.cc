#include <unordered_map>

#include <fmt/format.h>

#include "accord/document/xml.h"

namespace accord::document {
namespace {

constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

void AppendEscaped(std::string_view text, bool attribute, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '"':
      case '\n':
      case '\t':
        // A parser would turn the blanks of an attribute into spaces (XML 1.0 §3.3.3).
        out += attribute ? fmt::format("&#{};", static_cast<int>(c)) : std::string(1, c);
        break;
      default:
        out += c;
    }
  }
}

// Prefix of an attribute; `declared` holds the URIs that this element has given prefixes ns0, ns1
// ….
std::string Prefix(const std::string& uri,
                   std::unordered_map<std::string, std::size_t>& declared,
                   std::string& out) {
  if (uri == kXmlNamespace) {
    return "xml:";
  }
  const auto [entry, added] = declared.emplace(uri, declared.size());
  if (added) {
    out += fmt::format(" xmlns:ns{}=\"", entry->second);
    AppendEscaped(uri, true, out);
    out += '"';
  }
  return fmt::format("ns{}:", entry->second);
}

// Elements use the default namespace; `scope` is the one their parent declared.
void Write(const XmlElement& element, const std::string& scope, std::string& out) {
  // The namespace `xml` may not be declared as the default one.
  const bool reserved = element.uri == kXmlNamespace;
  const std::string name = (reserved ? "xml:" : "") + element.name;
  const std::string& inner = reserved ? scope : element.uri;
  out.append("<").append(name);
  if (inner != scope) {
    out += " xmlns=\"";
    AppendEscaped(inner, true, out);
    out += '"';
  }
  std::unordered_map<std::string, std::size_t> declared;
  for (const XmlAttribute& attribute : element.attributes) {
    const std::string prefix =
        attribute.uri.empty() ? std::string() : Prefix(attribute.uri, declared, out);
    out.append(" ").append(prefix).append(attribute.name).append("=\"");
    AppendEscaped(attribute.value, true, out);
    out += '"';
  }
  if (element.text.empty() && element.children.empty()) {
    out += "/>";
    return;
  }
  out += '>';
  AppendEscaped(element.text, false, out);
  for (const XmlElement& child : element.children) {
    Write(child, inner, out);
  }
  out.append("</").append(name).append(">");
}

}  // namespace

std::string WriteXml(const XmlElement& element) {
  std::string out;
  Write(element, {}, out);
  return out;
}

}  // namespace accord::document
