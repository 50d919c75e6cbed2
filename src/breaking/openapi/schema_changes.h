#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "accord/finding/finding.h"
#include "accord/openapi/description.h"

#include "breaking/openapi/change.h"

namespace accord::breaking {

/// The schemas of two versions of a description, and what has been found out about pairs of them.
/// One per pair of descriptions; not for several threads at once.
class SchemaVersions {
 public:
  SchemaVersions(const openapi::Description& before, const openapi::Description& after);
  ~SchemaVersions();
  SchemaVersions(const SchemaVersions&) = delete;
  SchemaVersions& operator=(const SchemaVersions&) = delete;

 private:
  friend class SchemaUseComparer;
  struct Storage;
  std::unique_ptr<Storage> storage_;
};

/// What is known about the place of a use.
struct SchemaComparisonContext {
  SchemaVersions* comparison = nullptr;  ///< Never null.
  std::string method;                      ///< These three go into every change.
  std::string path;
  std::string operation_id;
  /// For parameters: it may be left out in both versions, so that its default matters.
  bool optional_parameter = false;
  std::string today;  ///< `YYYY-MM-DD`.
  /// Days that a sunset has to lie ahead when a property becomes deprecated, by the stability of
  /// the operation; 0: a sunset is not asked for.
  int deprecation_days = 0;
  /// Properties whose `x-stability-level` was below this one may change it.
  std::string stability_level = "beta";
};

/// Adds what differs between the two versions of the schema at `use`, with everything below it.
/// `use` has a schema in both versions, and outlives the changes.
void CompareSchemaUse(const SchemaUse& use,
                      const SchemaComparisonContext& context,
                      std::vector<Change>& changes);

/// Every rule of changes inside of schemas.
std::span<const finding::RuleInfo* const> SchemaChangeRules();
/// Whether a rule of SchemaChangeRules() is one that oasdiff has, too.
bool IsOasdiffSchemaRule(const finding::RuleInfo& rule);

}  // namespace accord::breaking
