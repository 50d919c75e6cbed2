#pragma once

#include <set>

#include "accord/breaking/schema.h"

#include "breaking/schema/change.h"

namespace accord::breaking {

/// A change with the schemas it was made in.
struct ChangePlace {
  const KeywordChange& change;
  const schema::SchemaNode& before;
  const schema::SchemaNode& after;
  bool backward;
};

/// The policy that may let this pass: of those in use when there is one, else any; nullopt when
/// there is none.
std::optional<SchemaPolicy> PolicyFor(const ChangePlace& place,
                                      const std::set<SchemaPolicy>& in_use);

}  // namespace accord::breaking
