#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include "accord/finding/finding.h"
#include "accord/proto/sources.h"

#include "proto/locations.h"
#include "proto/lower.h"

namespace accord::proto {

/// Builds files into a pool, what they import first. What cannot be built is left out, as is
/// everything that needs it.
class Compiler {
 public:
  /// All must live longer.
  Compiler(const Sources& sources,
           google::protobuf::DescriptorPool& pool,
           Locations& locations,
           LoweredFiles& lowered,
           std::vector<finding::Finding>& findings)
      : sources_(sources),
        pool_(pool),
        locations_(locations),
        lowered_(lowered),
        findings_(findings) {}

  void Compile(std::span<const std::string> paths);
  /// nullptr when there is no such file, or something is wrong with it.
  const google::protobuf::FileDescriptor* Built(const std::string& path) const;

 private:
  enum class State { kOpen, kBuilt, kFailed };
  // A file whose imports are being worked through.
  struct Frame {
    google::protobuf::FileDescriptorProto file;
    int next_import = 0;
    bool failed = false;
    bool in_cycle = false;  // And that was said.
  };
  // A file that is imported, but is not there.
  struct Missing {
    std::size_t finding = 0;
    std::size_t importers = 0;
  };

  bool OwnsDescriptor() const;
  void CompileOne(const std::string& path);
  bool Open(const std::string& path);
  void VisitImport(int index);
  void ReportMissing(const std::string& path, int index);
  void ReportCycle(const std::string& path, int index);
  void Close();
  bool Build(google::protobuf::FileDescriptorProto& file);
  void ReportDependents();

  const Sources& sources_;
  google::protobuf::DescriptorPool& pool_;
  Locations& locations_;
  LoweredFiles& lowered_;
  std::vector<finding::Finding>& findings_;
  std::unordered_map<std::string, State> states_;
  std::vector<Frame> stack_;
  std::map<std::string, Missing> missing_;
  std::vector<std::string> dependents_;  // Left out only because of what they import.
};

}  // namespace accord::proto
