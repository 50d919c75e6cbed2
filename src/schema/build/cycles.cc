#include "schema/build/cycles.h"

#include <unordered_map>
#include <vector>

#include "accord/schema/schema.h"

#include "schema/build/in_place.h"

namespace accord::schema {
namespace {

constexpr std::size_t kMostCycles = 20;
constexpr std::size_t kShownSteps = 50;

bool IsReference(std::string_view keyword) {
  return keyword.ends_with("Ref") || keyword == "$ref";
}

// A depth-first walk along what is applied in place. The stack is its own, because a chain may be
// as long as the document.
class CycleSearch {
 public:
  explicit CycleSearch(SchemaFaults& faults) : faults_(faults) {}

  void From(const SchemaNode& start) {
    if (states_.find(&start) != states_.end()) {
      return;
    }
    Enter(start);
    while (!path_.empty()) {
      Visit& visit = path_.back();
      if (visit.next == visit.steps.size()) {
        states_[visit.node] = State::kDone;
        path_.pop_back();
        continue;
      }
      const SchemaNode& next = *visit.steps[visit.next++].schema;
      const auto state = states_.find(&next);
      if (state == states_.end()) {
        Enter(next);
      } else if (state->second == State::kOnPath) {
        Report(next);
      }
    }
  }

  std::vector<const SchemaNode*> Take() { return std::move(closing_); }

 private:
  enum class State : std::uint8_t { kOnPath, kDone };
  struct Visit {
    const SchemaNode* node;
    std::vector<InPlaceStep> steps;
    std::size_t next = 0;

    const InPlaceStep& taken() const { return steps[next - 1]; }
  };

  void Enter(const SchemaNode& node) {
    states_.emplace(&node, State::kOnPath);
    path_.push_back({&node, InPlaceSteps(node)});
  }

  void Report(const SchemaNode& back_to) {
    closing_.push_back(&back_to);
    if (++reported_ > kMostCycles) {
      return;
    }
    std::size_t first = path_.size() - 1;
    while (path_[first].node != &back_to) {
      --first;
    }
    std::string chain;
    std::vector<finding::Related> places;
    for (std::size_t i = first; i < path_.size() && places.size() < kShownSteps; ++i) {
      const Visit& visit = path_[i];
      if (IsReference(visit.taken().keyword)) {
        chain += Quoted(AbsoluteLocation(*visit.node, visit.taken().keyword)) + " → ";
        places.push_back({"leads on from here", SpanOf(*visit.node, visit.taken().keyword)});
      }
    }
    finding::Finding cycle = finding::Make(
        kSchemaReferenceCycle,
        "references go in a circle without looking into the instance: " + chain + "and again",
        places.empty() ? finding::Span{} : places.front().span);
    if (!places.empty()) {
      cycle.related.assign(places.begin() + 1, places.end());
    }
    faults_.Add(std::move(cycle));
  }

  SchemaFaults& faults_;
  std::unordered_map<const SchemaNode*, State> states_;
  std::vector<Visit> path_;
  std::size_t reported_ = 0;
  std::vector<const SchemaNode*> closing_;  // Where circles close.
};

}  // namespace

std::vector<const SchemaNode*> FindReferenceCycles(const std::deque<SchemaNode>& nodes,
                                                   SchemaFaults& faults) {
  CycleSearch search(faults);
  for (const SchemaNode& node : nodes) {
    if (node.ref != nullptr || node.dynamic_ref) {
      search.From(node);
    }
  }
  return search.Take();
}

}  // namespace accord::schema
