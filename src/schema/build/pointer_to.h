#pragma once

#include <string>
#include <unordered_map>

#include "accord/document/node.h"

namespace accord::schema {

/// Says where values stand inside of documents.
class PointerIndex {
 public:
  /// The JSON pointer from `root` to `target`; empty when it is not inside.
  std::string PointerTo(const document::Node& target, const document::Node& root);

 private:
  using Parents = std::unordered_map<const document::Node*, const document::Node*>;

  const Parents& ParentsIn(const document::Node& root);

  std::unordered_map<const document::Node*, Parents> parents_;  ///< By root, of containers.
};

}  // namespace accord::schema
