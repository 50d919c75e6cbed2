#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/document/document.h"
#include "accord/finding/finding.h"

namespace accord::proto {

/// Takes values out of a configuration; what has the wrong type is a finding and counts as absent.
class ConfigReader {
 public:
  using Paths = std::vector<std::string>;

  ConfigReader(const document::Document& document, std::vector<finding::Finding>& findings)
      : document_(document), findings_(findings) {}

  void Fault(const document::Node& node, std::string message) const;
  /// A warning for each key of `object` that is not among `known`.
  void WarnOfUnknownKeys(const document::Node& object,
                         std::span<const std::string_view> known) const;

  /// The member of that kind; nullptr when it is absent or null.
  const document::Node* Member(const document::Node& object,
                               std::string_view key,
                               document::Kind kind) const;
  std::string String(const document::Node& object, std::string_view key) const;
  bool Flag(const document::Node& object, std::string_view key) const;
  std::vector<std::string> Strings(const document::Node& object, std::string_view key) const;

  /// Paths below the configuration's own folder, in short form; the folder itself is empty.
  Paths FolderPaths(const document::Node& list, std::string_view what) const;
  std::optional<std::string> FolderPath(const document::Node& node, std::string_view what) const;

 private:
  const document::Document& document_;
  std::vector<finding::Finding>& findings_;
};

}  // namespace accord::proto
