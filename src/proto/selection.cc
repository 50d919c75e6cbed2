#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "accord/proto/sources.h"

namespace accord::proto {
namespace {

/// Contents and importers of both sides, by path.
struct Files {
  using Content = std::optional<std::string_view>;  // Nothing on a side that lacks the file.
  std::unordered_map<std::string_view, std::pair<Content, Content>> contents;
  std::unordered_map<std::string_view, std::vector<std::string_view>> importers;

  void Add(const std::vector<SourceEntry>& entries, bool after) {
    for (const SourceEntry& entry : entries) {
      auto& [old_content, new_content] = contents[entry.path];
      (after ? new_content : old_content) = entry.content;
      for (const std::string& import : entry.imports) {
        importers[import].push_back(entry.path);
      }
    }
  }
};

/// Paths whose meaning may differ between the sides.
std::unordered_set<std::string_view> FindAffected(const Files& files) {
  std::unordered_set<std::string_view> affected;
  std::vector<std::string_view> open;
  const auto add = [&](std::string_view path) {
    if (affected.insert(path).second) {
      open.push_back(path);
    }
  };
  for (const auto& [path, content] : files.contents) {
    if (content.first != content.second) {
      add(path);
    }
  }
  while (!open.empty()) {
    const std::string_view path = open.back();
    open.pop_back();
    const auto found = files.importers.find(path);
    if (found != files.importers.end()) {
      for (const std::string_view importer : found->second) {
        add(importer);
      }
    }
  }
  return affected;
}

std::vector<std::string> PathsAmong(const std::vector<SourceEntry>& entries,
                                    const std::unordered_set<std::string_view>& affected) {
  std::vector<std::string> paths;
  for (const SourceEntry& entry : entries) {
    if (affected.contains(entry.path)) {
      paths.push_back(entry.path);
    }
  }
  return paths;
}

}  // namespace

Selection SelectChanged(const Sources& before, const Sources& after) {
  Files files;
  files.Add(before.entries(), false);
  files.Add(before.siblings(), false);
  files.Add(after.entries(), true);
  files.Add(after.siblings(), true);
  const std::unordered_set<std::string_view> affected = FindAffected(files);
  Selection selection;
  selection.before = PathsAmong(before.entries(), affected);
  selection.after = PathsAmong(after.entries(), affected);
  selection.unchanged = after.entries().size() - selection.after.size();
  return selection;
}

}  // namespace accord::proto
