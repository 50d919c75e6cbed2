#pragma once

#include <string>

#include "accord/base/result.h"

#include "document/git_repository.h"

namespace accord::document {

/// A path of a repository, whether it exists or not.
struct GitPlace {
  GitRepository repository;
  std::string top;   ///< Of the working tree; empty when nobody asked for it.
  std::string path;  ///< From the top, without `.`, `..` and empty parts; empty for the top.
};

/// What the PATH of `git:REF:PATH` names: from the top, from the working folder (`./`), or
/// absolute.
base::Result<GitPlace> FindGitPlace(const std::string& path);

/// A file or folder of a working tree, links resolved; it need not exist.
base::Result<GitPlace> FindGitPlaceOnDisk(const std::string& path);

}  // namespace accord::document
