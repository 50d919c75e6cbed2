#pragma once

#include <memory>
#include <optional>
#include <unordered_map>

#include <google/protobuf/dynamic_message.h>

#include "accord/finding/finding.h"
#include "accord/proto/image.h"

#include "breaking/proto/witness_text.h"

namespace accord::breaking {

/// Makes messages of the types of one image.
class MessageMaker {
 public:
  explicit MessageMaker(const proto::Image& image) : image_(image), factory_(&image.pool()) {}

  /// An empty message; nullptr when its type refers to more types than an example is worth, or is
  /// of an edition, whose features dynamic messages do not follow.
  std::unique_ptr<google::protobuf::Message> New(const google::protobuf::Descriptor& type);

 private:
  bool Fits(const google::protobuf::Descriptor& type);

  const proto::Image& image_;
  google::protobuf::DynamicMessageFactory factory_;
  std::unordered_map<const google::protobuf::Descriptor*, bool> fits_;
};

/// Writes `written` in binary form and reads it into `reader`, an empty message of the other
/// version. The example, unless everything arrives as it was meant.
std::optional<finding::Witness> TryBinary(const google::protobuf::Message& written,
                                          google::protobuf::Message& reader,
                                          FieldKey key);
/// The same in JSON: the example, unless the reader takes it.
std::optional<finding::Witness> TryJson(const google::protobuf::Message& written,
                                        google::protobuf::Message& reader);

}  // namespace accord::breaking
