#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "breaking/openapi/schema_graph.h"

namespace accord::breaking::api {

/// One schema of an `allOf`, `anyOf`, `oneOf` or `prefixItems`.
struct Branch {
  std::size_t index = 0;
  SchemaView view;
  std::uint64_t hash = 0;

  bool refers() const { return !view.reference().empty(); }
  std::string_view title() const { return view.Text("title"); }
  /// `#/components/schemas/Dog`, or `subschema #2: Dog`.
  std::string Name() const;
  /// As Name, but a title goes first.
  std::string FullName() const;
};

/// The branches of both versions.
struct BranchLists {
  BranchLists(SchemaGraph& graph,
              const SchemaView& old_schema,
              const SchemaView& new_schema,
              std::string_view keyword);

  std::vector<Branch> before;
  std::vector<Branch> after;
};

/// Which branches stand for each other. Order does not matter.
struct BranchMatch {
  std::vector<std::pair<const Branch*, const Branch*>> modified;  ///< May be equal, too.
  std::vector<const Branch*> removed;
  std::vector<const Branch*> added;
};

/// Branches with the same reference; then those written out that are equal, or have equal titles,
/// or are the only one left on either side; last, one written out and one referred to that are
/// equal.
BranchMatch MatchBranches(const BranchLists& lists);

}  // namespace accord::breaking::api
