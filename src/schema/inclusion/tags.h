#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/inclusion/classes.h"

namespace accord::schema::inclusion {

/// Knows by which members alternatives are told apart: those that must be there and have one of a
/// few listed values. Two that disagree about such a member need not be looked at together.
class Tags {
 public:
  explicit Tags(const SchemaClasses& classes) : classes_(classes) {}

  struct Tag {
    std::string_view name;
    ClassId values = 0;  ///< Lists its values.
  };
  /// Of objects that fit the schema.
  const std::vector<Tag>& Of(ClassId id);
  /// `listed` lists its values, and none of them fits `other`.
  bool Differ(ClassId listed, ClassId other);

 private:
  bool IsListed(ClassId id) const;
  void Collect(const SchemaNode& node, int depth, std::vector<Tag>& tags) const;

  const SchemaClasses& classes_;
  std::unordered_map<ClassId, std::vector<Tag>> tags_;
  std::unordered_map<std::uint64_t, bool> differ_;
};

}  // namespace accord::schema::inclusion
