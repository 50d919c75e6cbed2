#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "accord/openapi/description.h"

#include "conform/promise.h"
#include "conform/router.h"
#include "conform/schemas.h"

namespace accord::conform {

/// What consumers use of the described operations.
class Usage {
 public:
  void UseOperation(const openapi::Operation& operation) { operations_.insert(&operation); }
  void UseResponse(const openapi::Response& response) { responses_.insert(&response); }
  /// The fields of a body that were met.
  FieldPaths& FieldsOf(const openapi::MediaType& body) { return fields_[&body]; }

  /// Findings about what is left.
  std::vector<finding::Finding> Unused(const std::vector<Route>& routes, Schemas& schemas) const;

 private:
  void AddUnusedFields(const Route& route,
                       const openapi::MediaType& body,
                       const std::string& where,
                       Schemas& schemas,
                       std::vector<finding::Finding>& out) const;

  std::set<const openapi::Operation*> operations_;
  std::set<const openapi::Response*> responses_;
  std::map<const openapi::MediaType*, FieldPaths> fields_;
};

}  // namespace accord::conform
