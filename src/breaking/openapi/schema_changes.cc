#include "breaking/openapi/schema_changes.h"

#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "breaking/openapi/schema_graph.h"
#include "breaking/openapi/schema_paths.h"
#include "breaking/openapi/schema_remarks.h"

namespace accord::breaking::api {

namespace {

/// A use that was compared.
struct ComparedUse {
  ComparedUse(const SchemaUse& compared, SchemaComparisonContext place)
      : use(compared), context(std::move(place)), remarks(use, context) {}

  const SchemaUse& use;
  const SchemaComparisonContext context;
  const SchemaRemarks remarks;
  const SchemaWays* ways = nullptr;
};

/// What the words for a finding depend on, but for names. Equal: it is the same change.
struct Likeness {
  std::uint32_t pair = 0;
  std::uint32_t finding = 0;
  std::uint32_t place = 0;  ///< What uses have in common.
  int days = 0;

  Likeness(const ComparedUse& compared, std::uint32_t way, std::uint32_t index)
      : pair(static_cast<std::uint32_t>(compared.ways->PairAt(way))),
        finding(index),
        days(compared.context.deprecation_days) {
    const SchemaUse& use = compared.use;
    for (const auto part : {static_cast<std::uint32_t>(SchemaWays::IsRoot(way)),
                            static_cast<std::uint32_t>(use.flow),
                            static_cast<std::uint32_t>(use.as_text),
                            static_cast<std::uint32_t>(use.exploded_form),
                            static_cast<std::uint32_t>(compared.context.optional_parameter),
                            static_cast<std::uint32_t>(use.carrier),
                            static_cast<std::uint32_t>(use.in)}) {
      place = (place << 3U) | part;
    }
  }
  friend bool operator==(const Likeness&, const Likeness&) = default;
};

struct LikenessHash {
  std::size_t operator()(const Likeness& likeness) const {
    std::uint64_t hash = likeness.pair;
    for (const std::uint64_t part : {static_cast<std::uint64_t>(likeness.finding),
                                     static_cast<std::uint64_t>(likeness.place),
                                     static_cast<std::uint64_t>(likeness.days)}) {
      hash = (hash ^ part) * 0x9e3779b97f4a7c15U;
      hash ^= hash >> 29U;
    }
    return hash;
  }
};

SchemaMode ModeOf(const SchemaUse& use) {
  if (use.carrier == Carrier::kParameter) {
    return use.exploded_form ? SchemaMode::kExplodedParameter : SchemaMode::kParameter;
  }
  const bool as_text = use.as_text || use.carrier == Carrier::kHeader;
  return use.flow == Flow::kRequest ? (as_text ? SchemaMode::kRequestText : SchemaMode::kRequest)
                                    : (as_text ? SchemaMode::kResponseText : SchemaMode::kResponse);
}

}  // namespace

struct SchemaPairings::Storage {
  Storage(const openapi::Description& before, const openapi::Description& after, bool oasdiff)
      : graph(before, after, oasdiff) {}

  /// The ways from a pair; `only_new`: to pairs that no use has told of.
  const SchemaWays& WaysFrom(std::size_t root, bool only_new) {
    if (only_new) {
      return some_ways.emplace_back(graph, root, told);
    }
    const auto made = ways.find(root);
    return made != ways.end() ? made->second
                              : ways.emplace(root, SchemaWays(graph, root)).first->second;
  }

  /// What a finding of the pair at the end of a way is called there.
  std::vector<Change> ChangesAt(const Sighting& sighting) {
    const ComparedUse& compared = uses[sighting.use];
    const SchemaPath path = compared.ways->PathTo(sighting.way);
    const SchemaPair& pair = graph.At(path.pair);
    const SchemaFinding& finding = pair.findings[sighting.finding];
    std::vector<Change> changes;
    for (SchemaRemark& remark : compared.remarks.Of(finding, path, graph.oasdiff())) {
      Change& change = changes.emplace_back();
      change.rule = remark.rule;
      change.args = std::move(remark.args);
      change.message = std::move(remark.message);
      change.method = compared.context.method;
      change.path = compared.context.path;
      change.operation_id = compared.context.operation_id;
      // Where a version has nothing, the schema that could have it shows where to look.
      change.before =
          finding.before ? Place{finding.before, finding.keyword} : Place{pair.before.schema(), {}};
      change.after =
          finding.after ? Place{finding.after, finding.keyword} : Place{pair.after.schema(), {}};
      change.use = &compared.use;
      change.schema_before = pair.before.written();
      change.schema_after = pair.after.written();
      change.schema_path = path.pointer;
      change.property = finding.property;
      change.values = finding.values;
      change.sighting = sighting;
    }
    return changes;
  }

