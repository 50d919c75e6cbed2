#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace accord::document {

/// Whether the name ends in one of the extensions, in upper or lower case.
bool HasExtension(std::string_view path, const std::vector<std::string>& extensions);

/// Whether one of the folders of a path has a name that begins with a dot.
bool IsInHiddenFolder(std::string_view path);

/// Whether a path leads to something below the place it starts from: neither absolute nor with
/// empty, `.` or `..` parts.
bool IsBelow(std::string_view path);

/// A path as it was typed, without doubled slashes and without slashes at its end.
std::string Tidy(std::string_view path);

/// What stands before the names of a folder's files: `protos/`; empty for the working folder.
std::string FolderPrefix(std::string_view folder);

/// The part of a path up to and with its last `/`.
std::string_view Parent(std::string_view path);

/// The folders of a glob up to its first wildcard: `protos/` for `protos/v*/a.proto`. What Glob()
/// finds begins with it.
std::string FixedBeginning(std::string_view pattern);

/// Matches a whole path as Glob() would find it.
bool MatchesPath(std::string_view pattern, std::string_view path);

}  // namespace accord::document
