#pragma once

#include <string_view>

namespace accord::breaking::test {

/// Whether a finding of our rule is about what a property of openapi-diff turns on and off, such
/// as `incompatible.response.enum.increased`.
bool IsAbout(std::string_view rule, std::string_view property);
/// Whether openapi-diff calls a change incompatible that has no property, whatever our severity is.
bool AlwaysBreaks(std::string_view rule);
/// Whether openapi-diff lets a change pass by default that widens what may come.
bool NeverBreaks(std::string_view rule);

}  // namespace accord::breaking::test
