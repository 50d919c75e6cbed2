#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "accord/breaking/policy.h"
#include "accord/finding/finding.h"
#include "accord/proto/sources.h"

namespace accord::breaking {

/// What is asked of the files of one module (buf.yaml may say it for each).
struct ModuleRules {
  RuleSelection rules;
  /// Files of packages like `acme.v1beta1`, `acme.v1test` are left alone.
  bool ignore_unstable_packages = false;
};

struct ProtoOptions {
  /// One for all files, or one for each module of the new side's workspace. Never empty.
  std::vector<ModuleRules> modules;
  /// Judge exactly as buf does: its rules only, its exceptions, its places.
  bool like_buf = false;
  bool witnesses = true;
  bool parallel = true;  ///< Both sides at once.
};

/// What a comparison of two versions gave.
struct ProtoComparison {
  std::vector<finding::Finding> findings;  ///< Of the rules, sorted by place; no policy applied.
  std::vector<finding::Finding> faults;    ///< What could not be read or compiled, both sides.
  std::size_t compared = 0;                ///< Files of the new side that were looked into.
  std::size_t unchanged = 0;               ///< Files of the new side that cannot differ in meaning.
  std::size_t added = 0;                   ///< Files that only the new side has.
  std::size_t removed = 0;                 ///< Files that only the old side has.
};

/// Compares two versions of .proto files.
ProtoComparison CompareProto(const std::shared_ptr<const proto::Sources>& before,
                             const std::shared_ptr<const proto::Sources>& after,
                             const ProtoOptions& options);

/// Every rule of the family.
std::span<const finding::RuleInfo* const> ProtoRules();

}  // namespace accord::breaking
