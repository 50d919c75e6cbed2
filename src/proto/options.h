#pragma once

#include <memory>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/dynamic_message.h>

namespace accord::proto {

/// Reads options by the definitions in one pool.
class OptionDecoder {
 public:
  /// `pool` must live longer.
  explicit OptionDecoder(const google::protobuf::DescriptorPool& pool);

  /// nullptr when nothing is set, or the pool does not know this kind of options.
  std::unique_ptr<google::protobuf::Message> Decode(const google::protobuf::Message& options);

 private:
  const google::protobuf::DescriptorPool& pool_;
  google::protobuf::DynamicMessageFactory factory_;
};

}  // namespace accord::proto
