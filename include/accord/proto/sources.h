#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"
#include "accord/document/source_set.h"
#include "accord/finding/finding.h"
#include "accord/proto/workspace.h"

namespace google::protobuf {
class FileDescriptorProto;
}

namespace accord::proto {

/// A file before it is compiled; what a look at its head tells.
struct SourceEntry {
  std::string path;     ///< As other files import it.
  std::string display;  ///< As messages name it.
  std::size_t module = 0;
  std::string content;  ///< Same text = same content; compares ids, not bytes.
  std::vector<std::string> imports;
  std::string package;
};

/// All .proto files of one version, not yet compiled. Immutable; safe to share.
class Sources {
 public:
  virtual ~Sources() = default;
  Sources(const Sources&) = delete;
  Sources& operator=(const Sources&) = delete;

  /// As the user named it.
  const std::string& name() const { return name_; }
  const Workspace& workspace() const { return workspace_; }
  /// Sorted by path; each path once.
  const std::vector<SourceEntry>& entries() const { return entries_; }
  /// What the entries import besides, as far as it is there: neighbours of a single file, files
  /// that an exclude leaves out. Sorted by path.
  const std::vector<SourceEntry>& siblings() const { return siblings_; }
  /// The entry of that path; nullptr when there is none.
  const SourceEntry* Find(std::string_view path) const;
  /// Same file twice under one import path, unreadable files.
  const std::vector<finding::Finding>& findings() const { return findings_; }

  /// Parses one file; with its SourceCodeInfo when `locations`. What is wrong with it is added to
  /// `findings`; false when nothing can be made of it. Also finds files that are no entry but can
  /// be imported (siblings of a single file that was named).
  virtual bool Load(std::string_view path,
                    bool locations,
                    google::protobuf::FileDescriptorProto& file,
                    std::vector<finding::Finding>& findings) const = 0;
  /// The text of an entry or sibling, for showing its lines; empty for descriptor sets.
  virtual std::string Text(std::string_view path) const = 0;

 protected:
  Sources() = default;
  std::string name_;
  Workspace workspace_;
  std::vector<SourceEntry> entries_;
  std::vector<SourceEntry> siblings_;
  std::vector<finding::Finding> findings_;
};

struct OpenOptions {
  std::vector<std::string> roots;  ///< Import roots, below what is named.
  /// The other side, when it is open: files with equal ids take over what is known there.
  const Sources* other = nullptr;
};

/// Opens .proto sources (everything document::OpenSources takes) or a FileDescriptorSet (binary,
/// or JSON by protobuf's mapping; told apart by content).
base::Result<std::shared_ptr<const Sources>> Open(const std::string& argument,
                                                  const OpenOptions& options);

/// What has to be compiled to compare two versions: files that differ or exist on one side only,
/// and those that import such a file, directly or not. The rest cannot differ in meaning.
struct Selection {
  std::vector<std::string> before;
  std::vector<std::string> after;
  std::size_t unchanged = 0;  ///< Files of the new side that are left out.
};
Selection SelectChanged(const Sources& before, const Sources& after);

/// Well-known types (google/protobuf/*.proto) that come built in.
bool IsWellKnown(std::string_view path);

}  // namespace accord::proto
