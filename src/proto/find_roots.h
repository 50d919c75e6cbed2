#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace accord::proto {

/// A file as it lies below the set's root, and what it imports.
struct PlacedFile {
  std::string_view path;
  std::string_view package;
  std::span<const std::string> imports;
};

/// The import roots that the files expect, sorted: those that make their imports resolve, or, where
/// none tells, the folder below which every file lies as its package says. `preferred`, the roots
/// of the other version, are taken when they resolve as many imports, so that a change of a few
/// files does not give all of them other names.
std::vector<std::string> FindRoots(std::span<const PlacedFile> files,
                                   std::span<const std::string> preferred);

}  // namespace accord::proto
