#include "proto/source_files.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "accord/proto/rules.h"

#include "proto/find_roots.h"
#include "proto/module_files.h"
#include "proto/parallel.h"
#include "proto/parse.h"
#include "proto/scan.h"
#include "proto/workspace.h"

namespace accord::proto {
namespace pb = google::protobuf;
namespace {

using document::SourceSet;

/// What the other side knows about contents.
using Known = std::unordered_map<std::string_view, const SourceEntry*>;

Known KnownContents(const Sources* other) {
  Known known;
  if (other != nullptr) {
    for (const SourceEntry& entry : other->entries()) {
      known.emplace(entry.content, &entry);
    }
  }
  return known;
}

class SourceFiles final : public Sources {
 public:
  SourceFiles(std::shared_ptr<const SourceSet> set, const OpenOptions& options);

  bool Load(std::string_view path,
            bool locations,
            pb::FileDescriptorProto& file,
            std::vector<finding::Finding>& findings) const override;
  std::string Text(std::string_view path) const override;

 private:
  std::vector<std::string> RootsOfFiles(const Sources* other) const;
  void PlaceFiles();
  void DropDuplicates();
  void LookAtFiles(const Known& known);
  void LookForSiblings(const Known& known);
  std::string FileOf(const SourceEntry& entry) const {
    return JoinPath(workspace_.modules[entry.module].root, entry.path);
  }
  std::optional<SourceEntry> FindSibling(std::string_view path) const;
  const SourceEntry* FindAny(std::string_view path) const;
  std::string LookAt(SourceEntry& entry, const Known& known) const;

