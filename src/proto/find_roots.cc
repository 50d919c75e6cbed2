#include "proto/find_roots.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "accord/proto/sources.h"

#include "proto/module_files.h"

namespace accord::proto {
namespace {

/// An import that does not resolve below the set's root.
struct Request {
  std::string_view importer;
  std::string_view import;
};

class RootFinder {
 public:
  explicit RootFinder(std::span<const PlacedFile> files) : files_(files) {
    for (const PlacedFile& file : files) {
      paths_.insert(file.path);
    }
  }

  std::vector<std::string> Find();

 private:
  void CollectRequests();
  void CollectCandidates();
  void TakeRootsAboveImporters();
  void TakeRootsElsewhere();
  std::optional<std::string_view> RootByPackage() const;
  bool IsResolved(const Request& request) const;

  std::span<const PlacedFile> files_;
  std::unordered_set<std::string_view> paths_;
  std::size_t at_top_ = 0;  // Imports that resolve below the set's root.
  std::vector<Request> requests_;
  // Folders below which an import names a file.
  std::unordered_map<std::string_view, std::vector<std::string_view>> candidates_;
  std::set<std::string_view> roots_;
};

std::vector<std::string> RootFinder::Find() {
  CollectRequests();
  CollectCandidates();
  TakeRootsAboveImporters();
  TakeRootsElsewhere();
  if (roots_.empty() && at_top_ == 0) {
    if (const std::optional<std::string_view> root = RootByPackage()) {
      return {std::string(*root)};
    }
  }
  return {roots_.begin(), roots_.end()};
}

void RootFinder::CollectRequests() {
  for (const PlacedFile& file : files_) {
    for (const std::string& import : file.imports) {
      if (paths_.contains(import)) {
        ++at_top_;
      } else if (!IsWellKnown(import)) {
        requests_.push_back({file.path, import});
        candidates_.try_emplace(import);
      }
    }
  }
}

void RootFinder::CollectCandidates() {
  if (candidates_.empty()) {
    return;
  }
  for (const PlacedFile& file : files_) {
    for (std::size_t slash = file.path.find('/'); slash != std::string_view::npos;
         slash = file.path.find('/', slash + 1)) {
      const auto wanted = candidates_.find(file.path.substr(slash + 1));
      if (wanted != candidates_.end()) {
        wanted->second.push_back(file.path.substr(0, slash));
      }
    }
  }
}

/// A file most likely means the neighbour that shares a root with it.
void RootFinder::TakeRootsAboveImporters() {
  for (const Request& request : requests_) {
    std::string_view nearest;
    for (const std::string_view root : candidates_[request.import]) {
      if (root.size() > nearest.size() && Below(root, request.importer)) {
        nearest = root;
      }
    }
    if (!nearest.empty()) {
      roots_.insert(nearest);
    }
  }
}

bool RootFinder::IsResolved(const Request& request) const {
  const auto& candidates = candidates_.at(request.import);
  return std::any_of(candidates.begin(), candidates.end(), [&](std::string_view root) {
    return roots_.contains(root);
  });
}

/// For the rest, the folders that resolve most come first.
void RootFinder::TakeRootsElsewhere() {
  std::map<std::string_view, std::size_t> votes;
  for (const Request& request : requests_) {
    if (!IsResolved(request)) {
      for (const std::string_view root : candidates_[request.import]) {
        ++votes[root];
      }
    }
  }
  std::vector<std::pair<std::string_view, std::size_t>> order(votes.begin(), votes.end());
  std::stable_sort(
      order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::unordered_map<std::string_view, std::size_t> rank;
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[order[i].first] = i;
  }
  for (const Request& request : requests_) {
    const auto& candidates = candidates_[request.import];
    if (!candidates.empty() && !IsResolved(request)) {
      roots_.insert(*std::min_element(
          candidates.begin(), candidates.end(), [&](std::string_view a, std::string_view b) {
            return rank[a] < rank[b];
          }));
    }
  }
}

/// The folder that all files with a package lie below in the folders of that package.
std::optional<std::string_view> RootFinder::RootByPackage() const {
  std::optional<std::string_view> common;
  for (const PlacedFile& file : files_) {
    std::string tail = fmt::format("/{}/", file.package);
    std::replace(tail.begin(), tail.end(), '.', '/');
    const std::string_view folder = file.path.substr(0, file.path.rfind('/') + 1);
    if (file.package.empty() || !folder.ends_with(tail)) {
      return std::nullopt;
    }
    const std::string_view root = folder.substr(0, folder.size() - tail.size());
    if (common.value_or(root) != root) {
      return std::nullopt;
    }
    common = root;
  }
  return common;
}

using RootSet = std::unordered_set<std::string_view>;

/// The longest of `roots` above `path`; empty when there is none, like the set's root.
std::string_view LongestRoot(const RootSet& roots, std::string_view path) {
  for (std::size_t slash = path.rfind('/'); slash != std::string_view::npos && slash != 0;
       slash = path.rfind('/', slash - 1)) {
    if (roots.contains(path.substr(0, slash))) {
      return path.substr(0, slash);
    }
  }
  return {};
}

/// How many imports resolve with those roots.
std::size_t CountResolved(std::span<const std::string> roots, std::span<const PlacedFile> files) {
  const RootSet known(roots.begin(), roots.end());
  std::unordered_set<std::string_view> importable;
  for (const PlacedFile& file : files) {
    importable.insert(*Below(LongestRoot(known, file.path), file.path));
  }
  std::size_t resolved = 0;
  for (const PlacedFile& file : files) {
    for (const std::string& import : file.imports) {
      resolved += importable.count(import);
    }
  }
  return resolved;
}

/// Those of the roots that files lie below, and the set's root when some lie below none of them.
std::vector<std::string> Fit(std::span<const std::string> roots,
                             std::span<const PlacedFile> files) {
  const RootSet known(roots.begin(), roots.end());
  std::set<std::string_view> used;
  for (const PlacedFile& file : files) {
    used.insert(LongestRoot(known, file.path));
  }
  return {used.begin(), used.end()};
}

}  // namespace

std::vector<std::string> FindRoots(std::span<const PlacedFile> files,
                                   std::span<const std::string> preferred) {
  std::vector<std::string> found = Fit(RootFinder(files).Find(), files);
  std::vector<std::string> kept = Fit(preferred, files);
  const bool keep = !preferred.empty() && kept != found &&
                    CountResolved(kept, files) >= CountResolved(found, files);
  std::vector<std::string>& roots = keep ? kept : found;
  if (roots.empty()) {
    roots.emplace_back();
  }
  return std::move(roots);
}

}  // namespace accord::proto
