#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/document/source_set.h"

namespace accord::proto {

/// A source set in memory: the files that end in `.proto` are selected. Counts what is read.
class MemorySet : public document::SourceSet {
 public:
  using Files = std::map<std::string, std::string>;

  explicit MemorySet(Files files) : SourceSet("memory", "in/"), files_(std::move(files)) {
    Select(false);
  }
  /// With git's ids, as a commit has them.
  static std::shared_ptr<MemorySet> AsCommit(Files files) {
    auto set = std::make_shared<MemorySet>(std::move(files));
    set->Select(true);
    return set;
  }
  /// Only that file is selected.
  static std::shared_ptr<MemorySet> Only(const std::string& path, Files files) {
    auto set = std::make_shared<MemorySet>(std::move(files));
    set->set_files({{path, {}}});
    return set;
  }

  bool Exists(std::string_view path) const override { return files_.contains(std::string(path)); }
  base::Result<std::string> Read(std::string_view path) const override {
    const auto found = files_.find(std::string(path));
    if (found == files_.end() || found->second == kUnreadable) {
      return base::InputError("cannot read " + std::string(path));
    }
    const std::lock_guard lock(mutex_);
    read_.insert(found->first);
    return found->second;
  }

  const std::set<std::string>& read() const { return read_; }

  static constexpr std::string_view kUnreadable = "<unreadable>";

 private:
  void Select(bool ids) {
    std::vector<document::SourceFile> selected;
    for (const auto& [path, text] : files_) {
      if (path.ends_with(".proto")) {
        selected.push_back({path, ids ? document::GitBlobId(text) : std::string()});
      }
    }
    set_files(std::move(selected));
  }

  Files files_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> read_;
};

}  // namespace accord::proto
