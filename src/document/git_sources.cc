#include "document/git_sources.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "document/git_objects.h"
#include "document/git_place.h"
#include "document/git_repository.h"
#include "document/glob.h"
#include "document/source_set_selection.h"

namespace accord::document {
namespace {

using base::InputError;
using base::UsageError;

bool PathLess(const SourceFile& file, std::string_view path) {
  return file.path < path;
}

class GitSources final : public SourceSet {
 public:
  struct Tree {
    std::string display_root;
    std::vector<SourceFile> all;  ///< Sorted by path.
    std::vector<SourceFile> selected;
  };

  GitSources(std::string name, Tree tree, GitRepository repository, std::size_t max_bytes)
      : SourceSet(std::move(name), std::move(tree.display_root)),
        all_(std::move(tree.all)),
        objects_(std::move(repository)),
        max_bytes_(max_bytes) {
    set_files(std::move(tree.selected));
  }

  bool Exists(std::string_view path) const override { return Find(path) != nullptr; }

  base::Result<std::string> Read(std::string_view path) const override {
    const SourceFile* const file = Find(path);
    if (file == nullptr) {
      return InputError(fmt::format("cannot read {}: no such file", DisplayName(path)));
    }
    return objects_.Read(file->blob_id, DisplayName(path), max_bytes_);
  }

 private:
  const SourceFile* Find(std::string_view path) const {
    const auto found = std::lower_bound(all_.begin(), all_.end(), path, PathLess);
    return found != all_.end() && found->path == path ? &*found : nullptr;
  }

  std::vector<SourceFile> all_;
  mutable GitObjects objects_;
  std::size_t max_bytes_;
};

struct Address {
  std::string ref;
  std::string path;  ///< As typed.
};

// The `:` that ends a ref; not one inside of braces, as in `main@{2026-01-01 12:00}`.
std::size_t EndOfRef(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    depth += text[i] == '{' ? 1 : 0;
    depth -= text[i] == '}' ? 1 : 0;
    if (text[i] == ':' && depth == 0) {
      return i;
    }
  }
  return text.size();
}

base::Result<void> CheckRef(const std::string& ref) {
  if (ref.empty()) {
    return UsageError("git: needs the name of a commit: git:REF or git:REF:PATH");
  }
  if (ref.starts_with('-')) {
    return UsageError(fmt::format("{} cannot be the name of a commit: it begins with a dash", ref));
  }
  if (EndOfRef(ref) != ref.size()) {
    return UsageError(fmt::format("{} cannot be the name of a commit: it has a colon", ref));
  }
  return {};
}

base::Error About(const std::string& name, const base::Error& error) {
  return {error.kind, fmt::format("cannot read {}: {}", name, error.message)};
}

std::vector<SourceFile> Selected(const std::vector<SourceFile>& files,
                                 const std::vector<std::string>& extensions) {
  std::vector<SourceFile> selected;
  std::copy_if(files.begin(), files.end(), std::back_inserter(selected), [&](const auto& file) {
    return HasExtension(file.path, extensions) && !IsInHiddenFolder(file.path);
  });
  return selected;
}

// A tree's root as it is shown for the typed path of a folder.
std::string TypedFolder(const std::string& path) {
  const std::string prefix = FolderPrefix(path);
  return prefix.empty() && !path.empty() ? "./" : prefix;
}

/// Lists what a path means as of a commit.
class TreeSearch {
 public:
  TreeSearch(const GitPlace& place, std::string commit, std::string typed)
      : place_(place), commit_(std::move(commit)), typed_(std::move(typed)) {}

  /// nullopt when it means nothing.
  base::Result<std::optional<GitSources::Tree>> Find(const std::vector<std::string>& extensions) {
    base::Result<std::optional<GitSources::Tree>> tree = List(place_.path, TypedFolder(typed_));
    if (tree.ok() && tree->has_value()) {
      (*tree)->selected = Selected((*tree)->all, extensions);
      return tree;
    }
    if (tree.ok()) {
      tree = FindFile();
    }
    if (tree.ok() && !tree->has_value() && HasGlobCharacters(place_.path)) {
      tree = FindGlob();
    }
    return tree;
  }

