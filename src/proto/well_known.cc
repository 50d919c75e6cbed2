#include <algorithm>
#include <array>

#include "accord/proto/sources.h"

namespace accord::proto {

bool IsWellKnown(std::string_view path) {
  // Those whose descriptors are part of libprotobuf itself; plugin.proto is part of protoc.
  static constexpr std::array<std::string_view, 11> kNames = {"any",
                                                              "api",
                                                              "descriptor",
                                                              "duration",
                                                              "empty",
                                                              "field_mask",
                                                              "source_context",
                                                              "struct",
                                                              "timestamp",
                                                              "type",
                                                              "wrappers"};
  constexpr std::string_view kFolder = "google/protobuf/";
  constexpr std::string_view kEnding = ".proto";
  if (!path.starts_with(kFolder) || !path.ends_with(kEnding) ||
      path.size() < kFolder.size() + kEnding.size()) {
    return false;
  }
  path.remove_prefix(kFolder.size());
  path.remove_suffix(kEnding.size());
  return std::find(kNames.begin(), kNames.end(), path) != kNames.end();
}

}  // namespace accord::proto
