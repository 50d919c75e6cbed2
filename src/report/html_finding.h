#pragma once

#include <string>
#include <string_view>

#include "accord/finding/finding.h"

namespace accord::report {

/// Any text inside an HTML element or a quoted attribute; control characters are made visible.
std::string Html(std::string_view text);

/// An article about one finding: both sides, who breaks, the proof and the help of its rule.
std::string HtmlFinding(const finding::Finding& finding);

}  // namespace accord::report