  SchemaGraph graph;
  std::deque<ComparedUse> uses;
  std::unordered_set<std::size_t> told;  ///< Pairs.
  std::unordered_map<std::size_t, SchemaWays> ways;
  std::deque<SchemaWays> some_ways;
  /// Where a change is in the list; nullopt: there is nothing to say about it.
  std::unordered_map<Likeness, std::optional<std::size_t>, LikenessHash> known;
  std::size_t sightings = 0;
};

SchemaPairings::SchemaPairings(const openapi::Description& before,
                               const openapi::Description& after,
                               OpenApiProfile profile)
    : storage_(std::make_unique<Storage>(before, after, profile == OpenApiProfile::kOasdiff)) {}
SchemaPairings::~SchemaPairings() = default;

Change SchemaPairings::SeenAt(const Sighting& sighting) const {
  return std::move(storage_->ChangesAt(sighting).front());
}

const SchemaUse& SchemaPairings::UseOf(const Sighting& sighting) const {
  return storage_->uses[sighting.use].use;
}

std::string SchemaPairings::SchemaPathOf(const Sighting& sighting) const {
  return storage_->uses[sighting.use].ways->PathTo(sighting.way).pointer;
}

/// Turns what differs between schemas into changes of one use.
class SchemaUseComparison {
 public:
  SchemaUseComparison(SchemaPairings::Storage& storage, std::vector<Change>& changes)
      : storage_(storage), changes_(changes) {}

  static bool Run(const SchemaUse& use,
                  const SchemaComparisonContext& context,
                  std::vector<Change>& changes) {
    SchemaPairings::Storage& storage = *context.comparison.storage_;
    if (!storage.graph.Differ(use.before, use.after)) {
      return false;
    }
    SchemaUseComparison(storage, changes).Add(storage.uses.emplace_back(use, context));
    return true;
  }

 private:
  void Add(ComparedUse& compared) {
    const SchemaUse& use = compared.use;
    const std::size_t root = storage_.graph.PairOf(use.before, use.after, ModeOf(use));
    const bool many = changes_.size() + storage_.sightings >= compared.context.many_changes;
    compared.ways = &storage_.WaysFrom(root, many);
    for (const std::uint32_t way : compared.ways->ends()) {
      const std::size_t pair = compared.ways->PairAt(way);
      const std::size_t findings = storage_.graph.At(pair).findings.size();
      for (std::uint32_t i = 0; i < findings; ++i) {
        Add(compared, {static_cast<std::uint32_t>(storage_.uses.size() - 1), way, i});
      }
      storage_.told.insert(pair);
    }
  }

  void Add(const ComparedUse& compared, const Sighting& sighting) {
    if (!compared.context.tell_once) {
      std::ranges::move(storage_.ChangesAt(sighting), std::back_inserter(changes_));
      return;
    }
    const auto [known, is_new] =
        storage_.known.try_emplace(Likeness(compared, sighting.way, sighting.finding));
    if (!is_new) {
      if (known->second) {
        changes_[*known->second].elsewhere.push_back(sighting);
        ++storage_.sightings;
      }
      return;
    }
    for (Change& change : storage_.ChangesAt(sighting)) {
      known->second = changes_.size();
      changes_.push_back(std::move(change));
    }
  }

  SchemaPairings::Storage& storage_;
  std::vector<Change>& changes_;
};

bool CompareSchemaUse(const SchemaUse& use,
                      const SchemaComparisonContext& context,
                      std::vector<Change>& changes) {
  return SchemaUseComparison::Run(use, context, changes);
}

}  // namespace accord::breaking::api
