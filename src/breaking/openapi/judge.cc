#include "breaking/openapi/judge.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "breaking/openapi/judge_flow.h"
#include "breaking/openapi/judge_rules.h"
#include "breaking/openapi/rules.h"

namespace accord::breaking::api {
namespace {

using document::DocumentPtr;
using finding::Severity;
using schema::Inclusion;

/// `request body of POST /orders (application/json)`.
std::string TypeOf(const SchemaUse& use) {
  const std::size_t bracket = std::min(use.where.find(" ("), use.where.size());
  return fmt::format("{} of {} {}{}",
                     use.where.substr(0, bracket),
                     use.method,
                     use.path,
                     use.where.substr(bracket));
}

class UsesJudge {
 public:
  UsesJudge(const openapi::Description& before,
            const openapi::Description& after,
            const OpenApiOptions& options,
            Differences& differences)
      : before_(before), after_(after), options_(options), differences_(differences) {}

  void Run() {
    for (Change& change : differences_.changes) {
      if (change.use == nullptr) {
        continue;
      }
      change.strict = SeverityBesideSets(change);
      if (WeighingOf(change) == Weighing::kBySets) {
        change.strict = Severity::kInfo;
        EachUse(change, [&](const SchemaUse& use) { NoteIn(use, change); });
      }
    }
    // Documents of different dialects may say the same in the same words and mean different things.
    const bool all = before_.dialect() != after_.dialect();
    for (const Flow flow : {Flow::kRequest, Flow::kResponse}) {
      for (const bool as_text : {false, true}) {
        JudgeAll(UsesOf(flow, as_text, all));
      }
    }
    std::erase_if(differences_.changes,
                  [&](const Change& change) { return dropped_.contains(&change); });
    std::ranges::move(added_, std::back_inserter(differences_.changes));
  }

 private:
  /// A change that one use shows in several places is noted once.
  void NoteIn(const SchemaUse& use, Change& change) {
    std::vector<Change*>& shown = by_use_[&use];
    if (shown.empty() || shown.back() != &change) {
      shown.push_back(&change);
    }
  }

  /// Those that differ; `all`: the others, too.
  std::vector<const SchemaUse*> UsesOf(Flow flow, bool as_text, bool all) const {
    std::vector<const SchemaUse*> uses;
    for (const SchemaUse& use : differences_.uses) {
      if (use.flow == flow && use.as_text == as_text && (all || use.differs)) {
        uses.push_back(&use);
      }
    }
    return uses;
  }

  template <typename Visit>
  void EachUse(const Change& change, const Visit& visit) const {
    visit(*change.use);
    for (const Sighting& sighting : change.elsewhere) {
      visit(differences_.schemas->UseOf(sighting));
    }
  }

  /// Each change of these uses, once.
  std::vector<Change*> ChangesOf(const std::vector<const SchemaUse*>& uses) const {
    std::vector<Change*> changes;
    std::unordered_set<const Change*> seen;
    for (const SchemaUse* use : uses) {
      for (Change* change : ShownIn(*use)) {
        if (seen.insert(change).second) {
          changes.push_back(change);
        }
      }
    }
    return changes;
  }

  const std::vector<Change*>& ShownIn(const SchemaUse& use) const {
    static const std::vector<Change*> none;
    const auto found = by_use_.find(&use);
    return found == by_use_.end() ? none : found->second;
  }

  void JudgeAll(const std::vector<const SchemaUse*>& uses) {
    if (uses.empty()) {
      return;
    }
    FlowJudge judge(before_, after_, uses, options_.limits);
    std::unordered_set<const SchemaUse*> explained;
    for (Change* change : ChangesOf(uses)) {
      if (MayRefuse(*change) && Weigh(judge, *change)) {
        EachUse(*change, [&](const SchemaUse& use) { explained.insert(&use); });
      }
    }
    for (const SchemaUse* use : uses) {
      const Verdict& verdict = judge.Of(*use);
      if (verdict.inclusion == Inclusion::kUnknown) {
        AddUndecided(*use, verdict);
      } else if (verdict.inclusion == Inclusion::kNo && !explained.contains(use)) {
        Explain(judge, *use, verdict);
      }
    }
    for (Change* change : ChangesOf(uses)) {
      DropIdle(judge, *change);
    }
  }

