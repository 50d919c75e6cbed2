#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accord/finding/finding.h"

namespace accord::proto {

/// The `breaking:` section of a buf.yaml. Paths are relative to the source set's root.
struct BufBreaking {
  std::string version = "v2";  ///< Of the configuration: `v1beta1`, `v1`, `v2`.
  std::vector<std::string> use;
  std::vector<std::string> except;
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, std::vector<std::string>>> ignore_only;
  bool ignore_unstable_packages = false;
};

/// One import root.
struct Module {
  std::string root;                   ///< Below the source set's root; empty: that root itself.
  std::string name;                   ///< As buf.yaml calls it; may be empty.
  std::vector<std::string> includes;  ///< Folders below the source set's root; empty: all.
  std::vector<std::string> excludes;  ///< Folders below the source set's root.
  std::optional<BufBreaking> breaking;
};

/// How the files of a source set are meant to be imported. Roots that were given win; else
/// buf.work.yaml or buf.yaml (v1beta1, v1, v2) at the set's root, or in the folders right below it,
/// as buf reads them; else the roots are found: the set's root, unless imports or `package` lines
/// show that the files expect another one (`proto/`, `src/main/proto`).
struct Workspace {
  std::vector<Module> modules;  ///< Never empty.
  std::vector<finding::Finding> findings;
};

}  // namespace accord::proto
