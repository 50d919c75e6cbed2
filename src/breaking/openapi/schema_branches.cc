#include "breaking/openapi/schema_branches.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

namespace accord::breaking::api {

using document::Value;

namespace {

using Branches = std::vector<const Branch*>;

Branches Select(const std::vector<Branch>& branches, bool refers) {
  Branches out;
  for (const Branch& branch : branches) {
    if (branch.refers() == refers) {
      out.push_back(&branch);
    }
  }
  return out;
}

/// Takes pairs that fit each other out of both lists.
void TakePairs(Branches& before,
               Branches& after,
               const std::function<bool(const Branch&, const Branch&)>& fits,
               const std::function<void(const Branch&, const Branch&)>& use) {
  std::erase_if(before, [&](const Branch* old_one) {
    const auto found =
        std::ranges::find_if(after, [&](const Branch* one) { return fits(*old_one, *one); });
    if (found == after.end()) {
      return false;
    }
    use(*old_one, **found);
    after.erase(found);
    return true;
  });
}

}  // namespace

std::string Branch::Name() const {
  if (const std::string_view reference = view.reference(); !reference.empty()) {
    return fmt::format("#/components/schemas/{}", reference.substr(reference.rfind('/') + 1));
  }
  return title().empty() ? fmt::format("subschema #{}", index + 1)
                         : fmt::format("subschema #{}: {}", index + 1, title());
}

std::string Branch::FullName() const {
  return title().empty() ? Name() : fmt::format("subschema #{}: {}", index + 1, title());
}

BranchLists::BranchLists(SchemaGraph& graph,
                         const SchemaView& old_schema,
                         const SchemaView& new_schema,
                         std::string_view keyword) {
  for (const Value& value : old_schema.List(keyword)) {
    before.push_back(
        {before.size(), SchemaView(graph.before(), value), graph.hashes().OfBefore(value)});
  }
  for (const Value& value : new_schema.List(keyword)) {
    after.push_back(
        {after.size(), SchemaView(graph.after(), value), graph.hashes().OfAfter(value)});
  }
}

BranchMatch MatchBranches(const BranchLists& lists) {
  BranchMatch out;
  const auto modified = [&](const Branch& a, const Branch& b) {
    out.modified.emplace_back(&a, &b);
  };
  const auto equal = [](const Branch& a, const Branch& b) { return a.hash == b.hash; };
  const auto nothing = [](const Branch& /*before*/, const Branch& /*after*/) {};

  Branches old_references = Select(lists.before, true);
  Branches new_references = Select(lists.after, true);
  TakePairs(
      old_references,
      new_references,
      [](const Branch& a, const Branch& b) { return a.view.reference() == b.view.reference(); },
      modified);

  Branches old_written = Select(lists.before, false);
  Branches new_written = Select(lists.after, false);
  TakePairs(old_written, new_written, equal, nothing);
  TakePairs(
      old_written,
      new_written,
      [](const Branch& a, const Branch& b) { return !a.title().empty() && a.title() == b.title(); },
      modified);
  if (old_written.size() == 1 && new_written.size() == 1 && old_written[0]->title().empty() &&
      new_written[0]->title().empty()) {
    modified(*old_written[0], *new_written[0]);
    old_written.clear();
    new_written.clear();
  }

  TakePairs(old_references, new_written, equal, nothing);
  TakePairs(old_written, new_references, equal, nothing);
  out.removed = std::move(old_references);
  out.removed.insert(out.removed.end(), old_written.begin(), old_written.end());
  out.added = std::move(new_references);
  out.added.insert(out.added.end(), new_written.begin(), new_written.end());
  return out;
}

}  // namespace accord::breaking::api
