#include <algorithm>

#include <google/protobuf/descriptor.pb.h>

#include "proto/descriptor_set.h"
#include "tests/fuzz/fuzz_target.h"

/// Bytes of a descriptor set, binary or JSON.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using accord::fuzz::Require;
  using accord::proto::SourceEntry;
  const auto sources = accord::proto::OpenDescriptorSet("set", accord::fuzz::Text(data, size));
  const std::vector<SourceEntry>& entries = sources->entries();
  Require(!entries.empty() || !sources->findings().empty(), "a refusal has a reason");
  Require(
      std::is_sorted(entries.begin(),
                     entries.end(),
                     [](const SourceEntry& a, const SourceEntry& b) { return a.path < b.path; }),
      "entries are sorted");
  for (const SourceEntry& entry : entries) {
    google::protobuf::FileDescriptorProto file;
    std::vector<accord::finding::Finding> findings;
    Require(sources->Load(entry.path, false, file, findings), "every entry can be loaded");
    Require(file.name() == entry.path && findings.empty(), "it is the right file");
  }
  Require(accord::proto::SelectChanged(*sources, *sources).after.empty(), "a set equals itself");
  return 0;
}
