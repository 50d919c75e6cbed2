#include <algorithm>
#include <memory>

#include <expat.h>
#include <fmt/format.h>

#include "accord/document/xml.h"

namespace accord::document {
namespace {

// Stands between namespace URI and local name in expat's names; expat refuses URIs that hold it.
constexpr char kSeparator = '\n';
constexpr std::uint32_t kDeepest = 10000;

struct ParserDeleter {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserPtr = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserDeleter>;

void SplitName(std::string_view full, std::string& uri, std::string& name) {
  const std::size_t separator = full.rfind(kSeparator);
  if (separator == std::string_view::npos) {
    name = full;
  } else {
    uri = full.substr(0, separator);
    name = full.substr(separator + 1);
  }
}

class XmlBuilder {
 public:
  XmlBuilder(XML_Parser parser, std::uint32_t max_depth) : parser_(parser), max_depth_(max_depth) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, OnStart, OnEnd);
    XML_SetCharacterDataHandler(parser, OnText);
  }

  /// The element that was nested too deeply; without a line when there is none.
  const XmlElement& too_deep() const { return too_deep_; }
  XmlElement TakeRoot() { return std::move(root_); }

 private:
  static XmlBuilder& Self(void* self) { return *static_cast<XmlBuilder*>(self); }
  static void XMLCALL OnStart(void* self, const XML_Char* name, const XML_Char** attributes) {
    Self(self).Start(name, attributes);
  }
  static void XMLCALL OnEnd(void* self, const XML_Char* /*name*/) { Self(self).open_.pop_back(); }
  static void XMLCALL OnText(void* self, const XML_Char* text, int size) {
    Self(self).open_.back()->text.append(text, static_cast<std::size_t>(size));
  }

  void Start(const XML_Char* name, const XML_Char** attributes) {
    const bool too_deep = open_.size() >= max_depth_;
    // Only the innermost element grows, so pointers to the open ones stay valid.
    XmlElement& element = too_deep        ? too_deep_
                          : open_.empty() ? root_
                                          : open_.back()->children.emplace_back();
    element.line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_));
    element.column = static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_) + 1);
    if (too_deep) {
      // expat may still report the end of an empty element.
      XML_SetElementHandler(parser_, nullptr, nullptr);
      XML_StopParser(parser_, XML_FALSE);
      return;
    }
    SplitName(name, element.uri, element.name);
    for (std::size_t i = 0; attributes[i] != nullptr; i += 2) {
      XmlAttribute& attribute = element.attributes.emplace_back();
      SplitName(attributes[i], attribute.uri, attribute.name);
      attribute.value = attributes[i + 1];
    }
    open_.push_back(&element);
  }

  XML_Parser parser_;
  std::uint32_t max_depth_;
  XmlElement root_;
  std::vector<XmlElement*> open_;
  XmlElement too_deep_;
};

std::string_view Describe(XML_Error error) {
  switch (error) {
    case XML_ERROR_NO_ELEMENTS:
      return "the text ends before the root element is complete";
    case XML_ERROR_SYNTAX:
      return "this is not XML";
    case XML_ERROR_INVALID_TOKEN:
      return "this character may not stand here";
    case XML_ERROR_UNCLOSED_TOKEN:
      return "this tag or reference is never closed";
    case XML_ERROR_PARTIAL_CHAR:
      return "the text ends in the middle of a character";
    case XML_ERROR_TAG_MISMATCH:
      return "this end tag does not match the element that is open";
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      return "an attribute is repeated";
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return "something follows after the root element";
    case XML_ERROR_UNDEFINED_ENTITY:
      return "this entity is not declared";
    case XML_ERROR_RECURSIVE_ENTITY_REF:
      return "an entity contains itself";
    case XML_ERROR_UNBOUND_PREFIX:
      return "a namespace prefix is not declared";
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      return "a CDATA section is never closed";
    case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
      return "entities expand to too much text";
    default:
      return {};
  }
}

base::Error ErrorAt(std::uint64_t line, std::uint64_t column, std::string_view message) {
  return base::InputError(fmt::format("line {}, column {}: {}", line, column, message));
}

// expat takes at most INT_MAX bytes at once.
XML_Status Feed(XML_Parser parser, std::string_view bytes) {
  constexpr std::size_t kPiece = 1U << 30U;
  while (bytes.size() > kPiece) {
    const XML_Status status = XML_Parse(parser, bytes.data(), static_cast<int>(kPiece), XML_FALSE);
    if (status != XML_STATUS_OK) {
      return status;
    }
    bytes.remove_prefix(kPiece);
  }
  return XML_Parse(parser, bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
}

}  // namespace

base::Result<XmlElement> ParseXml(std::string_view bytes, const XmlLimits& limits) {
  if (bytes.size() > limits.max_bytes) {
    return base::InputError(
        fmt::format("the XML has {} bytes; the limit is {}", bytes.size(), limits.max_bytes));
  }
  const ParserPtr parser(XML_ParserCreateNS(nullptr, kSeparator));
  XmlBuilder builder(parser.get(), std::min(limits.max_depth, kDeepest));
  if (Feed(parser.get(), bytes) == XML_STATUS_OK) {
    return builder.TakeRoot();
  }
  if (const XmlElement& element = builder.too_deep(); element.line != 0) {
    return ErrorAt(element.line,
                   element.column,
                   fmt::format("elements are nested deeper than {} levels", limits.max_depth));
  }
  const XML_Error code = XML_GetErrorCode(parser.get());
  const std::string_view message = Describe(code);
  return ErrorAt(XML_GetCurrentLineNumber(parser.get()),
                 XML_GetCurrentColumnNumber(parser.get()) + 1,
                 message.empty() ? XML_ErrorString(code) : message);
}

}  // namespace accord::document
