#pragma once

#include <string_view>
#include <vector>

#include "accord/match/compare.h"

namespace accord::match {

/// Expected headers must be there; unexpected ones are allowed. `source` is the contract's
/// `headers` object, or empty. Also for the headers of a multipart part.
void CompareHeaders(const std::vector<pact::Header>& expected,
                    const std::vector<pact::Header>& actual,
                    const pact::RuleCategory& rules,
                    const document::Value& source,
                    std::vector<Mismatch>& out);

/// The same text but for blanks around commas.
bool SameHeaderText(std::string_view expected, std::string_view actual);
/// The same media type without case, and every expected parameter with the same value; other
/// parameters may be there.
bool AcceptsMediaType(std::string_view expected, std::string_view actual);

}  // namespace accord::match
