#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "accord/breaking/policy.h"
#include "accord/finding/finding.h"
#include "accord/proto/sources.h"

namespace accord::breaking {

struct ProtoOptions {
  const RuleSelection* rules = nullptr;  ///< Never null.
  /// Judge exactly as buf does: its rules only, its exceptions, its places.
  bool like_buf = false;
  bool ignore_unstable_packages = false;
  bool witnesses = true;
  unsigned threads = 2;  ///< 1: both sides one after the other.
};

/// What a comparison of two versions gave.
struct ProtoComparison {
  std::vector<finding::Finding> findings;  ///< Of the rules, sorted by place; no policy applied.
  std::vector<finding::Finding> faults;    ///< What could not be read or compiled, both sides.
  std::size_t compared = 0;                ///< Files of the new side that were looked into.
  std::size_t unchanged = 0;               ///< Files of the new side that cannot differ in meaning.
  bool only_additions = false;  ///< Nothing in common, everything new: were the sides swapped?
};

/// Compares two versions of .proto files.
ProtoComparison CompareProto(const std::shared_ptr<const proto::Sources>& before,
                             const std::shared_ptr<const proto::Sources>& after,
                             const ProtoOptions& options);

/// Every rule of the family.
std::span<const finding::RuleInfo* const> ProtoRules();

}  // namespace accord::breaking
