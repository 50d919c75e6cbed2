#include "breaking/schema/judge.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "accord/document/document.h"
#include "accord/schema/validate.h"

#include "breaking/schema/change.h"
#include "breaking/schema/policies.h"
#include "breaking/schema/walk.h"

namespace accord::breaking {
namespace {

using finding::Direction;
using finding::Finding;
using schema::Inclusion;
using schema::InclusionResult;
using schema::SchemaNode;

/// More places of one document are not proved one by one.
constexpr std::size_t kMostProofs = 50;

/// Judges one direction: may `written` be read by `read`?
class Judge {
 public:
  Judge(const SchemaPair& pair, const SchemaOptions& options, bool backward)
      : pair_(pair), options_(options), backward_(backward) {}

  std::vector<Finding> Run(const std::vector<NodePair>& walk) {
    const InclusionResult result = Ask(*pair_.before, *pair_.after);
    switch (result.inclusion) {
      case Inclusion::kYes:
        break;
      case Inclusion::kUnknown:
        AddUnknown(result);
        break;
      case Inclusion::kNo:
        AddBreaks(result, walk);
        break;
    }
    return std::move(findings_);
  }

 private:
  InclusionResult Ask(const schema::Schema& before, const schema::Schema& after) const {
    return backward_ ? schema::Includes(before, after, options_.limits)
                     : schema::Includes(after, before, options_.limits);
  }

  Direction direction() const {
    return backward_ ? Direction::kStoredData : Direction::kNewClientOldServer;
  }

  bool MayBreak(const KeywordChange& change) const {
    return backward_ ? MayBreakBackward(change) : MayBreakForward(change);
  }

  void AddUnknown(const InclusionResult& result) {
    Finding finding = finding::Make(kCompatibilityUnknown,
                                    fmt::format("Whether {} could not be decided: {}.",
                                                backward_ ? "all old data fits the new version"
                                                          : "all new data fits the old version",
                                                InWords(result.reason)),
                                    SpanOf(pair_.after->root(), {}));
    finding.previous = SpanOf(pair_.before->root(), {});
    finding.element = "$";
    if (!result.differences.empty()) {
      ShowPlace(result.differences.front(), finding);
    }
    finding.breaks = {finding::Audience::kJson};
    finding.directions = {direction()};
    finding.actual = std::string(ToString(result.reason));
    finding.help = options_.explain_unknown && !result.detail.empty()
                       ? result.detail
                       : "--explain-unknown tells what would be needed";
    findings_.push_back(std::move(finding));
  }

  void ShowPlace(const schema::Difference& difference, Finding& finding) const {
    const SchemaNode* old_node = backward_ ? difference.before : difference.after;
    const SchemaNode* new_node = backward_ ? difference.after : difference.before;
    const std::string& keyword = difference.keyword;
    if (new_node != nullptr) {
      finding.span = SpanOf(*new_node, keyword);
    }
    if (old_node != nullptr) {
      finding.previous = SpanOf(*old_node, keyword);
    }
    if (!difference.path.empty()) {
      finding.element = difference.path;
    }
  }

  void AddBreaks(const InclusionResult& result, const std::vector<NodePair>& walk) {
    const schema::Schema& reader = backward_ ? *pair_.after : *pair_.before;
    const std::optional<finding::Witness> witness = MakeWitness(result, reader, pair_.name);
    bool first = true;
    for (const schema::Difference& difference : result.differences) {
      AddDifference(difference, walk, first ? witness : std::nullopt);
      first = false;
    }
    for (const NodePair& place : walk) {
      AddOtherChanges(place);
    }
    if (findings_.empty()) {
      AddUnnamed(result, witness);
    }
    AddUnprovedBehindPolicies();
  }

  /// Names what is different by the keywords that changed there.
  void AddDifference(const schema::Difference& difference,
                     const std::vector<NodePair>& walk,
                     const std::optional<finding::Witness>& witness) {
    const SchemaNode* old_node = backward_ ? difference.before : difference.after;
    const SchemaNode* new_node = backward_ ? difference.after : difference.before;
    const NodePair* place = FindPlace(walk, old_node, new_node);
    if (place == nullptr) {
      if (witness) {
        AddUnpaired(difference, walk, *witness);
      }
      return;
    }
    bool named = false;
    for (const KeywordChange& change : ChangesOf(*place->before, *place->after)) {
      if (MayBreak(change) && IsAbout(change.axis, difference.keyword)) {
        named |= Add(*place, change, named ? std::nullopt : witness);
      }
    }
    if (!named && witness) {
      AddUnpaired(difference, walk, *witness);
    }
  }

