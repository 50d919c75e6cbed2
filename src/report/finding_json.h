#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/finding/finding.h"

#include "report/json_writer.h"

namespace accord::report {

// Members that are empty are left out.
void WriteText(JsonWriter& json, std::string_view key, std::string_view text);
void WriteTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts);
void WriteLocation(JsonWriter& json, std::string_view key, const finding::Span& span);

/// What a comparison of two versions adds to a finding, but for the old place.
void WriteChange(JsonWriter& json, const finding::Finding& finding);

}  // namespace accord::report
