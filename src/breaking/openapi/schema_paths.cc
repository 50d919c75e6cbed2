#include "breaking/openapi/schema_paths.h"

#include <algorithm>
#include <unordered_set>

namespace accord::breaking::api {

namespace {

// As long as fewer places were visited, a pair is looked at in every place it is reached.
constexpr std::size_t kManyPlaces = 200;
// Of a longer way, only its last steps are written.
constexpr std::size_t kShownSteps = 100;

/// A pair on a way, and the place before it.
struct Stop {
  std::size_t pair = 0;
  std::size_t from = 0;
  const SchemaStep* step = nullptr;
};

class Traveller {
 public:
  Traveller(SchemaGraph& graph, const std::unordered_set<std::size_t>& left_out)
      : graph_(graph), left_out_(left_out) {}

  SchemaPaths From(std::size_t root) {
    stops_.push_back({root});
    seen_.insert(root);
    SchemaPaths out;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
      const SchemaPair& pair = graph_.At(stops_[i].pair);
      if (!pair.findings.empty() && !left_out_.contains(stops_[i].pair)) {
        out.push_back(PathTo(i));
      }
      for (const SchemaStep& step : pair.steps) {
        if (Enters(step.pair, i)) {
          stops_.push_back({step.pair, i, &step});
        }
      }
    }
    return out;
  }

 private:
  bool Enters(std::size_t pair, std::size_t from) {
    if (seen_.insert(pair).second) {
      return true;
    }
    return stops_.size() < kManyPlaces && !IsOnTheWayTo(from, pair);
  }

  bool IsOnTheWayTo(std::size_t stop, std::size_t pair) const {
    while (stops_[stop].step != nullptr && stops_[stop].pair != pair) {
      stop = stops_[stop].from;
    }
    return stops_[stop].pair == pair;
  }

  SchemaPath PathTo(std::size_t stop) const {
    std::vector<const SchemaStep*> steps;
    SchemaPath path;
    path.pair = stops_[stop].pair;
    path.root = stops_[stop].step == nullptr;
    for (; stops_[stop].step != nullptr && steps.size() < kShownSteps; stop = stops_[stop].from) {
      steps.push_back(stops_[stop].step);
    }
    if (stops_[stop].step != nullptr) {
      path.property = "…";
      path.pointer = "/…";
    }
    std::ranges::reverse(steps);
    for (const SchemaStep* step : steps) {
      path.pointer += step->pointer;
      path.parent = path.Prefix();
      path.property.clear();
      if (step->property) {
        path.property = step->segment;
        continue;
      }
      path.parent += path.parent.empty() && !step->with_slash ? "" : "/";
      path.parent += step->segment;
    }
    return path;
  }

  SchemaGraph& graph_;
  const std::unordered_set<std::size_t>& left_out_;
  std::vector<Stop> stops_;
  std::unordered_set<std::size_t> seen_;
};

}  // namespace

std::string SchemaPath::Prefix() const {
  return property.empty() ? parent : Full();
}

SchemaPaths PathsFrom(SchemaGraph& graph,
                      std::size_t root,
                      const std::unordered_set<std::size_t>& left_out) {
  return Traveller(graph, left_out).From(root);
}

}  // namespace accord::breaking::api
