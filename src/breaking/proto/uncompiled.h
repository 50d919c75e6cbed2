#pragma once

#include <string>
#include <unordered_set>

#include "accord/proto/image.h"

namespace accord::breaking {

/// Files of the new version that could not be compiled: what is in them is not known, so it is not
/// said to be gone.
class Uncompiled {
 public:
  Uncompiled(const proto::Image& before, const proto::Image& after);

  /// Whether elements of an old file may be in one of them.
  bool MayHold(const google::protobuf::FileDescriptor& before) const;

 private:
  std::unordered_set<std::string> paths_;
  std::unordered_set<std::string> packages_;
};

}  // namespace accord::breaking