  /// Takes out the uses in which it only says the same in other words.
  void DropIdle(FlowJudge& judge, Change& change) {
    const auto idle = [&](const SchemaUse& use) {
      return judge.Of(use).inclusion == Inclusion::kYes && judge.AreEquivalent(use);
    };
    std::erase_if(change.elsewhere, [&](const Sighting& sighting) {
      return idle(differences_.schemas->UseOf(sighting));
    });
    if (!idle(*change.use)) {
      return;
    }
    if (change.elsewhere.empty()) {
      dropped_.insert(&change);
      return;
    }
    ShowAt(change, change.elsewhere.front());
    change.elsewhere.pop_back();  // What it was shown at before.
  }

  /// From now on the change is told of where that use shows it; where it was told of becomes the
  /// last of the other places.
  void ShowAt(Change& change, Sighting sighting) const {
    Change seen = differences_.schemas->SeenAt(sighting);
    seen.strict = change.strict;
    seen.elsewhere = std::move(change.elsewhere);
    std::erase(seen.elsewhere, seen.sighting);
    seen.elsewhere.push_back(change.sighting);
    change = std::move(seen);
  }

  /// Whether the change is why some use refuses something; one that shows it is enough.
  bool Weigh(FlowJudge& judge, Change& change) {
    // A change that refuses something by itself mostly does so wherever it shows.
    constexpr std::size_t kMostTries = 8;
    std::size_t tries = 0;
    bool doubtful = false;
    const auto is_reason = [&](const Change& seen) {
      ++tries;
      const Part& part = judge.PartOf(seen);
      doubtful = doubtful || part.kind == Part::Kind::kDoubtful;
      return part.kind == Part::Kind::kProved;
    };
    const auto is_refused = [&](const SchemaUse& use) {
      return judge.Of(use).inclusion == Inclusion::kNo;
    };
    if (is_refused(*change.use) && is_reason(change)) {
      Prove(judge, change, judge.PartOf(change).payload);
      return true;
    }
    for (std::size_t i = 0; i < change.elsewhere.size() && tries < kMostTries; ++i) {
      const Sighting sighting = change.elsewhere[i];
      if (!is_refused(differences_.schemas->UseOf(sighting))) {
        continue;
      }
      const Change seen = differences_.schemas->SeenAt(sighting);
      if (is_reason(seen)) {
        ShowAt(change, sighting);
        Prove(judge, change, judge.PartOf(change).payload);
        return true;
      }
    }
    if (doubtful) {
      change.strict = Severity::kWarning;
      change.help =
          "by itself it refuses what was fine, but no whole payload was found that "
          "shows it";
    }
    return false;
  }

  /// Of a use that refuses something for which no change was found: the innermost change that has
  /// to do with it, else the use itself.
  void Explain(FlowJudge& judge, const SchemaUse& use, const Verdict& verdict) {
    Change* reason = nullptr;
    Sighting place;
    std::size_t depth = 0;
    const auto take = [&](Change& change, const Sighting& sighting) {
      const std::string path = differences_.schemas->SchemaPathOf(sighting);
      if (reason == nullptr || depth < path.size()) {
        reason = &change;
        place = sighting;
        depth = path.size();
      }
    };
    for (Change* change : ShownIn(use)) {
      if (!MayRefuse(*change) || !judge.IsInvolved(*change, use, verdict.payload)) {
        continue;
      }
      if (change->use == &use) {
        take(*change, change->sighting);
      }
      for (const Sighting& sighting : change->elsewhere) {
        if (&differences_.schemas->UseOf(sighting) == &use) {
          take(*change, sighting);
        }
      }
    }
    if (reason == nullptr) {
      reason = &AddOwn(use, RefusedRule(use));
      reason->message =
          fmt::format("{}: {}",
                      use.where,
                      use.flow == Flow::kRequest ? "what was accepted is refused"
                                                 : "what can come was ruled out before");
    } else if (reason->sighting != place) {
      ShowAt(*reason, place);
    }
    Prove(judge, *reason, verdict.payload);
  }

