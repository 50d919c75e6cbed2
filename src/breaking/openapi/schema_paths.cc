#include "breaking/openapi/schema_paths.h"

#include <algorithm>
#include <unordered_set>

namespace accord::breaking::api {

namespace {

// As long as fewer places were visited, a pair is looked at in every place it is reached.
constexpr std::size_t kManyPlaces = 200;
// Of a longer way, only its last steps are written.
constexpr std::size_t kShownSteps = 100;

}  // namespace

SchemaWays::SchemaWays(SchemaGraph& graph,
                       std::size_t root,
                       const std::unordered_set<std::size_t>& left_out) {
  std::unordered_set<std::uint32_t> seen;
  stops_.push_back({static_cast<std::uint32_t>(root)});
  seen.insert(stops_.front().pair);
  for (std::uint32_t i = 0; i < stops_.size(); ++i) {
    const SchemaPair& pair = graph.At(stops_[i].pair);
    if (!pair.findings.empty() && !left_out.contains(stops_[i].pair)) {
      ends_.push_back(i);
    }
    for (const SchemaStep& step : pair.steps) {
      const auto next = static_cast<std::uint32_t>(step.pair);
      if (seen.insert(next).second || (stops_.size() < kManyPlaces && !IsOnTheWayTo(i, next))) {
        stops_.push_back({next, i, &step});
      }
    }
  }
}

bool SchemaWays::IsOnTheWayTo(std::uint32_t stop, std::uint32_t pair) const {
  while (stops_[stop].step != nullptr && stops_[stop].pair != pair) {
    stop = stops_[stop].from;
  }
  return stops_[stop].pair == pair;
}

SchemaPath SchemaWays::PathTo(std::uint32_t end) const {
  std::vector<const SchemaStep*> steps;
  SchemaPath path;
  path.pair = stops_[end].pair;
  path.root = IsRoot(end);
  for (; stops_[end].step != nullptr && steps.size() < kShownSteps; end = stops_[end].from) {
    steps.push_back(stops_[end].step);
  }
  if (stops_[end].step != nullptr) {
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

std::string SchemaPath::Prefix() const {
  return property.empty() ? parent : Full();
}

}  // namespace accord::breaking::api
