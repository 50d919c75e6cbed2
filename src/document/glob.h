#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace accord::document {

/// Whether `*`, `?` or `[` stand in a pattern.
bool HasGlobCharacters(std::string_view pattern);

/// Matches one path segment against `*`, `?`, `[a-z]`, `[!a]` and `\` escapes. A name that starts
/// with a dot is only matched by a pattern that does.
bool MatchesSegment(std::string_view pattern, std::string_view name);

/// The regular files a pattern matches, sorted. `**` as a whole segment stands for any number of
/// folders; hidden folders and links to folders are not entered by it.
std::vector<std::string> Glob(std::string_view pattern);

}  // namespace accord::document
