#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace accord::breaking {

/// Two versions of .proto files and what one rule says of them. Text form:
///
///     # why the case is there
///     mode: buf
///     -- old/acme/a.proto --
///     …
///     -- new/acme/a.proto --
///     …
///     -- expect --
///     acme/a.proto:3:1: message
///
/// `mode` is `buf` or `ours`; without it the case holds for both.
struct ProtoCase {
  std::string mode;
  std::map<std::string, std::string> before;
  std::map<std::string, std::string> after;
  std::vector<std::string> expect;
  std::string fault;  ///< What is wrong with the text; empty when nothing is.
};

ProtoCase ReadProtoCase(const std::filesystem::path& path);

}  // namespace accord::breaking
