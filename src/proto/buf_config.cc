#include "proto/buf_config.h"

#include <array>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "accord/document/document.h"
#include "accord/proto/rules.h"

#include "proto/config_reader.h"
#include "proto/module_files.h"

namespace accord::proto {
namespace {

using document::Kind;
using document::Node;
using Paths = ConfigReader::Paths;
using Keys = std::span<const std::string_view>;

constexpr std::string_view kYaml = "buf.yaml";
constexpr std::string_view kWorkYaml = "buf.work.yaml";

constexpr std::array<std::string_view, 6> kKeysV1 = {
    "version", "name", "deps", "build", "lint", "breaking"};
constexpr std::array<std::string_view, 8> kKeysV2 = {
    "version", "name", "deps", "modules", "lint", "breaking", "plugins", "policies"};
constexpr std::array<std::string_view, 6> kKeysModule = {
    "path", "name", "includes", "excludes", "lint", "breaking"};
constexpr std::array<std::string_view, 2> kKeysBuild = {"roots", "excludes"};
constexpr std::array<std::string_view, 2> kKeysWork = {"version", "directories"};
constexpr std::array<std::string_view, 6> kKeysBreaking = {
    "use", "except", "ignore", "ignore_only", "ignore_unstable_packages", "disable_builtin"};

Paths Under(std::string_view folder, Paths paths) {
  for (std::string& path : paths) {
    path = path.empty() ? std::string(folder) : JoinPath(folder, path);
  }
  return paths;
}

/// Reads one buf.yaml. Its paths are below `folder`, those of the result below the set's root.
class BufYaml {
 public:
  BufYaml(const ConfigReader& reader, const Node& root, std::string_view folder)
      : reader_(reader), root_(root), folder_(folder) {}

  std::vector<Module> Read();

 private:
  std::string ReadVersion() const;
  std::vector<Module> ReadOlder() const;
  std::vector<Module> ReadV2() const;
  std::optional<Module> ReadModule(const Node& node) const;
  void ReadFolders(const Node& node, std::string_view own, Module& module) const;
  Paths PathsOf(const Node& object, std::string_view key) const;
  std::optional<BufBreaking> ReadBreaking(const Node& object) const;
  void MoveBelow(std::string_view root, BufBreaking& breaking) const;

