#include "schema/trace/failures.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "schema/trace/closeness.h"
#include "schema/trace/wording.h"

namespace accord::schema {
namespace {

bool IsUnion(const Step& keyword) {
  return keyword.keyword == "anyOf" || keyword.keyword == "oneOf";
}

bool RejectsWhole(const Failure& failure) {
  return failure.merged || failure.step->keyword == "type" || failure.step->keyword == "enum" ||
         failure.step->keyword == "const";
}

std::uint32_t BeginOf(const Place& place) {
  const bool is_name = place.way == Way::kName;
  return is_name ? place.above->value->members()[place.position].key_begin : place.value->begin();
}

// A superfluous property is the fault of the object that has it.
std::size_t DepthOf(const Failure& failure) {
  const bool superfluous = failure.keyword != nullptr && failure.place->way == Way::kMember;
  return failure.place->depth - (superfluous ? 1 : 0);
}

// Greater is closer.
using Closeness = std::tuple<Tag, bool, std::size_t, std::ptrdiff_t>;

struct Branch {
  const Step* step = nullptr;
  std::vector<Failure> failures = {};
  Closeness closeness = {};
};

Closeness ClosenessOf(const Step& with_union,
                      const Step& branch,
                      const std::vector<Failure>& failures,
                      const Place& place) {
  bool right_type = true;
  std::size_t depth = 0;
  for (const Failure& failure : failures) {
    right_type = right_type && !(failure.place == &place && failure.step->keyword == "type");
    depth = std::max(depth, DepthOf(failure));
  }
  return {TagOf(*with_union.schema, *branch.schema, *place.value),
          right_type,
          depth,
          -static_cast<std::ptrdiff_t>(failures.size())};
}

}  // namespace

FailureList::FailureList(const Step& root) {
  places_.push_back({.value = root.instance});
  std::vector<Failure> all;
  if (!root.valid && root.children.empty()) {
    all.push_back({.step = &root, .place = &places_.front()});
  }
  Collect(root, places_.front(), all);
  // One schema may be applied to one value along several paths.
  std::set<std::tuple<const SchemaNode*, std::string_view, const document::Node*, std::size_t>> met;
  for (Failure& failure : all) {
    const std::size_t which = failure.step->matches.empty() ? 0 : failure.step->matches[0];
    if (met.emplace(failure.step->schema, failure.step->keyword, failure.step->instance, which)
            .second) {
      failures_.push_back(failure);
    }
  }
  std::stable_sort(failures_.begin(), failures_.end(), [](const Failure& a, const Failure& b) {
    return BeginOf(*a.place) < BeginOf(*b.place);
  });
}

const Place& FailureList::PlaceOf(const Step& child, const Place& place) {
  if (child.way == Way::kSame) {
    return place;
  }
  return places_.emplace_back(Place{.above = &place,
                                    .way = child.way,
                                    .position = child.position,
                                    .value = child.instance,
                                    .depth = place.depth + 1});
}

void FailureList::Collect(const Step& schema, const Place& place, std::vector<Failure>& out) {
  for (const Step& keyword : schema.children) {
    if (!keyword.valid) {
      CollectKeyword(keyword, place, out);
    }
  }
}

void FailureList::CollectKeyword(const Step& keyword,
                                 const Place& place,
                                 std::vector<Failure>& out) {
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
  for (const Step& child : keyword.children) {
    if (child.valid) {
      continue;
    }
    const Place& below = PlaceOf(child, place);
    if (child.children.empty()) {
      out.push_back({.step = &child, .keyword = &keyword, .place = &below});
    } else {
      Collect(child, below, out);
    }
  }
}

void FailureList::CollectUnion(const Step& keyword, const Place& place, std::vector<Failure>& out) {
  std::vector<Branch> branches;
  bool whole = true;
  for (const Step& child : keyword.children) {
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
    out.push_back({.step = &keyword, .place = &place, .in = &failed, .merged = true});
    return;
  }
  failed.around = closest->failures.front().in;
  closest->failures.front().in = &failed;
  out.insert(out.end(), closest->failures.begin(), closest->failures.end());
}

}  // namespace accord::schema
