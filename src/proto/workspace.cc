#include "proto/workspace.h"

#include <utility>

#include <fmt/format.h>

#include "accord/proto/rules.h"

#include "proto/buf_config.h"
#include "proto/module_files.h"

namespace accord::proto {

Workspace WorkspaceOf(const std::vector<std::string>& roots) {
  Workspace workspace;
  for (const std::string& root : roots) {
    workspace.modules.emplace_back().root = root;
  }
  if (workspace.modules.empty()) {
    workspace.modules.emplace_back();
  }
  return workspace;
}

std::optional<Workspace> ConfiguredWorkspace(const document::SourceSet& sources,
                                             const std::vector<std::string>& roots) {
  if (roots.empty()) {
    return ReadBufConfig(sources);
  }
  std::vector<std::string> folders;
  std::vector<finding::Finding> findings;
  for (const std::string& root : roots) {
    if (std::optional<std::string> folder = FolderInside(root)) {
      folders.push_back(std::move(*folder));
    } else {
      findings.push_back(finding::Make(
          kBufConfig,
          fmt::format("the import root `{}` does not lie below {}", root, sources.name())));
    }
  }
  Workspace workspace = WorkspaceOf(folders);
  workspace.findings = std::move(findings);
  return workspace;
}

}  // namespace accord::proto
