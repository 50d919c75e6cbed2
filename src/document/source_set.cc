#include "accord/document/source_set.h"

#include <utility>

#include "document/git_sources.h"
#include "document/source_set_folder.h"

namespace accord::document {
namespace {

/// One file under another path; everything else as it is.
class RenamedSources final : public SourceSet {
 public:
  RenamedSources(std::shared_ptr<const SourceSet> set, std::string path)
      : SourceSet(set->name(), {}), set_(std::move(set)), path_(std::move(path)) {
    set_files({{.path = path_, .blob_id = set_->files().front().blob_id}});
  }

  std::string DisplayName(std::string_view path) const override {
    return set_->DisplayName(Real(path));
  }
  bool Exists(std::string_view path) const override { return set_->Exists(Real(path)); }
  base::Result<std::string> Read(std::string_view path) const override {
    return set_->Read(Real(path));
  }

 private:
  std::string_view Real(std::string_view path) const {
    return path == path_ ? std::string_view(set_->files().front().path) : path;
  }

  std::shared_ptr<const SourceSet> set_;
  std::string path_;
};

}  // namespace

SourceSet::SourceSet(std::string name, std::string display_root)
    : name_(std::move(name)), display_root_(std::move(display_root)) {}

std::string SourceSet::DisplayName(std::string_view path) const {
  return display_root_ + std::string(path);
}

base::Result<std::shared_ptr<const SourceSet>> OpenSources(const std::string& argument,
                                                           const SourceOptions& options) {
  return argument.starts_with("git:") ? OpenGitSources(argument, options)
                                      : OpenFolderSources(argument, options);
}

std::shared_ptr<const SourceSet> Renamed(std::shared_ptr<const SourceSet> set, std::string path) {
  return std::make_shared<RenamedSources>(std::move(set), std::move(path));
}

}  // namespace accord::document
