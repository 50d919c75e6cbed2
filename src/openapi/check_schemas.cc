#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

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
  schema::SchemaSet set =
      schema::CompileAll(schemas, description.CompileOptionsFor(description.root.document()));
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
  return std::move(set.findings);
}

}  // namespace accord::openapi
