#include "breaking/openapi/schema_changes.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "breaking/openapi/schema_graph.h"
#include "breaking/openapi/schema_paths.h"
#include "breaking/openapi/schema_remarks.h"

namespace accord::breaking::api {

struct SchemaPairings::Storage {
  Storage(const openapi::Description& before, const openapi::Description& after, bool oasdiff)
      : graph(before, after, oasdiff) {}

  /// The ways from a pair. The result is good until the next call.
  const SchemaPaths& From(std::size_t root) {
    const auto known = paths.find(root);
    if (known != paths.end()) {
      return known->second;
    }
    if (kept > kManyPaths) {
      last = PathsFrom(graph, root);
      return last;
    }
    const SchemaPaths& found = paths.emplace(root, PathsFrom(graph, root)).first->second;
    kept += found.size();
    return found;
  }

  static constexpr std::size_t kManyPaths = 300000;

  SchemaGraph graph;
  std::unordered_set<std::size_t> told;  ///< Pairs.
  std::unordered_map<std::size_t, SchemaPaths> paths;
  std::size_t kept = 0;  ///< In `paths`.
  SchemaPaths last;
};

SchemaPairings::SchemaPairings(const openapi::Description& before,
                               const openapi::Description& after,
                               OpenApiProfile profile)
    : storage_(std::make_unique<Storage>(before, after, profile == OpenApiProfile::kOasdiff)) {}
SchemaPairings::~SchemaPairings() = default;

namespace {

SchemaMode ModeOf(const SchemaUse& use) {
  if (use.carrier == Carrier::kParameter) {
    return use.exploded_form ? SchemaMode::kExplodedParameter : SchemaMode::kParameter;
  }
  const bool as_text = use.as_text || use.carrier == Carrier::kHeader;
  return use.flow == Flow::kRequest ? (as_text ? SchemaMode::kRequestText : SchemaMode::kRequest)
                                    : (as_text ? SchemaMode::kResponseText : SchemaMode::kResponse);
}

}  // namespace

/// Turns what differs between schemas into changes of one use.
class SchemaUseComparison {
 public:
  SchemaUseComparison(const SchemaUse& use,
                      const SchemaComparisonContext& context,
                      std::vector<Change>& changes)
      : remarks_(use, context), context_(context), use_(use), changes_(changes) {}

  bool Run() {
    SchemaPairings::Storage& storage = *context_.comparison.storage_;
    if (!storage.graph.Differ(use_.before, use_.after)) {
      return false;
    }
    const std::size_t root = storage.graph.PairOf(use_.before, use_.after, ModeOf(use_));
    const bool many = changes_.size() >= context_.many_changes;
    const SchemaPaths some = many ? PathsFrom(storage.graph, root, storage.told) : SchemaPaths();
    for (const SchemaPath& path : many ? some : storage.From(root)) {
      Add(storage.graph, path);
      storage.told.insert(path.pair);
    }
    return true;
  }

 private:
  void Add(SchemaGraph& graph, const SchemaPath& path) {
    for (const SchemaFinding& finding : graph.At(path.pair).findings) {
      for (SchemaRemark& remark : remarks_.Of(finding, path, graph.oasdiff())) {
        Add(graph.At(path.pair), path, finding, std::move(remark));
      }
    }
  }

  void Add(const SchemaPair& pair,
           const SchemaPath& path,
           const SchemaFinding& finding,
           SchemaRemark remark) {
    Change& change = changes_.emplace_back();
    change.rule = remark.rule;
    change.args = std::move(remark.args);
    change.message = std::move(remark.message);
    change.method = context_.method;
    change.path = context_.path;
    change.operation_id = context_.operation_id;
    // Where a version has nothing, the schema that could have it shows where to look.
    change.before =
        finding.before ? Place{finding.before, finding.keyword} : Place{pair.before.schema(), {}};
    change.after =
        finding.after ? Place{finding.after, finding.keyword} : Place{pair.after.schema(), {}};
    change.use = &use_;
    change.schema_before = pair.before.written();
    change.schema_after = pair.after.written();
    change.schema_path = path.pointer;
    change.property = finding.property;
    change.values = finding.values;
  }

  const SchemaRemarks remarks_;
  const SchemaComparisonContext& context_;
  const SchemaUse& use_;
  std::vector<Change>& changes_;
};

bool CompareSchemaUse(const SchemaUse& use,
                      const SchemaComparisonContext& context,
                      std::vector<Change>& changes) {
  return SchemaUseComparison(use, context, changes).Run();
}

}  // namespace accord::breaking::api