  const NodePair* FindPlace(const std::vector<NodePair>& walk,
                            const SchemaNode* before,
                            const SchemaNode* after) const {
    const SchemaNode* old_node = before == nullptr ? nullptr : &Behind(*before);
    const SchemaNode* new_node = after == nullptr ? nullptr : &Behind(*after);
    const SchemaNode* reader = backward_ ? new_node : old_node;
    for (const NodePair& place : walk) {
      if (place.before == old_node && place.after == new_node) {
        return &place;
      }
    }
    for (const NodePair& place : walk) {
      if (reader != nullptr && (backward_ ? place.after : place.before) == reader) {
        return &place;
      }
    }
    return nullptr;
  }

  /// What rejects the witness stands in a schema that only the reader's version has, or that is as
  /// it was: the change is in the nearest schema around it that both have.
  void AddUnpaired(const schema::Difference& difference,
                   const std::vector<NodePair>& walk,
                   const finding::Witness& witness) {
    if (difference.after == nullptr) {
      return;
    }
    for (const NodePair* place : PlacesAround(*difference.after, walk)) {
      const SchemaNode& reader = backward_ ? *place->after : *place->before;
      const std::string_view below =
          std::string_view(difference.after->pointer).substr(reader.pointer.size());
      for (const KeywordChange& change : ChangesOf(*place->before, *place->after)) {
        const std::string property = "/properties/" + change.name;
        const bool about =
            change.name.empty() || below == property || below.starts_with(property + "/");
        if (MayBreak(change) && about && Add(*place, change, witness)) {
          return;
        }
      }
    }
  }

  /// Innermost first.
  std::vector<const NodePair*> PlacesAround(const SchemaNode& node,
                                            const std::vector<NodePair>& walk) const {
    std::vector<std::pair<std::size_t, const NodePair*>> found;
    for (const NodePair& place : walk) {
      const SchemaNode& reader = backward_ ? *place.after : *place.before;
      const std::size_t size = reader.pointer.size();
      if (reader.resource == node.resource && node.pointer.starts_with(reader.pointer) &&
          (node.pointer.size() == size || node.pointer[size] == '/')) {
        found.emplace_back(size, &place);
      }
    }
    std::ranges::stable_sort(
        found, std::greater<>(), &std::pair<std::size_t, const NodePair*>::first);
    std::vector<const NodePair*> places;
    places.reserve(found.size());
    for (const auto& [size, place] : found) {
      places.push_back(place);
    }
    return places;
  }

  /// Of a pair that is known to be incompatible somewhere: the other changes that break something,
  /// each proved by itself where that is possible.
  void AddOtherChanges(const NodePair& place) {
    std::vector<KeywordChange> left;
    for (KeywordChange& change : ChangesOf(*place.before, *place.after)) {
      if (MayBreak(change) && told_.count(KeyOf(place, change)) == 0) {
        left.push_back(std::move(change));
      }
    }
    if (left.empty()) {
      return;
    }
    if (++proofs_ > kMostProofs) {
      KeepUnproved(place, left);
      return;
    }
    const schema::SchemaPtr before = pair_.part_before(*place.before);
    const schema::SchemaPtr after = pair_.part_after(*place.after);
    if (!before || !after) {
      KeepUnproved(place, left);
      return;
    }
    const InclusionResult result = Ask(*before, *after);
    if (result.inclusion == Inclusion::kYes) {
      return;
    }
    if (result.inclusion == Inclusion::kUnknown || result.differences.empty()) {
      KeepUnproved(place, left);
      return;
    }
    const schema::Difference& difference = result.differences.front();
    const SchemaNode* rejecting = difference.after;
    const schema::Schema& reader = backward_ ? *after : *before;
    const auto witness = MakeWitness(result, reader, fmt::format("value at {}", place.path));
    const bool here = rejecting != nullptr && &Behind(reader.root()) == &Behind(*rejecting);
    bool first = true;
    for (const KeywordChange& change : left) {
      if (here && IsAbout(change.axis, difference.keyword)) {
        Add(place, change, first ? witness : std::nullopt);
        first = false;
      } else {
        KeepUnproved(place, {change});
      }
    }
  }

  void KeepUnproved(const NodePair& place, const std::vector<KeywordChange>& changes) {
    for (const KeywordChange& change : changes) {
      unproved_.emplace_back(&place, change);
    }
  }

  /// When policies let pass all that is proved, what is left may still be what breaks: it is told,
  /// for a policy must not hide more than it names.
  void AddUnprovedBehindPolicies() {
    const bool all_pass = std::ranges::none_of(
        findings_, [](const Finding& finding) { return finding.suppressed.empty(); });
    for (const auto& [place, change] : unproved_) {
      if (all_pass) {
        Add(*place, change, std::nullopt);
      }
    }
  }

  void AddUnnamed(const InclusionResult& result, const std::optional<finding::Witness>& witness) {
    const KeywordChange change{
        .axis = Axis::kSchema,
        .action = Action::kChanged,
        .name = {},
        .what = backward_ ? "old data no longer fits" : "new data does not fit",
        .before = SpanOf(pair_.before->root(), {}),
        .after = SpanOf(pair_.after->root(), {})};
    Add({&pair_.before->root(), &pair_.after->root(), "$"}, change, witness);
    if (!result.differences.empty()) {
      ShowPlace(result.differences.front(), findings_.back());
    }
  }

