#include "accord/document/source_set.h"

#include <utility>

#include "document/git_sources.h"
#include "document/source_set_folder.h"

namespace accord::document {

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

}  // namespace accord::document
