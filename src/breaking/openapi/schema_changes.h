#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "accord/breaking/openapi.h"
#include "accord/finding/finding.h"
#include "accord/openapi/description.h"

#include "breaking/openapi/change.h"

namespace accord::breaking::api {

/// The schemas of two versions of a description, and what has been found out about pairs of them.
/// One for each pair of descriptions; for one thread at a time.
class SchemaPairings {
 public:
  /// In profile oasdiff changes are named to the letter as oasdiff does, also where that says one
  /// thing twice.
  SchemaPairings(const openapi::Description& before,
                 const openapi::Description& after,
                 OpenApiProfile profile);
  ~SchemaPairings();
  SchemaPairings(const SchemaPairings&) = delete;
  SchemaPairings& operator=(const SchemaPairings&) = delete;

  /// A change as one of the uses it shows in sees it.
  Change SeenAt(const Sighting& sighting) const;
  const SchemaUse& UseOf(const Sighting& sighting) const;
  /// From the use's schema to the one around the change: `/items/properties/name`.
  std::string SchemaPathOf(const Sighting& sighting) const;

 private:
  friend class SchemaUseComparison;
  struct Storage;
  std::unique_ptr<Storage> storage_;
};

/// What is known about the place of a use.
struct SchemaComparisonContext {
  SchemaPairings& comparison;
  const OpenApiOptions& options;
  std::chrono::sys_days today;
  std::string method;  ///< These three go into every change.
  std::string path;
  std::string operation_id;
  /// Of a parameter: it may be left out in both versions, so that its default matters.
  bool optional_parameter = false;
  /// Days that the sunset of a property has to lie ahead when it becomes deprecated, by the
  /// stability of the operation; 0: a sunset is not asked for.
  int deprecation_days = 0;
  /// A change that many uses show is told once; the other uses are in Change::elsewhere.
  bool tell_once = false;
  /// As soon as there are so many changes, or places that show them, schemas that some use has told
  /// of are not told of again: those that refer to each other, used everywhere, would fill the
  /// memory.
  std::size_t many_changes = 300000;
};

/// Adds what differs between the two versions of the schema at `use`, with everything below it.
/// `use` has a schema in both versions, and outlives the changes and the pairings. With
/// `tell_once`, `changes` holds what the uses before have added. False when both versions say the
/// same in the same words.
bool CompareSchemaUse(const SchemaUse& use,
                      const SchemaComparisonContext& context,
                      std::vector<Change>& changes);

/// Every rule of changes inside of schemas.
std::span<const finding::RuleInfo* const> SchemaChangeRules();
/// Whether a rule of SchemaChangeRules() is one that oasdiff has, too.
bool IsOasdiffSchemaRule(const finding::RuleInfo& rule);

}  // namespace accord::breaking::api
