#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <google/protobuf/descriptor.h>

#include "accord/finding/finding.h"
#include "accord/proto/image.h"

#include "proto/locations.h"

namespace accord::proto {

/// What libprotobuf refuses while it builds one file.
class LinkErrors : public google::protobuf::DescriptorPool::ErrorCollector {
 public:
  explicit LinkErrors(const google::protobuf::FileDescriptorProto& file) : file_(file) {}

  void AddError(const std::string& filename,
                const std::string& element_name,
                const google::protobuf::Message* descriptor,
                ErrorLocation location,
                const std::string& message) override;

  /// The errors as findings, at the elements they are about. `pool` is the one that refused the
  /// file: it tells who else defines a symbol.
  void Report(const google::protobuf::DescriptorPool& pool,
              Locations& locations,
              std::vector<finding::Finding>& findings) const;

 private:
  struct Entry {
    std::string element;
    const google::protobuf::Message* at = nullptr;
    ErrorLocation location = OTHER;
    std::string message;
  };

  const google::protobuf::FileDescriptorProto& file_;
  std::vector<Entry> entries_;
};

}  // namespace accord::proto
