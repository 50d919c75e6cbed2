#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include "accord/proto/image.h"

namespace accord::proto {

/// A parser writes options down by name (`[..., 999, 3]`); rules ask for them by number
/// (`[..., 8, 11]`). Finds the second kind of path for the first.
class OptionPaths {
 public:
  /// Both must live longer.
  OptionPaths(const google::protobuf::FileDescriptorProto& file,
              const google::protobuf::DescriptorPool& pool)
      : file_(file), pool_(pool) {}

  /// Paths of the option at `path`; of a repeated option both the list's and its element's; of
  /// `(a).b = 1` also that of `(a)`. To be called once for each option, in the order of the file.
  /// Empty for what is no option.
  std::vector<ElementPath> Interpret(const ElementPath& path);
  /// Paths of the options that the part of an option at `path`, by number, belongs to.
  std::vector<ElementPath> Enclosing(const ElementPath& path) const;

 private:
  const google::protobuf::FileDescriptorProto& file_;
  const google::protobuf::DescriptorPool& pool_;
  std::unordered_map<std::string, int> repeated_;
};

}  // namespace accord::proto
