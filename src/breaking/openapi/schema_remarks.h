#pragma once

#include <string>
#include <vector>

#include "breaking/openapi/schema_changes.h"
#include "breaking/openapi/schema_paths.h"
#include "breaking/openapi/schema_rules.h"

namespace accord::breaking::api {

/// What is said about a finding.
struct SchemaRemark {
  const finding::RuleInfo* rule = nullptr;
  std::vector<std::string> args;
  std::string message;
};

/// Puts findings into the words of one use.
class SchemaRemarks {
 public:
  SchemaRemarks(const SchemaUse& use, const SchemaComparisonContext& context)
      : use_(use), context_(context) {}

  /// Mostly one; none when the finding does not count at this place.
  std::vector<SchemaRemark> Of(const SchemaFinding& finding,
                               const SchemaPath& path,
                               bool oasdiff) const;

 private:
  struct Subject {
    std::string full;  ///< Path of the property.
    std::string name;
    bool inside = false;  ///< Not the schema of the use itself.
  };
  static Subject SubjectOf(const SchemaFinding& finding, const SchemaPath& path);

  const EditRule* RuleOf(const SchemaEditRow& row, bool inside, bool unsent) const;
  std::vector<std::string> Arguments(const EditRule& rule,
                                     const Subject& subject,
                                     const std::vector<std::string>& values) const;
  /// "request property 'a/b'".
  std::string InWords(const Subject& subject) const;
  /// Whether a finding is left out here.
  bool IsLeftOut(const SchemaFinding& finding, const Subject& subject, bool oasdiff) const;
  /// The edit and values that deprecation and stability amount to; false: nothing.
  bool Weigh(const SchemaFinding& finding,
             const SchemaEditRow*& row,
             std::vector<std::string>& values) const;

  const SchemaUse& use_;
  const SchemaComparisonContext& context_;
};

}  // namespace accord::breaking::api
