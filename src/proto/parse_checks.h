#pragma once

#include <string_view>
#include <vector>

#include "accord/finding/finding.h"

#include "proto/parse.h"

namespace accord::proto {

/// What must hold before a text may be given to libprotobuf's parser: well-formed UTF-8 without
/// NUL, braces nested no deeper than kMaxDepth. False, with a finding, when it does not.
bool CheckText(const FileNames& names,
               std::string_view text,
               std::vector<finding::Finding>& findings);

/// The parser recurses for each brace, and the binary form of descriptors, which compiling goes
/// through, ends at 100 levels in every implementation of protocol buffers.
inline constexpr std::uint32_t kMaxDepth = 100;

}  // namespace accord::proto
