#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"
#include "accord/breaking/policy.h"
#include "accord/document/source_set.h"
#include "accord/finding/finding.h"
#include "accord/schema/dialect.h"
#include "accord/schema/includes.h"

namespace accord::breaking {

/// Which readers have to get along with which data.
enum class SchemaMode : std::uint8_t {
  kBackward,  ///< New readers, old data.
  kForward,   ///< Old readers, new data.
  kFull,      ///< Both.
};

/// What a team may let pass although some data no longer fits. A finding that is let pass stays in
/// the report as suppressed, with the name of the policy.
enum class SchemaPolicy : std::uint8_t {
  kOpenContentAdditions,  ///< A declared property is added to an object that is open.
  kClosedModels,          ///< As though nobody wrote properties that no schema declares.
  kRequiredWithDefault,   ///< A property that becomes required has a default.
  kEnumAdditions,         ///< Old readers cope with values of an `enum` that they do not know.
};
/// `open-content-additions` …
std::string_view ToString(SchemaPolicy policy);
std::optional<SchemaPolicy> ParseSchemaPolicy(std::string_view name);
std::span<const SchemaPolicy> SchemaPolicies();

/// The JSON Schema documents of one version. Immutable.
class SchemaSources {
 public:
  struct Entry {
    std::string path;     ///< Below the root.
    std::string display;  ///< As messages name it.
    document::DocumentPtr document;
  };

  /// Opens what document::OpenSources takes. Of a folder, glob or commit, the JSON and YAML files
  /// whose `$schema` names a dialect; with `all`, and of a single file that is named, whatever.
  static base::Result<std::shared_ptr<const SchemaSources>> Open(const std::string& argument,
                                                                 bool all);

  const std::string& name() const { return set_->name(); }
  /// Sorted by path.
  const std::vector<Entry>& entries() const { return entries_; }
  /// What could not be parsed.
  const std::vector<finding::Finding>& findings() const { return findings_; }
  const std::shared_ptr<const document::SourceSet>& set() const { return set_; }

 private:
  SchemaSources() = default;

  std::shared_ptr<const document::SourceSet> set_;
  std::vector<Entry> entries_;
  std::vector<finding::Finding> findings_;
};

struct SchemaOptions {
  RuleSelection rules;
  SchemaMode mode = SchemaMode::kBackward;
  std::set<SchemaPolicy> policies;
  schema::Dialect dialect = schema::Dialect::k2020_12;  ///< Of documents without `$schema`.
  bool assert_formats = false;
  bool witnesses = true;
  bool explain_unknown = false;
  /// Folders of further documents that references may lead to, on both sides.
  std::vector<std::shared_ptr<const document::SourceSet>> libraries;
  schema::InclusionOptions limits;
};

/// What a comparison of two versions gave.
struct SchemaComparison {
  std::vector<finding::Finding> findings;  ///< Of the rules, sorted by place; no policy applied.
  std::vector<finding::Finding> faults;    ///< What could not be read or compiled, both sides.
  /// Old versions of the documents that were judged, by the name that touches call them.
  std::map<std::string, schema::SchemaPtr> known;
  std::size_t compared = 0;   ///< Documents of both sides that were judged.
  std::size_t unchanged = 0;  ///< Documents that cannot differ in meaning.
  std::size_t added = 0;      ///< Documents that only the new side has.
  std::size_t removed = 0;    ///< Documents that only the old side has.
};

/// Compares two versions of JSON Schema documents, paired by path; when each side has just one,
/// these two. A verdict is a proof: nothing is reported as breaking without a witness that the
/// validator accepts on one side and refuses on the other.
SchemaComparison CompareSchemas(const SchemaSources& before,
                                const SchemaSources& after,
                                const SchemaOptions& options);

/// Every rule of the family.
std::span<const finding::RuleInfo* const> SchemaRules();

}  // namespace accord::breaking