  std::shared_ptr<const SourceSet> set_;
};

SourceFiles::SourceFiles(std::shared_ptr<const SourceSet> set, const OpenOptions& options)
    : set_(std::move(set)) {
  name_ = set_->name();
  for (const document::SourceFile& file : set_->files()) {
    SourceEntry entry;
    entry.path = file.path;
    entry.display = set_->DisplayName(file.path);
    entry.content = file.blob_id;
    entries_.push_back(std::move(entry));
  }
  const Known known = KnownContents(options.other);
  if (std::optional<Workspace> workspace = ConfiguredWorkspace(*set_, options.roots)) {
    workspace_ = std::move(*workspace);
    PlaceFiles();
    LookAtFiles(known);
  } else {
    workspace_ = WorkspaceOf({});
    LookAtFiles(known);
    workspace_ = WorkspaceOf(RootsOfFiles(options.other));
    PlaceFiles();
  }
  LookForSiblings(known);
}

std::vector<std::string> SourceFiles::RootsOfFiles(const Sources* other) const {
  std::vector<PlacedFile> files;
  files.reserve(entries_.size());
  for (const SourceEntry& entry : entries_) {
    files.push_back({entry.path, entry.package, entry.imports});
  }
  std::vector<std::string> preferred;
  if (other != nullptr) {
    for (const Module& module : other->workspace().modules) {
      preferred.push_back(module.root);
    }
  }
  return FindRoots(files, preferred);
}

/// Gives each entry, so far named by its path below the set's root, its module and import path.
void SourceFiles::PlaceFiles() {
  const ModuleFiles modules(workspace_.modules);
  std::vector<SourceEntry> placed;
  placed.reserve(entries_.size());
  for (SourceEntry& entry : entries_) {
    if (const std::optional<std::size_t> module = modules.OwnerOf(entry.path)) {
      entry.module = *module;
      entry.path = std::string(*Below(workspace_.modules[*module].root, entry.path));
      placed.push_back(std::move(entry));
    }
  }
  std::sort(placed.begin(), placed.end(), [](const SourceEntry& a, const SourceEntry& b) {
    return std::tie(a.path, a.module) < std::tie(b.path, b.module);
  });
  entries_ = std::move(placed);
  DropDuplicates();
}

void SourceFiles::DropDuplicates() {
  std::vector<SourceEntry> kept;
  kept.reserve(entries_.size());
  for (SourceEntry& entry : entries_) {
    if (kept.empty() || kept.back().path != entry.path) {
      kept.push_back(std::move(entry));
      continue;
    }
    const std::string& first = kept.back().display;
    findings_.push_back(finding::Make(
        kProtoDuplicateFile,
        fmt::format("{} and {} are both imported as {}", first, entry.display, entry.path),
        {.file = entry.display}));
    findings_.back().related.push_back({.label = "the file that is used", .span = {.file = first}});
  }
  entries_ = std::move(kept);
}

/// Fills in content, imports and package; returns why the file cannot be read.
std::string SourceFiles::LookAt(SourceEntry& entry, const Known& known) const {
  const auto take_over = [&] {
    const auto found = known.find(entry.content);
    if (found != known.end()) {
      entry.imports = found->second->imports;
      entry.package = found->second->package;
    }
    return found != known.end();
  };
  if (!entry.content.empty() && take_over()) {
    return {};
  }
  const base::Result<std::string> text = set_->Read(FileOf(entry));
  if (!text.ok()) {
    return text.error().message;
  }
  if (entry.content.empty()) {
    // git's id on both sides: what a commit knows already then needs no reading, and a quick hash
    // alone could take two texts for equal and hide a change.
    entry.content = document::GitBlobId(*text);
    if (take_over()) {
      return {};
    }
  }
  Head head = Scan(*text);
  entry.imports = std::move(head.imports);
  entry.package = std::move(head.package);
  return {};
}

void SourceFiles::LookAtFiles(const Known& known) {
  std::vector<std::string> failures(entries_.size());
  ForEachIndex(entries_.size(), [&](std::size_t i) { failures[i] = LookAt(entries_[i], known); });
  std::vector<SourceEntry> readable;
  readable.reserve(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (failures[i].empty()) {
      readable.push_back(std::move(entries_[i]));
    } else {
      findings_.push_back(
          finding::Make(kProtoUnreadable, std::move(failures[i]), {.file = entries_[i].display}));
    }
  }
  entries_ = std::move(readable);
}

/// Files that are imported though they were not selected: the neighbours of a single file, or what
/// an exclude leaves out.
void SourceFiles::LookForSiblings(const Known& known) {
  std::vector<std::string> wanted;
  std::unordered_set<std::string> asked;
  const auto want = [&](const std::vector<std::string>& imports) {
    std::copy_if(
        imports.begin(), imports.end(), std::back_inserter(wanted), [&](const std::string& path) {
          return Find(path) == nullptr && asked.insert(path).second;
        });
  };
  for (const SourceEntry& entry : entries_) {
    want(entry.imports);
  }
  while (!wanted.empty()) {
    std::optional<SourceEntry> sibling = FindSibling(wanted.back());
    wanted.pop_back();
    if (!sibling) {
      continue;
    }
    std::string failure = LookAt(*sibling, known);
    if (failure.empty()) {
      want(sibling->imports);
      siblings_.push_back(std::move(*sibling));
    } else {
      findings_.push_back(
          finding::Make(kProtoUnreadable, std::move(failure), {.file = sibling->display}));
    }
  }
  std::sort(siblings_.begin(), siblings_.end(), [](const SourceEntry& a, const SourceEntry& b) {
    return a.path < b.path;
  });
}

std::optional<SourceEntry> SourceFiles::FindSibling(std::string_view path) const {
  if (!IsImportPath(path)) {
    return std::nullopt;
  }
  for (std::size_t module = 0; module < workspace_.modules.size(); ++module) {
    SourceEntry entry;
    entry.path = path;
    entry.module = module;
    const std::string file = FileOf(entry);
    if (set_->Exists(file)) {
      entry.display = set_->DisplayName(file);
      return entry;
    }
  }
  return std::nullopt;
}

const SourceEntry* SourceFiles::FindAny(std::string_view path) const {
  const SourceEntry* entry = Find(path);
  if (entry != nullptr) {
    return entry;
  }
  const auto found = std::lower_bound(
      siblings_.begin(), siblings_.end(), path, [](const SourceEntry& a, std::string_view wanted) {
        return a.path < wanted;
      });
  return found != siblings_.end() && found->path == path ? &*found : nullptr;
}

bool SourceFiles::Load(std::string_view path,
                       bool locations,
                       pb::FileDescriptorProto& file,
                       std::vector<finding::Finding>& findings) const {
  const SourceEntry* entry = FindAny(path);
  if (entry == nullptr) {
    return false;
  }
  const base::Result<std::string> text = set_->Read(FileOf(*entry));
  if (!text.ok()) {
    findings.push_back(
        finding::Make(kProtoUnreadable, text.error().message, {.file = entry->display}));
    return false;
  }
  return ParseText({entry->path, entry->display}, *text, locations, file, findings);
}

std::string SourceFiles::Text(std::string_view path) const {
  const SourceEntry* entry = FindAny(path);
  if (entry == nullptr) {
    return {};
  }
  base::Result<std::string> text = set_->Read(FileOf(*entry));
  return text.ok() ? std::move(*text) : std::string();
}

}  // namespace

std::shared_ptr<const Sources> OpenSourceFiles(std::shared_ptr<const SourceSet> set,
                                               const OpenOptions& options) {
  return std::make_shared<const SourceFiles>(std::move(set), options);
}

}  // namespace accord::proto
