#pragma once

#include <string>
#include <unordered_set>

#include "accord/proto/image.h"

namespace accord::breaking {

/// Files of one version that could not be compiled: what is in them is not known, so it is neither
/// said to be gone nor to be new.
class Uncompiled {
 public:
  Uncompiled(const proto::Image& image, const proto::Image& other);

  /// Whether elements of a file of the other version may be in one of them.
  bool MayHold(const google::protobuf::FileDescriptor& of_other) const;

 private:
  std::unordered_set<std::string> paths_;
  std::unordered_set<std::string> packages_;
};

}  // namespace accord::breaking
