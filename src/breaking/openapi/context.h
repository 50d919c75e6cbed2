#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accord/breaking/openapi.h"
#include "accord/openapi/description.h"

#include "breaking/openapi/change.h"
#include "breaking/openapi/schema_changes.h"

namespace accord::breaking::api {

/// What two versions of an API differ in.
struct Differences {
  std::vector<Change> changes;
  std::deque<SchemaUse> uses;  ///< Every schema that both versions use; changes point into it.
  std::unique_ptr<SchemaPairings> schemas;
};

/// Two versions of an API while they are compared.
struct Context {
  const openapi::Description& before;
  const openapi::Description& after;
  const OpenApiOptions& options;
  std::chrono::sys_days today;
  /// Parameters of a path count as parameters of each of its operations. oasdiff takes them for
  /// something else unless it is told.
  bool merge_parameters = true;
  Differences& out;
  finding::Touch subject = {};  ///< What is compared now; the operation is known from its pair.

  bool strict() const { return options.profile == OpenApiProfile::kStrict; }
};

/// A path, webhook or callback in both versions.
struct PathPair {
  const openapi::PathItem* before = nullptr;
  const openapi::PathItem* after = nullptr;
  std::string path;       ///< As changes name it.
  bool outbound = false;  ///< The provider sends these requests: writers and readers are swapped.
  std::map<std::string, std::string, std::less<>> renamed = {};  ///< Path parameters, old to new.
};

/// An operation in both versions; one of them is nullptr when it was added or removed.
struct OperationPair {
  const PathPair& paths;
  const openapi::Operation* before = nullptr;
  const openapi::Operation* after = nullptr;

  const openapi::Operation& any() const { return after != nullptr ? *after : *before; }
};

/// What a change is called and says.
struct Remark {
  const finding::RuleInfo& rule;
  std::vector<std::string> args;
  std::string message;
};

/// Sets what the changes that are added while it lives touch.
class SubjectScope {
 public:
  SubjectScope(Context& context, finding::Touch subject)
      : context_(context), outer_(std::exchange(context.subject, std::move(subject))) {}
  ~SubjectScope() { context_.subject = std::move(outer_); }
  SubjectScope(const SubjectScope&) = delete;
  SubjectScope& operator=(const SubjectScope&) = delete;

 private:
  Context& context_;
  finding::Touch outer_;
};

/// What is compared now, as recorded contracts know it; what the provider sends is not recorded.
std::optional<finding::Touch> TouchedBy(const Context& context, const OperationPair& pair);

/// Adds a change of an operation.
Change& Add(Context& context, const OperationPair& pair, Remark remark, Place before, Place after);
/// Adds a change of something else; `section` as in Change.
Change& AddTo(Context& context, std::string section, Remark remark, Place before, Place after);

}  // namespace accord::breaking::api
