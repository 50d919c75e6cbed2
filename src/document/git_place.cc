#include "document/git_place.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "document/source_set_selection.h"

namespace accord::document {
namespace {

namespace fs = std::filesystem;
using base::InputError;

// nullopt when the path leads out of the repository.
std::optional<std::string> Normalized(std::string_view path) {
  std::vector<std::string> kept;
  for (const std::string_view part : base::Split(path, '/')) {
    if (part == ".." && kept.empty()) {
      return std::nullopt;
    }
    if (part == "..") {
      kept.pop_back();
    } else if (!part.empty() && part != ".") {
      kept.emplace_back(part);
    }
  }
  return base::Join(kept, "/");
}

bool IsInside(const std::string& path, const std::string& top) {
  return path == top || path.starts_with(FolderPrefix(top));
}

}  // namespace

base::Result<GitPlace> FindGitPlaceOnDisk(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  const fs::path real = error ? absolute : fs::weakly_canonical(absolute, error);
  if (error) {
    return InputError(error.message());
  }
  fs::path folder = real;
  for (std::error_code none; !fs::is_directory(folder, none) && folder.has_relative_path();) {
    folder = folder.parent_path();
  }
  GitRepository repository(folder.string());
  const base::Result<std::string> top = repository.Top();
  if (!top) {
    return top.error();
  }
  if (!IsInside(real.string(), *top)) {
    return InputError(fmt::format("{} is not in the working tree {}", real.string(), *top));
  }
  const std::string below = real.string().substr(top->size());
  return GitPlace{GitRepository(*top), *top, Normalized(below).value_or("")};
}

base::Result<GitPlace> FindGitPlace(const std::string& path) {
  if (path.starts_with('/')) {
    return FindGitPlaceOnDisk(path);
  }
  GitPlace place;
  std::string start;
  const std::string_view first = std::string_view(path).substr(0, path.find('/'));
  if (first == "." || first == "..") {
    base::Result<std::string> prefix = place.repository.Prefix();
    if (!prefix) {
      return prefix.error();
    }
    start = std::move(*prefix);
  }
  std::optional<std::string> normal = Normalized(start + path);
  if (!normal) {
    return InputError("the path leads out of the repository");
  }
  place.path = std::move(*normal);
  return place;
}

}  // namespace accord::document