  static std::string KeyOf(const NodePair& place, const KeywordChange& change) {
    return fmt::format("{}\n{}\n{}\n{}\n{}",
                       RuleOf(change.axis, change.action).id,
                       place.path,
                       change.name,
                       ToString(change.after),
                       ToString(change.before));
  }

  bool Add(const NodePair& place,
           const KeywordChange& change,
           const std::optional<finding::Witness>& witness) {
    if (!told_.insert(KeyOf(place, change)).second) {
      return false;
    }
    Finding finding = finding::Make(RuleOf(change.axis, change.action),
                                    fmt::format("At {}, {}.", place.path, change.what),
                                    change.after);
    finding.severity = finding::Severity::kError;
    finding.previous = change.before;
    finding.element = change.name.empty() ? place.path : ChildPath(place.path, change.name);
    finding.breaks = {finding::Audience::kJson};
    finding.directions = {direction()};
    finding.touches.push_back({.part = finding::Touch::Part::kMessage,
                               .operation = pair_.name,
                               .field = finding.element,
                               .strikes_absence = finding.rule->id == "property-became-required"});
    if (witness && options_.witnesses) {
      finding.witnesses.push_back(*witness);
    }
    const auto policy =
        PolicyFor({change, *place.before, *place.after, backward_}, options_.policies);
    if (policy && options_.policies.count(*policy) != 0) {
      finding.suppressed = fmt::format("policy {}", ToString(*policy));
    } else if (policy) {
      finding.help = fmt::format("the policy '{}' lets this pass", ToString(*policy));
    }
    findings_.push_back(std::move(finding));
    return true;
  }

  std::optional<finding::Witness> MakeWitness(const InclusionResult& result,
                                              const schema::Schema& reader,
                                              const std::string& type) const {
    if (!result.witness) {
      return std::nullopt;
    }
    finding::Witness witness;
    witness.direction = direction();
    witness.type = type;
    witness.written = document::WriteJson(result.witness->root(), {.indent = 0});
    witness.read = fmt::format("refused by the {} version", backward_ ? "new" : "old");
    const auto reasons = schema::Explain(reader, document::Value(result.witness));
    if (!reasons.empty()) {
      witness.read += ": " + reasons.front().message;
    }
    return witness;
  }

  const SchemaPair& pair_;
  const SchemaOptions& options_;
  bool backward_;
  std::size_t proofs_ = 0;
  std::vector<std::pair<const NodePair*, KeywordChange>> unproved_;
  std::set<std::string> told_;
  std::vector<Finding> findings_;
};

/// Formats that only annotate are no matter of sets: a remark, whatever the verdict is.
void AddFormats(const std::vector<NodePair>& walk, std::vector<Finding>& findings) {
  for (const NodePair& place : walk) {
    if (place.before->assert_format || place.after->assert_format) {
      continue;
    }
    NodeChanges changes{*place.before, *place.after, {}};
    CompareStrings(changes);
    for (const KeywordChange& change : changes.changes) {
      if (change.axis != Axis::kFormat) {
        continue;
      }
      Finding finding = finding::Make(RuleOf(change.axis, change.action),
                                      fmt::format("At {}, {}.", place.path, change.what),
                                      change.after);
      finding.previous = change.before;
      finding.element = place.path;
      finding.breaks = {finding::Audience::kJson};
      findings.push_back(std::move(finding));
    }
  }
}

/// The same change may break both directions: one finding tells it.
void Merge(std::vector<Finding>& findings, std::vector<Finding> more) {
  for (Finding& finding : more) {
    const auto same = std::ranges::find_if(findings, [&finding](const Finding& known) {
      return known.rule == finding.rule && known.element == finding.element &&
             known.span == finding.span && known.previous == finding.previous &&
             known.suppressed.empty() == finding.suppressed.empty();
    });
    if (same == findings.end() || finding.rule == &kCompatibilityUnknown) {
      findings.push_back(std::move(finding));
      continue;
    }
    std::ranges::move(finding.directions, std::back_inserter(same->directions));
    std::ranges::move(finding.witnesses, std::back_inserter(same->witnesses));
  }
}

}  // namespace

std::vector<Finding> JudgePair(const SchemaPair& pair, const SchemaOptions& options) {
  const std::vector<NodePair> walk = WalkPairs(pair.before->root(), pair.after->root());
  std::vector<Finding> findings;
  if (options.mode != SchemaMode::kForward) {
    findings = Judge(pair, options, true).Run(walk);
  }
  if (options.mode != SchemaMode::kBackward) {
    Merge(findings, Judge(pair, options, false).Run(walk));
  }
  AddFormats(walk, findings);
  return findings;
}

}  // namespace accord::breaking
