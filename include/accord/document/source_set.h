#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"

namespace accord::document {

/// One file of a source set.
struct SourceFile {
  std::string path;     ///< Below the set's root, parts split by `/`.
  std::string blob_id;  ///< git's id of the content (hexadecimal); empty when it is not at hand.
};

/// Files of one version of something: a folder, a file, a glob, or a folder as of a git commit.
/// Immutable; all members may be called from several threads.
class SourceSet {
 public:
  virtual ~SourceSet() = default;
  SourceSet(const SourceSet&) = delete;
  SourceSet& operator=(const SourceSet&) = delete;

  /// As the user named it.
  const std::string& name() const { return name_; }
  /// The selected files, sorted by path.
  const std::vector<SourceFile>& files() const { return files_; }
  /// How messages name a file: `protos/a.proto`, `git:main:protos/a.proto`.
  virtual std::string DisplayName(std::string_view path) const;

  /// Whether there is a file at `path` below the root, selected or not.
  virtual bool Exists(std::string_view path) const = 0;
  /// Bytes of a file below the root, selected or not.
  virtual base::Result<std::string> Read(std::string_view path) const = 0;

 protected:
  SourceSet(std::string name, std::string display_root);
  void set_files(std::vector<SourceFile> files) { files_ = std::move(files); }

 private:
  std::string name_;
  std::string display_root_;  // With its `/` or `:` at the end, or empty.
  std::vector<SourceFile> files_;
};

struct SourceOptions {
  std::vector<std::string> extensions = {".proto"};  ///< Selected from folders and commits.
  std::size_t max_bytes = 256U << 20U;               ///< For one file.
};

/// Opens what a user names:
/// - a folder: its files with the wanted extensions, recursively; hidden folders are left out,
/// links
///   to folders are not entered,
/// - a file: that file alone; its folder is the root,
/// - a glob: what it matches; its fixed beginning is the root,
/// - `git:REF[:PATH]`: the same as of a commit of the repository around the working folder,
///   `PATH` (folder, file or glob) from the repository's top or, with `./`, from the working
///   folder; an absolute one names the working tree of any repository. Links and submodules are
///   left out. Nothing is checked out or fetched; the objects come from `git cat-file --batch`.
/// Something that does not exist is an error of kind kInput, an empty folder is not.
base::Result<std::shared_ptr<const SourceSet>> OpenSources(const std::string& argument,
                                                           const SourceOptions& options);

/// The `git:REF:PATH` argument that names what `path` (a file or folder of the working tree) was
/// as of `ref`. An error when `path` lies in no repository or `ref` looks like an option.
base::Result<std::string> AsOfCommit(const std::string& ref, const std::string& path);

/// `set`, whose only file is also found under `path`: for comparing files of different names.
std::shared_ptr<const SourceSet> Renamed(std::shared_ptr<const SourceSet> set, std::string path);

/// The id git gives to a file with these bytes (SHA-1 object format).
std::string GitBlobId(std::string_view bytes);

}  // namespace accord::document
