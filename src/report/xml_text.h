#pragma once

#include <string>
#include <string_view>

namespace accord::report {

/// Text for the content of an XML or HTML element. What XML 1.0 cannot hold is dropped.
std::string EscapeXml(std::string_view text);

/// ` name="value"`.
std::string XmlAttribute(std::string_view name, std::string_view value);

}  // namespace accord::report
