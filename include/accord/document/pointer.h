#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"
#include "accord/document/node.h"

namespace accord::document {

/// A JSON pointer (RFC 6901).
class Pointer {
 public:
  Pointer() = default;
  static base::Result<Pointer> Parse(std::string_view text);

  const std::vector<std::string>& tokens() const { return tokens_; }
  Pointer Child(std::string_view token) const;
  std::string ToString() const;
  /// nullptr when there is nothing at that place.
  const Node* Resolve(const Node& root) const;

 private:
  std::vector<std::string> tokens_;
};

}  // namespace accord::document
