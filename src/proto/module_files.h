#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accord/proto/workspace.h"

namespace accord::proto {

/// `path` below `folder`: `a/b` of `a/b/c.proto` gives `c.proto`. An empty folder holds everything.
std::optional<std::string_view> Below(std::string_view folder, std::string_view path);
/// `folder/path`, or `path` alone when the folder is empty.
std::string JoinPath(std::string_view folder, std::string_view path);
/// `a//b/./c/` as `a/b/c`, `.` as the empty path; nullopt when it is absolute or leads outside.
std::optional<std::string> FolderInside(std::string_view path);
/// A path as files may import each other: relative, without `.`, `..`, empty parts, backslashes.
bool IsImportPath(std::string_view path);

/// Tells which module a file belongs to.
class ModuleFiles {
 public:
  explicit ModuleFiles(const std::vector<Module>& modules);

  /// The module with the longest root above `path`, unless it leaves the file out.
  std::optional<std::size_t> OwnerOf(std::string_view path) const;

 private:
  bool Takes(std::size_t module, std::string_view path) const;

  const std::vector<Module>& modules_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_root_;
};

}  // namespace accord::proto
