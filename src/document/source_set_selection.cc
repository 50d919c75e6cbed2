#include "document/source_set_selection.h"

#include <algorithm>

#include "accord/base/strings.h"

#include "document/glob.h"

namespace accord::document {

bool HasExtension(std::string_view path, const std::vector<std::string>& extensions) {
  const std::string_view name = path.substr(Parent(path).size());
  return std::any_of(extensions.begin(), extensions.end(), [name](const std::string& extension) {
    return name.size() > extension.size() &&
           base::EqualsIgnoreCase(name.substr(name.size() - extension.size()), extension);
  });
}

bool IsInHiddenFolder(std::string_view path) {
  const std::string_view folders = Parent(path);
  return folders.starts_with('.') || folders.find("/.") != std::string_view::npos;
}

bool IsBelow(std::string_view path) {
  const std::vector<std::string_view> parts = base::Split(path, '/');
  return std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
    return part.empty() || part == "." || part == "..";
  });
}

std::string Tidy(std::string_view path) {
  std::string tidy(path);
  const auto doubled = [](char a, char b) { return a == '/' && b == '/'; };
  tidy.erase(std::unique(tidy.begin(), tidy.end(), doubled), tidy.end());
  if (tidy.size() > 1 && tidy.ends_with('/')) {
    tidy.pop_back();
  }
  return tidy;
}

std::string FolderPrefix(std::string_view folder) {
  std::string prefix = Tidy(folder);
  if (prefix.empty() || prefix == ".") {
    return "";
  }
  return prefix.ends_with('/') ? prefix : prefix + '/';
}

std::string_view Parent(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);
}

std::string FixedBeginning(std::string_view pattern) {
  const std::string folder = Tidy(Parent(pattern.substr(0, pattern.find_first_of("*?["))));
  return folder.empty() || folder.ends_with('/') ? folder : folder + '/';
}

bool MatchesPath(std::string_view pattern, std::string_view path) {
  std::vector<std::string_view> wanted = base::Split(pattern, '/');
  if (wanted.back() == "**") {
    wanted.emplace_back("*");
  }
  const std::vector<std::string_view> parts = base::Split(path, '/');
  std::size_t at = 0;
  std::size_t pos = 0;
  std::size_t star =
      wanted.size();  // Where to go on after the last `**`, which took up to star_pos.
  std::size_t star_pos = 0;
  while (pos < parts.size()) {
    if (at < wanted.size() && wanted[at] == "**") {
      star = ++at;
      star_pos = pos;
    } else if (at < wanted.size() && MatchesSegment(wanted[at], parts[pos])) {
      ++at;
      ++pos;
    } else if (star < wanted.size() && !parts[star_pos].starts_with('.')) {
      at = star;
      pos = ++star_pos;
    } else {
      return false;
    }
  }
  return at == wanted.size();
}

}  // namespace accord::document
