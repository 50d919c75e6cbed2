#include "accord/proto/workspace.h"

namespace accord::proto {

Workspace ReadWorkspace(const document::SourceSet& sources, const std::vector<std::string>& roots) {
  Workspace workspace;
  for (const std::string& root : roots) {
    Module module;
    module.root = root == "." ? "" : root;
    workspace.modules.push_back(std::move(module));
  }
  if (workspace.modules.empty()) {
    workspace.modules.emplace_back();
  }
  static_cast<void>(sources);
  return workspace;
}

}  // namespace accord::proto
