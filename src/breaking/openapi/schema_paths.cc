#include "breaking/openapi/schema_paths.h"

#include <unordered_set>

namespace accord::breaking::api {

namespace {

// As long as fewer places were visited, a pair is looked at in every place it is reached.
constexpr std::size_t kManyPlaces = 200;

/// A pair on a way, and the place before it.
struct Stop {
  std::size_t pair = 0;
  std::size_t from = 0;
  const SchemaStep* step = nullptr;
};

class Traveller {
 public:
  explicit Traveller(SchemaGraph& graph) : graph_(graph) {}

  SchemaPaths From(std::size_t root) {
    stops_.push_back({root});
    seen_.insert(root);
    SchemaPaths out;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
      const SchemaPair& pair = graph_.At(stops_[i].pair);
      if (!pair.findings.empty()) {
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
    for (; stops_[stop].step != nullptr; stop = stops_[stop].from) {
      steps.push_back(stops_[stop].step);
    }
    SchemaPath path;
    path.root = steps.empty();
    path.pair = steps.empty() ? stops_[stop].pair : steps.front()->pair;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      path.pointer += (*step)->pointer;
      path.parent = path.Prefix();
      path.property.clear();
      if ((*step)->property) {
        path.property = (*step)->segment;
        continue;
      }
      path.parent += path.parent.empty() && !(*step)->with_slash ? "" : "/";
      path.parent += (*step)->segment;
    }
    return path;
  }

  SchemaGraph& graph_;
  std::vector<Stop> stops_;
  std::unordered_set<std::size_t> seen_;
};

}  // namespace

std::string SchemaPath::Prefix() const {
  return property.empty() ? parent : Full();
}

SchemaPaths PathsFrom(SchemaGraph& graph, std::size_t root) {
  return Traveller(graph).From(root);
}

}  // namespace accord::breaking::api
