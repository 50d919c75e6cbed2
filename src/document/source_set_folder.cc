#include "document/source_set_folder.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include "document/glob.h"
#include "document/regular_file.h"
#include "document/source_set_selection.h"

namespace accord::document {
namespace {

class FolderSources final : public SourceSet {
 public:
  FolderSources(std::string name,
                std::string prefix,
                std::vector<SourceFile> files,
                std::size_t max_bytes)
      : SourceSet(std::move(name), prefix), prefix_(std::move(prefix)), max_bytes_(max_bytes) {
    set_files(std::move(files));
  }

  bool Exists(std::string_view path) const override {
    struct stat status {};
    return IsBelow(path) && stat((prefix_ + std::string(path)).c_str(), &status) == 0 &&
           S_ISREG(status.st_mode);
  }

  base::Result<std::string> Read(std::string_view path) const override {
    if (!IsBelow(path)) {
      return base::InputError(fmt::format("cannot read {}: it is not below {}", path, name()));
    }
    return ReadRegularFile(prefix_ + std::string(path), DisplayName(path), max_bytes_);
  }

 private:
  std::string prefix_;
  std::size_t max_bytes_;
};

class FolderWalk {
 public:
  FolderWalk(std::string prefix, const std::vector<std::string>& extensions)
      : prefix_(std::move(prefix)), extensions_(extensions) {}

  base::Result<std::vector<SourceFile>> Files() {
    pending_.emplace_back();
    while (!pending_.empty()) {
      const std::string folder = std::move(pending_.back());
      pending_.pop_back();
      if (const int error = List(folder); error != 0) {
        const std::string name = Tidy(prefix_ + folder);
        return CannotRead("the folder " + (name.empty() ? "." : name), error);
      }
    }
    std::sort(files_.begin(), files_.end(), [](const SourceFile& a, const SourceFile& b) {
      return a.path < b.path;
    });
    return std::move(files_);
  }

 private:
  // `folder` is empty or ends in `/`. What errno means, or 0.
  int List(const std::string& folder) {
    const std::string path = prefix_ + folder;
    DIR* const listing = opendir(path.empty() ? "." : path.c_str());
    if (listing == nullptr) {
      return errno;
    }
    errno = 0;
    while (const dirent* entry = readdir(listing)) {
      Add(folder, *entry, dirfd(listing));
      errno = 0;
    }
    const int error = errno;
    closedir(listing);
    return error;
  }

  // Links to folders are not entered, so that no walk is endless.
  void Add(const std::string& folder, const dirent& entry, int listing) {
    const std::string_view name = static_cast<const char*>(entry.d_name);
    struct stat status {};
    unsigned char type = entry.d_type;
    if (type == DT_UNKNOWN && fstatat(listing, name.data(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
      type = static_cast<unsigned char>(IFTODT(status.st_mode));
    }
    if (type == DT_DIR) {
      if (!name.starts_with('.')) {
        pending_.push_back(fmt::format("{}{}/", folder, name));
      }
      return;
    }
    if (!HasExtension(name, extensions_)) {
      return;
    }
    const bool linked =
        type == DT_LNK && fstatat(listing, name.data(), &status, 0) == 0 && S_ISREG(status.st_mode);
    if (linked || type == DT_REG) {
      files_.push_back({.path = fmt::format("{}{}", folder, name), .blob_id = {}});
    }
  }

  std::string prefix_;
  const std::vector<std::string>& extensions_;
  std::vector<std::string> pending_;
  std::vector<SourceFile> files_;
};

base::Result<std::vector<SourceFile>> FilesMatching(const std::string& pattern,
                                                    const std::string& prefix) {
  std::vector<SourceFile> files;
  for (const std::string& found : Glob(pattern)) {
    files.push_back({.path = found.substr(prefix.size()), .blob_id = {}});
  }
  if (files.empty()) {
    return base::InputError(fmt::format("no file matches {}", pattern));
  }
  return files;
}

}  // namespace

base::Result<std::shared_ptr<const SourceSet>> OpenFolderSources(const std::string& argument,
                                                                 const SourceOptions& options) {
  struct stat status {};
  const int error = stat(argument.c_str(), &status) == 0 ? 0 : errno;
  std::string prefix;
  base::Result<std::vector<SourceFile>> files = std::vector<SourceFile>();
  if (error == 0 && S_ISDIR(status.st_mode)) {
    prefix = FolderPrefix(argument);
    files = FolderWalk(prefix, options.extensions).Files();
  } else if (error == 0 && S_ISREG(status.st_mode)) {
    const std::string file = Tidy(argument);
    prefix = Parent(file);
    files->push_back({.path = file.substr(prefix.size()), .blob_id = {}});
  } else if (error == 0) {
    return NotRegular(argument);
  } else if (HasGlobCharacters(argument)) {
    prefix = FixedBeginning(argument);
    files = FilesMatching(argument, prefix);
  } else {
    return CannotRead(argument.empty() ? "''" : argument, error);
  }
  if (!files) {
    return files.error();
  }
  return std::shared_ptr<const SourceSet>(std::make_shared<FolderSources>(
      argument, std::move(prefix), std::move(*files), options.max_bytes));
}

}  // namespace accord::document
