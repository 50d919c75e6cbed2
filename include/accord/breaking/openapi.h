#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/breaking/policy.h"
#include "accord/document/source_set.h"
#include "accord/finding/finding.h"
#include "accord/openapi/description.h"
#include "accord/schema/includes.h"

namespace accord::breaking {

/// How levels of findings are set.
enum class OpenApiProfile : std::uint8_t {
  kStrict,   ///< By set inclusion: an error about a schema is proved by a payload.
  kOasdiff,  ///< As oasdiff does it: by what was edited, with its conventions.
};

/// The OpenAPI documents of one version of something. Immutable.
class OpenApiSources {
 public:
  struct Entry {
    std::string path;     ///< Below the root.
    std::string display;  ///< As messages name it.
    openapi::DescriptionPtr description;
  };

  /// Opens what document::OpenSources takes. Of a folder, glob or commit, the JSON and YAML files
  /// that say that they are OpenAPI documents, of whatever version; other files are read only when
  /// a reference leads to them.
  static base::Result<std::shared_ptr<const OpenApiSources>> Open(const std::string& argument);

  const std::string& name() const { return set_->name(); }
  /// Sorted by path.
  const std::vector<Entry>& entries() const { return entries_; }
  /// What could not be read.
  const std::vector<finding::Finding>& findings() const { return findings_; }
  const std::shared_ptr<const document::SourceSet>& set() const { return set_; }

 private:
  OpenApiSources() = default;

  std::shared_ptr<const document::SourceSet> set_;
  std::vector<Entry> entries_;
  std::vector<finding::Finding> findings_;
};

struct OpenApiOptions {
  RuleSelection rules;
  OpenApiProfile profile = OpenApiProfile::kStrict;
  bool witnesses = true;
  bool explain_unknown = false;
  std::string today;  ///< `YYYY-MM-DD`, for sunset dates.
  /// Days that a sunset has to lie ahead when something becomes deprecated; nullopt: a sunset is
  /// not asked for.
  std::optional<int> deprecation_days_beta;
  std::optional<int> deprecation_days_stable;
  /// Operations below this `x-stability-level` are left alone: `draft`, `alpha`, `beta`, `stable`.
  std::string stability_level = "beta";
  /// Findings say of every place that shows them what recorded contracts use of it (see
  /// finding::Finding::touches); without, only of the first.
  bool touches = true;
  /// Findings about `info.version` not following the changes.
  bool version_policy = true;
  schema::InclusionOptions limits;
};

/// What a comparison of two versions gave.
struct OpenApiComparison {
  std::vector<finding::Finding> findings;  ///< Of the rules, sorted by place; no policy applied.
  std::vector<finding::Finding> faults;    ///< What could not be read, both sides.
  std::size_t compared = 0;                ///< Documents of both sides that were looked into.
  std::size_t unchanged = 0;               ///< Documents that cannot differ in meaning.
  std::size_t added = 0;                   ///< Documents that only the new side has.
  std::size_t removed = 0;                 ///< Documents that only the old side has.
};

/// Compares two versions of OpenAPI documents, paired by path; when each side has just one, these
/// two.
OpenApiComparison CompareOpenApi(const OpenApiSources& before,
                                 const OpenApiSources& after,
                                 const OpenApiOptions& options);

/// Every rule of the family.
std::span<const finding::RuleInfo* const> OpenApiRules();

}  // namespace accord::breaking
