#include "proto/module_files.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::proto {

std::optional<std::string_view> Below(std::string_view folder, std::string_view path) {
  if (folder.empty()) {
    return path;
  }
  if (path.size() <= folder.size() || path[folder.size()] != '/' || !path.starts_with(folder)) {
    return std::nullopt;
  }
  return path.substr(folder.size() + 1);
}

std::string JoinPath(std::string_view folder, std::string_view path) {
  return folder.empty() ? std::string(path) : fmt::format("{}/{}", folder, path);
}

std::optional<std::string> FolderInside(std::string_view path) {
  if (path.starts_with('/')) {
    return std::nullopt;
  }
  std::vector<std::string> parts;
  for (const std::string_view part : base::Split(path, '/')) {
    if (part == "..") {
      if (parts.empty()) {
        return std::nullopt;
      }
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.emplace_back(part);
    }
  }
  return base::Join(parts, "/");
}

bool IsImportPath(std::string_view path) {
  if (path.find('\\') != std::string_view::npos || path.find('\0') != std::string_view::npos) {
    return false;
  }
  const std::vector<std::string_view> parts = base::Split(path, '/');
  return std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
    return part.empty() || part == "." || part == "..";
  });
}

ModuleFiles::ModuleFiles(const std::vector<Module>& modules) : modules_(modules) {
  for (std::size_t i = 0; i < modules.size(); ++i) {
    by_root_[modules[i].root].push_back(i);
  }
}

std::optional<std::size_t> ModuleFiles::OwnerOf(std::string_view path) const {
  for (std::size_t end = path.rfind('/');; end = path.rfind('/', end - 1)) {
    const bool top = end == std::string_view::npos;
    const auto found = by_root_.find(top ? std::string_view() : path.substr(0, end));
    if (found != by_root_.end()) {
      const auto owner = std::find_if(found->second.begin(),
                                      found->second.end(),
                                      [&](std::size_t module) { return Takes(module, path); });
      return owner == found->second.end() ? std::nullopt : std::optional(*owner);
    }
    if (top || end == 0) {
      return std::nullopt;
    }
  }
}

bool ModuleFiles::Takes(std::size_t module, std::string_view path) const {
  const auto holds = [&](const std::string& folder) {
    return folder == path || Below(folder, path).has_value();
  };
  const Module& candidate = modules_[module];
  const bool included = candidate.includes.empty() ||
                        std::any_of(candidate.includes.begin(), candidate.includes.end(), holds);
  return included && std::none_of(candidate.excludes.begin(), candidate.excludes.end(), holds);
}

}  // namespace accord::proto
