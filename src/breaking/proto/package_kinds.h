#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "accord/proto/image.h"

namespace accord::breaking {

/// Which kinds of elements the packages of a version have. A package is looked into when it is
/// first asked for; all its files are, compiled or not.
class PackageKinds {
 public:
  enum Kind : unsigned { kMessage = 1, kEnum = 2, kExtension = 4 };

  explicit PackageKinds(const proto::Image& image) : image_(image) {}
  bool Has(Kind kind, const std::string& package);

 private:
  unsigned Look(const std::string& package);

  const proto::Image& image_;
  std::unordered_map<std::string, std::vector<std::string>> paths_;  // By package.
  std::unordered_map<std::string, unsigned> kinds_;
};

}  // namespace accord::breaking
