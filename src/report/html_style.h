#pragma once

#include <string_view>

namespace accord::report {

/// The style sheet of the HTML report: light, dark and on paper.
std::string_view HtmlStyle();

}  // namespace accord::report