  void Prove(const FlowJudge& judge, Change& change, const DocumentPtr& payload) {
    change.strict = Severity::kError;
    change.help.clear();
    const SchemaEditRow* row = EditOf(change);
    if (row != nullptr && judge.IsOpen(change) && IsOpenContent(row->edit)) {
      change.strict = Severity::kWarning;
      change.help =
          "the object is open: this only concerns members of that name which the "
          "description said nothing about (open-content)";
    } else if (IsOasdiffRule(*change.rule) && change.rule->severity != Severity::kError) {
      change.help = fmt::format("a severity for '{}' lowers this; oasdiff says {}",
                                change.rule->id,
                                ToString(change.rule->severity));
    }
    if (options_.witnesses) {
      change.witnesses = {WitnessOf(judge, *change.use, payload)};
    }
  }

  /// A member that one version describes and the other leaves open.
  static bool IsOpenContent(SchemaEdit edit) {
    return edit == SchemaEdit::kNewOptionalProperty || edit == SchemaEdit::kOptionalPropertyAdded ||
           edit == SchemaEdit::kPropertyRemoved || edit == SchemaEdit::kOptionalPropertyRemoved;
  }

  static finding::Witness WitnessOf(const FlowJudge& judge,
                                    const SchemaUse& use,
                                    const DocumentPtr& payload) {
    finding::Witness witness;
    witness.direction = finding::Direction::kOldClientNewServer;
    witness.type = TypeOf(use);
    witness.written = document::WriteJson(payload->root(), {.indent = 0});
    witness.read =
        fmt::format("refused by the {} version", use.flow == Flow::kRequest ? "new" : "old");
    if (const std::string why = judge.Refusal(use, payload); !why.empty()) {
      witness.read += ": " + why;
    }
    return witness;
  }

  void AddUndecided(const SchemaUse& use, const Verdict& verdict) {
    Change& change = AddOwn(use, UndecidedRule(use));
    change.message = fmt::format("{}: whether {} could not be decided: {}",
                                 use.where,
                                 use.flow == Flow::kRequest ? "all that was accepted still is"
                                                            : "all that can come could come before",
                                 verdict.reason == schema::UnknownReason::kNone
                                     ? "the schema cannot be used"
                                     : schema::InWords(verdict.reason));
    change.help = options_.explain_unknown && !verdict.detail.empty()
                      ? verdict.detail
                      : "--explain-unknown tells what would be needed";
    const std::vector<Change*>& shown = ShownIn(use);
    const auto possible =
        std::ranges::find_if(shown, [](const Change* c) { return MayRefuse(*c); });
    if (possible != shown.end()) {
      change.before = (*possible)->before;
      change.after = (*possible)->after;
      change.schema_path = (*possible)->schema_path;
    }
  }

  Change& AddOwn(const SchemaUse& use, const finding::RuleInfo& rule) {
    Change change;
    change.rule = &rule;
    change.strict = rule.severity;
    change.method = use.method;
    change.path = use.path;
    change.operation_id = use.operation_id;
    change.use = &use;
    change.before = {before_.Resolve(use.before), {}};
    change.after = {after_.Resolve(use.after), {}};
    change.schema_before = use.before;
    change.schema_after = use.after;
    return added_.emplace_back(std::move(change));
  }

  const openapi::Description& before_;
  const openapi::Description& after_;
  const OpenApiOptions& options_;
  Differences& differences_;
  std::unordered_map<const SchemaUse*, std::vector<Change*>> by_use_;
  std::unordered_set<const Change*> dropped_;
  std::deque<Change> added_;
};

}  // namespace

void JudgeSchemas(const openapi::Description& before,
                  const openapi::Description& after,
                  const OpenApiOptions& options,
                  Differences& differences) {
  UsesJudge(before, after, options, differences).Run();
}

}  // namespace accord::breaking::api
