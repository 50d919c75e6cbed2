#include "schema/trace/failures.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "schema/trace/closeness.h"
#include "schema/trace/wording.h"

namespace accord::schema {
namespace {

bool IsUnion(const TraceStep& keyword) {
  return keyword.keyword == "anyOf" || keyword.keyword == "oneOf";
}

bool RejectsWhole(const TraceFailure& failure) {
  return failure.merged != nullptr || failure.step->keyword == "type" ||
         failure.step->keyword == "enum" || failure.step->keyword == "const";
}

std::uint32_t BeginOf(const TracePlace& place) {
  const bool is_name = place.way == Way::kName;
  return is_name ? place.above->value->members()[place.position].key_begin : place.value->begin();
}

// A superfluous property is the fault of the object that has it.
std::size_t DepthOf(const TraceFailure& failure) {
  const bool superfluous = failure.keyword != nullptr && failure.place->way == Way::kMember;
  return failure.place->depth - (superfluous ? 1 : 0);
}

// Greater is closer.
using Closeness = std::tuple<Tag, bool, std::size_t, std::ptrdiff_t>;

struct Branch {
  const TraceStep* step = nullptr;
  std::vector<TraceFailure> failures = {};
  Closeness closeness = {};
};

Closeness ClosenessOf(const TraceStep& with_union,
                      const TraceStep& branch,
                      const std::vector<TraceFailure>& failures,
                      const TracePlace& place) {
  bool right_type = true;
  std::size_t depth = 0;
  for (const TraceFailure& failure : failures) {
    const bool of_type = failure.merged != nullptr || failure.step->keyword == "type";
    right_type = right_type && !(failure.place == &place && of_type);
    depth = std::max(depth, DepthOf(failure));
  }
  return {TagOf(*with_union.schema, *branch.schema, *place.value),
          right_type,
          depth,
          -static_cast<std::ptrdiff_t>(failures.size())};
}

}  // namespace

TraceFailures::TraceFailures(const TraceStep& root) {
  places_.push_back({.value = root.instance});
  std::vector<TraceFailure> all;
  if (!root.valid && root.children.empty()) {
    all.push_back({.step = &root, .place = &places_.front()});
  }
  Collect(root, places_.front(), all);
  // One schema may be applied to one value along several paths.
  std::set<std::tuple<const SchemaNode*, std::string_view, const document::Node*, std::size_t>> met;
  for (TraceFailure& failure : all) {
    const std::size_t which = failure.step->matches.empty() ? 0 : failure.step->matches[0];
    if (met.emplace(failure.step->schema, failure.step->keyword, failure.step->instance, which)
            .second) {
      failures_.push_back(failure);
    }
  }
  std::stable_sort(
      failures_.begin(), failures_.end(), [](const TraceFailure& a, const TraceFailure& b) {
        return BeginOf(*a.place) < BeginOf(*b.place);
      });
}

const TracePlace& TraceFailures::PlaceOf(const TraceStep& child, const TracePlace& place) {
  if (child.way == Way::kSame) {
    return place;
  }
  return places_.emplace_back(TracePlace{.above = &place,
                                         .way = child.way,
                                         .position = child.position,
                                         .value = child.instance,
                                         .depth = place.depth + 1});
}

void TraceFailures::Collect(const TraceStep& schema,
                            const TracePlace& place,
                            std::vector<TraceFailure>& out) {
  for (const TraceStep& keyword : schema.children) {
    if (!keyword.valid) {
      CollectKeyword(keyword, place, out);
    }
  }
}

void TraceFailures::CollectKeyword(const TraceStep& keyword,
                                   const TracePlace& place,
                                   std::vector<TraceFailure>& out) {
  const bool inside = Complain(keyword).text.empty();  // Only something inside it fails.
  if (!inside) {
    out.push_back({.step = &keyword, .place = &place});
  }
  if (inside && IsUnion(keyword)) {
    CollectUnion(keyword, place, out);
    return;
  }
  if (!inside && !keyword.keyword.starts_with("depend")) {
    return;
  }
  for (const TraceStep& child : keyword.children) {
    if (child.valid) {
      continue;
    }
    const TracePlace& below = PlaceOf(child, place);
    if (child.children.empty()) {
      out.push_back({.step = &child, .keyword = &keyword, .place = &below});
    } else {
      Collect(child, below, out);
    }
  }
}

void TraceFailures::CollectUnion(const TraceStep& keyword,
                                 const TracePlace& place,
                                 std::vector<TraceFailure>& out) {
  std::vector<Branch> branches;
  bool whole = true;
  for (const TraceStep& child : keyword.children) {
    Branch& branch = branches.emplace_back(Branch{.step = &child});
    if (child.children.empty()) {
      branch.failures.push_back({.step = &child, .keyword = &keyword, .place = &place});
    } else {
      Collect(child, place, branch.failures);
    }
    branch.closeness = ClosenessOf(keyword, child, branch.failures, place);
    whole = whole && branch.failures.size() == 1 && branch.failures[0].place == &place &&
            RejectsWhole(branch.failures[0]);
  }
  const auto closest =
      std::max_element(branches.begin(), branches.end(), [](const Branch& a, const Branch& b) {
        return a.closeness < b.closeness;
      });
  FailedUnion& failed = unions_.emplace_back(FailedUnion{.keyword = &keyword});
  for (auto branch = branches.begin(); branch != branches.end(); ++branch) {
    if ((whole || branch != closest) && !branch->failures.empty()) {
      failed.others.push_back(branch->failures.front());
      failed.alternatives.push_back(branch->step->schema);
    }
  }
  if (whole) {
    out.push_back({.step = &keyword, .place = &place, .in = &failed, .merged = &failed});
    return;
  }
  failed.around = closest->failures.front().in;
  closest->failures.front().in = &failed;
  out.insert(out.end(), closest->failures.begin(), closest->failures.end());
}

}  // namespace accord::schema
