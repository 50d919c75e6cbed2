#include "breaking/proto/moves.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <google/protobuf/descriptor.pb.h>

#include "breaking/proto/elements.h"
#include "breaking/proto/move_finder.h"
#include "breaking/proto/top_level.h"

namespace accord::breaking {
namespace {

namespace pb = google::protobuf;
using Names = std::unordered_map<std::string, std::string>;

// What is inside a moved message has moved with it, if it is still there under its name.
void AddInside(const pb::Descriptor& before, const pb::Descriptor& after, Names& names) {
  for (int i = 0; i < before.enum_type_count(); ++i) {
    const pb::EnumDescriptor* type = after.FindEnumTypeByName(before.enum_type(i)->name());
    if (type != nullptr) {
      names.emplace(before.enum_type(i)->full_name(), type->full_name());
    }
  }
  for (int i = 0; i < before.nested_type_count(); ++i) {
    const pb::Descriptor* nested = after.FindNestedTypeByName(before.nested_type(i)->name());
    if (nested != nullptr) {
      names.emplace(before.nested_type(i)->full_name(), nested->full_name());
      AddInside(*before.nested_type(i), *nested, names);
    }
  }
}

std::string PackageOf(const pb::DescriptorPool& pool, const std::string& name) {
  const pb::FileDescriptor* file = pool.FindFileContainingSymbol(name);
  return file == nullptr ? std::string() : file->package();
}

}  // namespace

Moves Moves::Find(const proto::Image& before, const proto::Image& after) {
  Moves moves;
  moves.names_ = MoveFinder(before, after).pairs();
  const Names roots = moves.names_;
  for (const auto& [old, now] : roots) {
    const pb::Descriptor* message = before.pool().FindMessageTypeByName(old);
    if (message != nullptr) {
      AddInside(*message, *after.pool().FindMessageTypeByName(now), moves.names_);
    }
  }
  moves.FindPackages(before, after);
  moves.FindFiles(before, after);
  return moves;
}

// A package that is gone, with at least half of its elements in one other.
void Moves::FindPackages(const proto::Image& before, const proto::Image& after) {
  if (names_.empty()) {
    return;
  }
  std::map<std::string, std::map<std::string, std::size_t>> targets;
  std::map<std::string, std::size_t> sizes;
  ForEachTopLevel(before, [&](const auto& element) {
    const std::string& package = element.file()->package();
    ++sizes[package];
    const std::string_view now = NewName(element.full_name());
    if (!now.empty()) {
      ++targets[package][PackageOf(after.pool(), std::string(now))];
    }
  });
  for (const proto::SourceEntry& entry : after.sources().entries()) {
    targets.erase(entry.package);
  }
  for (const auto& [package, counts] : targets) {
    const auto& [target, count] = *counts.begin();
    if (counts.size() == 1 && count * 2 >= sizes[package]) {
      packages_.emplace(package, target);
    }
  }
}

void Moves::FindFiles(const proto::Image& before, const proto::Image& after) {
  std::map<std::string, std::set<std::string>> files;
  std::set<std::string> incomplete;
  ForEachTopLevel(before, [&](const auto& element) {
    const std::string& path = element.file()->name();
    if (after.sources().Find(path) != nullptr) {
      return;
    }
    const std::string_view moved = NewName(element.full_name());
    const pb::FileDescriptor* now = after.pool().FindFileContainingSymbol(
        moved.empty() ? element.full_name() : std::string(moved));
    if (now == nullptr) {
      incomplete.insert(path);
    } else {
      files[path].insert(now->name());
    }
  });
  for (const auto& [path, now] : files) {
    if (incomplete.count(path) == 0) {
      files_.emplace(path, std::vector<std::string>(now.begin(), now.end()));
    }
  }
}

std::string_view Moves::NewName(std::string_view before) const {
  const auto found = names_.find(std::string(before));
  return found == names_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Moves::NewPackage(std::string_view package) const {
  const auto found = packages_.find(std::string(package));
  return found == packages_.end() ? std::string_view() : std::string_view(found->second);
}

const std::vector<std::string>& Moves::NewFiles(std::string_view path) const {
  static const std::vector<std::string> none;
  const auto found = files_.find(std::string(path));
  return found == files_.end() ? none : found->second;
}

}  // namespace accord::breaking
