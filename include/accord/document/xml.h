#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"

namespace accord::document {

struct XmlAttribute {
  std::string uri;   ///< Namespace URI; empty without one.
  std::string name;  ///< Local name.
  std::string value;
};

/// One element. Comments and processing instructions are dropped, CDATA is text.
struct XmlElement {
  std::string uri;
  std::string name;
  std::vector<XmlAttribute> attributes;  ///< Without xmlns declarations.
  std::vector<XmlElement> children;
  std::string text;  ///< All text of this element itself, concatenated, untrimmed.
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct XmlLimits {
  std::size_t max_bytes = 256U << 20U;
  std::uint32_t max_depth = 1000;
};

/// Parses with namespaces (expat). External entities are never loaded; entity bombs are refused.
/// The error message holds line and column.
base::Result<XmlElement> ParseXml(std::string_view bytes, const XmlLimits& limits = {});

/// Serialises without a declaration; namespaces are declared where they are first needed.
std::string WriteXml(const XmlElement& element);

}  // namespace accord::document
