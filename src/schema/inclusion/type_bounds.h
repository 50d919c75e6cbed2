#pragma once

#include <optional>
#include <vector>

#include "schema/inclusion/classes.h"

namespace accord::schema::inclusion {

/// What can be said about the types of a schema's values without looking deeper.
class TypeBounds {
 public:
  explicit TypeBounds(const SchemaClasses& classes) : classes_(classes) {}

  /// No value of another type fits.
  TypeSet Possible(ClassId id) { return Find(id, 0).possible; }
  /// Every value of these types fits.
  TypeSet Certain(ClassId id) { return Find(id, 0).certain; }

 private:
  struct Bounds {
    TypeSet possible = kAnyType;
    TypeSet certain = 0;
  };
  Bounds Find(ClassId id, int depth);
  Bounds Compute(const SchemaNode& node, int depth);
  void AddInPlace(const SchemaNode& node, int depth, Bounds& bounds);

  const SchemaClasses& classes_;
  std::vector<std::optional<Bounds>> known_;
};

}  // namespace accord::schema::inclusion
