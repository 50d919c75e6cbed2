#pragma once

#include <algorithm>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/proto/image.h"
#include "accord/proto/sources.h"

#include "proto/parse.h"
#include "proto/scan.h"

namespace accord::proto {

/// Sources made of path and text pairs.
class MemorySources : public Sources {
 public:
  MemorySources(std::initializer_list<std::pair<const std::string, std::string>> files)
      : MemorySources(std::map<std::string, std::string>(files)) {}

  explicit MemorySources(std::map<std::string, std::string> files) : files_(std::move(files)) {
    name_ = "memory";
    workspace_.modules.emplace_back();
    for (const auto& [path, text] : files_) {
      Head head = Scan(text);
      SourceEntry entry;
      entry.path = path;
      entry.display = path;
      entry.content = text;
      entry.imports = std::move(head.imports);
      entry.package = std::move(head.package);
      entries_.push_back(std::move(entry));
    }
  }

  bool Load(std::string_view path,
            bool locations,
            google::protobuf::FileDescriptorProto& file,
            std::vector<finding::Finding>& findings) const override {
    const auto found = files_.find(std::string(path));
    return found != files_.end() &&
           ParseText({path, path}, found->second, locations, file, findings);
  }

  std::string Text(std::string_view path) const override {
    const auto found = files_.find(std::string(path));
    return found == files_.end() ? "" : found->second;
  }

  std::vector<std::string> Paths() const {
    std::vector<std::string> paths;
    paths.reserve(files_.size());
    for (const auto& [path, text] : files_) {
      paths.push_back(path);
    }
    return paths;
  }

 private:
  std::map<std::string, std::string> files_;
};

/// All files of `sources`, compiled.
inline std::unique_ptr<Image> CompileAll(std::shared_ptr<const MemorySources> sources,
                                         std::vector<finding::Finding>& findings) {
  const std::vector<std::string> paths = sources->Paths();
  return Image::Compile(std::move(sources), paths, findings);
}

}  // namespace accord::proto
