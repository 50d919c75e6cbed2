#include "proto/options.h"

#include <string>

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

namespace accord::proto {
namespace pb = google::protobuf;

OptionDecoder::OptionDecoder(const pb::DescriptorPool& pool) : pool_(pool), factory_(&pool) {}

std::unique_ptr<pb::Message> OptionDecoder::Decode(const pb::Message& options) {
  const std::string bytes = options.SerializePartialAsString();
  const pb::Descriptor* type =
      bytes.empty() ? nullptr : pool_.FindMessageTypeByName(options.GetDescriptor()->full_name());
  if (type == nullptr) {
    return nullptr;
  }
  std::unique_ptr<pb::Message> decoded(factory_.GetPrototype(type)->New());
  pb::io::ArrayInputStream raw(bytes.data(), static_cast<int>(bytes.size()));
  pb::io::CodedInputStream input(&raw);
  input.SetExtensionRegistry(&pool_, &factory_);
  return decoded->ParsePartialFromCodedStream(&input) ? std::move(decoded) : nullptr;
}

}  // namespace accord::proto