  const ConfigReader& reader_;
  const Node& root_;
  std::string_view folder_;
  std::string version_;
};

std::vector<Module> BufYaml::Read() {
  version_ = ReadVersion();
  reader_.WarnOfUnknownKeys(root_, version_ == "v2" ? Keys(kKeysV2) : Keys(kKeysV1));
  return version_ == "v2" ? ReadV2() : ReadOlder();
}

std::string BufYaml::ReadVersion() const {
  const Node* version = root_.Find("version");
  if (version == nullptr) {
    reader_.Fault(root_, "`version` is missing; the file is read as v2");
    return "v2";
  }
  std::string text = reader_.String(root_, "version");
  if (text == "v1beta1" || text == "v1" || text == "v2") {
    return text;
  }
  if (!text.empty()) {
    reader_.Fault(*version,
                  fmt::format("unknown version `{}`: v1beta1, v1 and v2 are known; the file is "
                              "read as v2",
                              text));
  }
  return "v2";
}

/// v1 has one module, the folder; v1beta1 one for each of `build.roots`.
std::vector<Module> BufYaml::ReadOlder() const {
  Paths roots = {""};
  Paths excludes;
  if (const Node* build = reader_.Member(root_, "build", Kind::kObject)) {
    const Keys known = kKeysBuild;
    reader_.WarnOfUnknownKeys(*build, version_ == "v1" ? known.last(1) : known);
    excludes = Under(folder_, PathsOf(*build, "excludes"));
    Paths given = version_ == "v1" ? Paths() : PathsOf(*build, "roots");
    if (!given.empty()) {
      roots = std::move(given);
    }
  }
  const std::optional<BufBreaking> breaking = ReadBreaking(root_);
  std::vector<Module> modules;
  for (std::string& root : Under(folder_, std::move(roots))) {
    Module module;
    module.name = reader_.String(root_, "name");
    module.excludes = excludes;
    module.breaking = breaking;
    if (module.breaking) {
      MoveBelow(root, *module.breaking);
    }
    module.root = std::move(root);
    modules.push_back(std::move(module));
  }
  return modules;
}

std::vector<Module> BufYaml::ReadV2() const {
  std::optional<BufBreaking> breaking = ReadBreaking(root_);
  if (breaking) {
    MoveBelow(folder_, *breaking);
  }
  std::vector<Module> modules;
  if (const Node* list = reader_.Member(root_, "modules", Kind::kArray)) {
    for (const Node& item : list->items()) {
      if (std::optional<Module> module = ReadModule(item)) {
        modules.push_back(std::move(*module));
      }
    }
  }
  if (modules.empty()) {
    Module& whole = modules.emplace_back();
    whole.root = folder_;
    whole.name = reader_.String(root_, "name");
  }
  for (Module& module : modules) {
    if (!module.breaking) {
      module.breaking = breaking;
    }
  }
  return modules;
}

std::optional<Module> BufYaml::ReadModule(const Node& node) const {
  if (!node.is_object()) {
    reader_.Fault(node, "a module must be an object with `path`");
    return std::nullopt;
  }
  reader_.WarnOfUnknownKeys(node, kKeysModule);
  std::string own;
  if (const Node* path = reader_.Member(node, "path", Kind::kString)) {
    std::optional<std::string> folder = reader_.FolderPath(*path, "path");
    if (!folder) {
      return std::nullopt;
    }
    own = std::move(*folder);
  }
  Module module;
  module.root = Under(folder_, {own}).front();
  module.name = reader_.String(node, "name");
  ReadFolders(node, own, module);
  module.breaking = ReadBreaking(node);
  if (module.breaking) {
    MoveBelow(folder_, *module.breaking);
  }
  return module;
}

void BufYaml::ReadFolders(const Node& node, std::string_view own, Module& module) const {
  for (const auto& [key, folders] :
       {std::pair("includes", &module.includes), std::pair("excludes", &module.excludes)}) {
    for (std::string& path : PathsOf(node, key)) {
      if (path == own || Below(own, path)) {
        folders->push_back(Under(folder_, {std::move(path)}).front());
        continue;
      }
      reader_.Fault(*node.Find(key),
                    fmt::format("`{}` of `{}` does not lie in the module `{}`; such paths start "
                                "at the folder of buf.yaml",
                                path,
                                key,
                                own));
    }
  }
}

Paths BufYaml::PathsOf(const Node& object, std::string_view key) const {
  const Node* list = reader_.Member(object, key, Kind::kArray);
  return list == nullptr ? Paths() : reader_.FolderPaths(*list, key);
}

std::optional<BufBreaking> BufYaml::ReadBreaking(const Node& object) const {
  const Node* node = reader_.Member(object, "breaking", Kind::kObject);
  if (node == nullptr) {
    return std::nullopt;
  }
  const Keys known = kKeysBreaking;
  reader_.WarnOfUnknownKeys(*node, version_ == "v2" ? known : known.first(known.size() - 1));
  BufBreaking breaking;
  breaking.version = version_;
  breaking.use = reader_.Strings(*node, "use");
  breaking.except = reader_.Strings(*node, "except");
  breaking.ignore = PathsOf(*node, "ignore");
  breaking.ignore_unstable_packages = reader_.Flag(*node, "ignore_unstable_packages");
  if (const Node* only = reader_.Member(*node, "ignore_only", Kind::kObject)) {
    for (const document::Member& member : only->members()) {
      if (member.value.is_array()) {
        breaking.ignore_only.emplace_back(std::string(member.key()),
                                          reader_.FolderPaths(member.value, member.key()));
      } else {
        reader_.Fault(member.value, fmt::format("`{}` must be an array of paths", member.key()));
      }
    }
  }
  return breaking;
}

void BufYaml::MoveBelow(std::string_view root, BufBreaking& breaking) const {
  breaking.ignore = Under(root, std::move(breaking.ignore));
  for (auto& [rule, paths] : breaking.ignore_only) {
    paths = Under(root, std::move(paths));
  }
}

/// Reads a file and hands its root to `use`, when it can be parsed.
template <typename Use>
void WithDocument(const document::SourceSet& sources,
                  const std::string& path,
                  std::vector<finding::Finding>& findings,
                  const Use& use) {
  base::Result<std::string> text = sources.Read(path);
  std::string name = sources.DisplayName(path);
  if (!text.ok()) {
    findings.push_back(finding::Make(kBufConfig, text.error().message, {.file = name}));
    return;
  }
  document::LoadResult loaded = document::Parse(std::move(name), std::move(*text));
  findings.insert(findings.end(), loaded.findings.begin(), loaded.findings.end());
  if (!loaded.ok()) {
    return;
  }
  const ConfigReader reader(*loaded.document, findings);
  const Node& root = loaded.document->root();
  if (root.is_object()) {
    use(reader, root);
  } else {
    reader.Fault(root, "the configuration must be an object");
  }
}

/// The modules of a folder that may have a buf.yaml; the folder itself is one when there is none.
std::vector<Module> ReadFolder(const document::SourceSet& sources,
                               const std::string& folder,
                               std::vector<finding::Finding>& findings) {
  std::vector<Module> modules;
  const std::string path = JoinPath(folder, kYaml);
  if (sources.Exists(path)) {
    WithDocument(sources, path, findings, [&](const ConfigReader& reader, const Node& root) {
      modules = BufYaml(reader, root, folder).Read();
    });
  }
  if (modules.empty()) {
    modules.emplace_back().root = folder;
  }
  return modules;
}

Paths ReadDirectories(const ConfigReader& reader, const Node& root) {
  reader.WarnOfUnknownKeys(root, kKeysWork);
  const std::string version = reader.String(root, "version");
  if (version != "v1" && version != "v1beta1") {
    reader.Fault(root, "`version` of a buf.work.yaml must be v1");
  }
  const Node* list = reader.Member(root, "directories", Kind::kArray);
  Paths directories = list == nullptr ? Paths() : reader.FolderPaths(*list, "directories");
  if (directories.empty()) {
    reader.Fault(root, "`directories` names no folder");
  }
  return directories;
}

void ReadWork(const document::SourceSet& sources, std::string_view folder, Workspace& workspace) {
  Paths directories;
  WithDocument(sources,
               JoinPath(folder, kWorkYaml),
               workspace.findings,
               [&](const ConfigReader& reader, const Node& root) {
                 directories = Under(folder, ReadDirectories(reader, root));
               });
  for (const std::string& directory : directories) {
    for (Module& module : ReadFolder(sources, directory, workspace.findings)) {
      workspace.modules.push_back(std::move(module));
    }
  }
}

/// Reads what lies in `folder`; false when there is no configuration.
bool ReadFrom(const document::SourceSet& sources, const std::string& folder, Workspace& workspace) {
  const std::string yaml = JoinPath(folder, kYaml);
  const bool has_yaml = sources.Exists(yaml);
  if (!sources.Exists(JoinPath(folder, kWorkYaml))) {
    if (has_yaml) {
      std::vector<Module> modules = ReadFolder(sources, folder, workspace.findings);
      std::move(modules.begin(), modules.end(), std::back_inserter(workspace.modules));
    }
    return has_yaml;
  }
  if (has_yaml) {
    workspace.findings.push_back(
        finding::Make(kBufConfig,
                      "a buf.yaml beside a buf.work.yaml is not allowed; it is not read",
                      {.file = sources.DisplayName(yaml)}));
  }
  ReadWork(sources, folder, workspace);
  return true;
}

/// The folders right below the set's root that hold files; empty for files at the root.
std::set<std::string_view> TopFolders(const document::SourceSet& sources) {
  std::set<std::string_view> folders;
  for (const document::SourceFile& file : sources.files()) {
    const std::size_t slash = file.path.find('/');
    folders.insert(std::string_view(file.path).substr(0, slash == std::string::npos ? 0 : slash));
  }
  return folders;
}

}  // namespace

std::optional<Workspace> ReadBufConfig(const document::SourceSet& sources) {
  Workspace workspace;
  if (ReadFrom(sources, "", workspace)) {
    if (workspace.modules.empty()) {
      workspace.modules.emplace_back();
    }
    return workspace;
  }
  bool configured = false;
  bool rest = false;
  for (const std::string_view folder : TopFolders(sources)) {
    const bool found = !folder.empty() && ReadFrom(sources, std::string(folder), workspace);
    configured = configured || found;
    rest = rest || !found;
  }
  if (!configured) {
    return std::nullopt;
  }
  if (rest || workspace.modules.empty()) {
    workspace.modules.emplace_back();
  }
  return workspace;
}

}  // namespace accord::proto