 private:
  base::Result<std::optional<GitSources::Tree>> List(const std::string& folder,
                                                     std::string display) const {
    base::Result<std::optional<std::vector<SourceFile>>> files =
        place_.repository.Files(commit_, folder);
    if (!files) {
      return files.error();
    }
    std::optional<GitSources::Tree> tree;
    if (files->has_value()) {
      tree = {.display_root = std::move(display), .all = std::move(**files), .selected = {}};
    }
    return tree;
  }

  base::Result<std::optional<GitSources::Tree>> FindFile() const {
    const std::string_view folder = Parent(place_.path);
    return ListSelecting(Tidy(folder), std::string(Parent(Tidy(typed_))), [&](const auto& path) {
      return path == std::string_view(place_.path).substr(folder.size());
    });
  }

  base::Result<std::optional<GitSources::Tree>> FindGlob() const {
    const std::string root = FixedBeginning(place_.path);
    const std::string pattern = place_.path.substr(root.size());
    return ListSelecting(Tidy(root), TypedFolder(FixedBeginning(typed_)), [&](const auto& path) {
      return MatchesPath(pattern, path);
    });
  }

  template <typename Wanted>
  base::Result<std::optional<GitSources::Tree>> ListSelecting(const std::string& folder,
                                                              std::string display,
                                                              const Wanted& wanted) const {
    base::Result<std::optional<GitSources::Tree>> tree = List(folder, std::move(display));
    if (!tree.ok() || !tree->has_value()) {
      return tree;
    }
    const std::vector<SourceFile>& all = (*tree)->all;
    std::copy_if(
        all.begin(), all.end(), std::back_inserter((*tree)->selected), [&](const SourceFile& file) {
          return wanted(file.path);
        });
    return (*tree)->selected.empty() ? std::optional<GitSources::Tree>() : std::move(tree);
  }

  const GitPlace& place_;
  std::string commit_;
  std::string typed_;
};

}  // namespace

base::Result<std::shared_ptr<const SourceSet>> OpenGitSources(const std::string& argument,
                                                              const SourceOptions& options) {
  const std::string_view text = std::string_view(argument).substr(std::string_view("git:").size());
  const std::size_t end = EndOfRef(text);
  const Address address = {.ref = std::string(text.substr(0, end)),
                           .path = std::string(text.substr(std::min(end + 1, text.size())))};
  if (base::Result<void> checked = CheckRef(address.ref); !checked) {
    return checked.error();
  }
  const base::Result<GitPlace> place = FindGitPlace(address.path);
  if (!place) {
    return About(argument, place.error());
  }
  base::Result<std::string> commit = place->repository.CommitId(address.ref);
  if (!commit) {
    return About(argument, commit.error());
  }
  base::Result<std::optional<GitSources::Tree>> tree =
      TreeSearch(*place, std::move(*commit), address.path).Find(options.extensions);
  if (!tree) {
    return About(argument, tree.error());
  }
  if (!tree->has_value()) {
    return InputError(fmt::format(
        "cannot read {}: there is no {} in commit {}", argument, place->path, address.ref));
  }
  (*tree)->display_root = fmt::format("git:{}:{}", address.ref, (*tree)->display_root);
  return std::shared_ptr<const SourceSet>(std::make_shared<GitSources>(
      argument, std::move(**tree), place->repository, options.max_bytes));
}

base::Result<std::string> AsOfCommit(const std::string& ref, const std::string& path) {
  if (base::Result<void> checked = CheckRef(ref); !checked) {
    return checked.error();
  }
  const base::Result<GitPlace> place = FindGitPlaceOnDisk(path);
  if (!place) {
    return base::Error{place.error().kind,
                       fmt::format("cannot tell what {} was as of {}: {}",
                                   path.empty() ? "''" : path,
                                   ref,
                                   place.error().message)};
  }
  const base::Result<std::string> here = GitRepository().Top();
  if (!here.ok() || *here != place->top) {
    return fmt::format("git:{}:{}{}", ref, FolderPrefix(place->top), place->path);
  }
  return fmt::format("git:{}{}{}", ref, place->path.empty() ? "" : ":", place->path);
}

}  // namespace accord::document
