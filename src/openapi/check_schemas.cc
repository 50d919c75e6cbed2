#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "accord/openapi/description.h"
#include "accord/openapi/rules.h"

#include "openapi/storage.h"

namespace accord::openapi {
namespace {

using Place = std::tuple<std::string, std::uint32_t, std::uint32_t>;

Place PlaceOf(const finding::Finding& finding) {
  return {finding.span.file, finding.span.start.line, finding.span.start.column};
}

bool IsAboutReferences(const finding::Finding& finding) {
  return finding.rule == &kReferenceUnresolved || finding.rule == &kReferenceCycle;
}

// The other faults are about keywords that cannot be used, and say nothing of a path in an
// instance.
bool IsOfMetaSchema(const finding::Finding& finding) {
  return finding.rule == &schema::kSchemaInvalid && !finding.path.empty();
}

}  // namespace

std::vector<finding::Finding> CheckSchemas(const Description& description,
                                           const std::vector<finding::Finding>& known) {
  std::vector<schema::PlacedSchema> schemas;
  for (const document::Value& schema : description.storage_->schemas) {
    schemas.push_back({schema, description.UriOf(schema.document())});
  }
  if (schemas.empty()) {
    return {};
  }
  schema::CompileOptions options = description.CompileOptionsFor(description.root.document());
  options.check_meta_schema = true;
  schema::SchemaSet set = schema::CompileAll(schemas, options);
  std::set<Place> references;
  for (const finding::Finding& finding : known) {
    if (IsAboutReferences(finding)) {
      references.insert(PlaceOf(finding));
    }
  }
  std::erase_if(set.findings, [&](const finding::Finding& finding) {
    return (finding.rule == &schema::kSchemaReference ||
            finding.rule == &schema::kSchemaReferenceCycle) &&
           references.count(PlaceOf(finding)) != 0;
  });
  for (finding::Finding& finding : set.findings) {
    if (IsOfMetaSchema(finding)) {
      finding.severity = finding::Severity::kWarning;
    }
  }
  return std::move(set.findings);
}

}  // namespace accord::openapi
