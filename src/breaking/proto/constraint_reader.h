#pragma once

#include <string>
#include <vector>

#include <google/protobuf/message.h>

#include "breaking/proto/constraint_set.h"

namespace accord::breaking {

/// Reads validation rules by reflection, so that every release of either validator is understood
/// as far as its names are known; what is not known is kept as opaque.
class ConstraintReader {
 public:
  explicit ConstraintReader(ConstraintSet& out) : out_(out) {}

  /// `steps` is where `rules` is written, below its element.
  void Read(const google::protobuf::Message& rules, const std::vector<int>& steps);

 private:
  struct Scope;
  struct Leaf;
  void ReadRules(const google::protobuf::Message& rules, const Scope& scope);
  void ReadRule(const google::protobuf::Message& rules,
                const google::protobuf::FieldDescriptor& field,
                const Scope& scope);
  void ReadList(const google::protobuf::Message& rules,
                const google::protobuf::FieldDescriptor& field,
                const Scope& scope);
  void AddLeaf(const Leaf& leaf);
  void AddFlag(const Leaf& leaf);
  void AddBound(const Leaf& leaf);
  void AddExemption(const Leaf& leaf);
  void Add(const std::string& key, Constraint constraint);
  void JoinInvertedRanges();

  ConstraintSet& out_;
};

}  // namespace accord::breaking
