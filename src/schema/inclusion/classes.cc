#include "schema/inclusion/classes.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "schema/inclusion/interner.h"
#include "schema/inclusion/keyword_text.h"

namespace accord::schema::inclusion {
namespace {

/// Nodes looked at while recursive parts are refined; beyond this they count as all different.
constexpr std::size_t kMaxRefinement = 20000000;

}  // namespace

/// Splits the nodes of cycles into blocks until all of a block say the same about equal blocks. Of
/// a block that is split the largest part keeps its number, so that few nodes are looked at again.
class Refinement {
 public:
  Refinement(const SchemaClasses& classes,
             const SchemaClasses::IndexLists& parents,
             std::vector<std::uint32_t> open,
             std::vector<ClassId>& ids)
      : classes_(classes), parents_(parents), ids_(ids) {
    first_ = static_cast<ClassId>(classes.members_.size());
    for (const std::uint32_t index : open) {
      ids_[index] = first_;
    }
    blocks_.push_back(std::move(open));
    dirty_.push_back(0);
    is_dirty_.push_back(true);
  }

  /// False when it took too long.
  bool Run() {
    while (!dirty_.empty()) {
      const std::size_t block = dirty_.back();
      dirty_.pop_back();
      is_dirty_[block] = false;
      cost_ += blocks_[block].size();
      if (cost_ > kMaxRefinement) {
        return false;
      }
      Split(block);
    }
    return true;
  }

 private:
  void Split(std::size_t block) {
    Interner keys;
    std::vector<std::vector<std::uint32_t>> parts;
    for (const std::uint32_t index : blocks_[block]) {
      const std::uint32_t part =
          keys.NumberOf(classes_.KeyOf(classes_.entries_[index], ids_, room_));
      parts.resize(keys.size());
      parts[part].push_back(index);
    }
    if (parts.size() < 2) {
      return;
    }
    const auto largest = std::ranges::max_element(parts, {}, &std::vector<std::uint32_t>::size);
    blocks_[block] = std::move(*largest);
    parts.erase(largest);
    std::vector<std::uint32_t> moved;
    for (std::vector<std::uint32_t>& part : parts) {
      for (const std::uint32_t index : part) {
        ids_[index] = static_cast<ClassId>(first_ + blocks_.size());
        moved.push_back(index);
      }
      blocks_.push_back(std::move(part));
      is_dirty_.push_back(false);
    }
    for (const std::uint32_t index : moved) {
      for (const std::uint32_t parent : parents_[index]) {
        MarkDirty(parent);
      }
    }
  }

  void MarkDirty(std::uint32_t index) {
    if (ids_[index] < first_) {
      return;
    }
    const std::size_t block = ids_[index] - first_;
    if (!is_dirty_[block]) {
      is_dirty_[block] = true;
      dirty_.push_back(block);
    }
  }

  const SchemaClasses& classes_;
  const SchemaClasses::IndexLists& parents_;
  std::vector<ClassId>& ids_;
  std::vector<std::uint32_t> room_;
  ClassId first_ = 0;
  std::vector<std::vector<std::uint32_t>> blocks_;
  std::vector<std::size_t> dirty_;
  std::vector<bool> is_dirty_;
  std::size_t cost_ = 0;
};

/// Finds all that can be reached, and what each node says by itself.
class SchemaClasses::Collector {
 public:
  explicit Collector(SchemaClasses& classes)
      : classes_(classes), bare_(texts_.NumberOf(std::string_view())) {}

  /// The entries of the schema begin at `first`.
  void Collect(const Schema& schema, std::uint32_t first) {
    for (const SchemaNode* root : schema.roots()) {
      Reach(*root, first);
    }
    while (!waiting_.empty()) {
      const std::uint32_t index = waiting_.back();
      waiting_.pop_back();
      Describe(index, first);
    }
  }

  /// Nodes with a dynamic reference.
  const std::vector<std::uint32_t>& dynamic() const { return dynamic_; }

 private:
  std::uint32_t Reach(const SchemaNode& node, std::uint32_t first) {
    const std::uint32_t index = first + node.number;
    Entry& entry = classes_.entries_[index];
    if (entry.node == nullptr) {
      entry.node = &node;
      waiting_.push_back(index);
    }
    return index;
  }

  void Describe(std::uint32_t index, std::uint32_t first) {
    Entry& entry = classes_.entries_[index];
    TakeApart(*entry.node, text_, found_);
    entry.keywords = texts_.NumberOf(text_);
    entry.ends = found_.ends;
    entry.first_child = static_cast<std::uint32_t>(classes_.children_.size());
    for (const SchemaNode* child : found_.nodes) {
      classes_.children_.push_back(Reach(*child, first));
    }
    if (found_.nodes.size() == 1 && entry.keywords == bare_) {
      classes_.alias_[index] = classes_.children_.back();
    }
    if (entry.node->dynamic_ref && entry.node->dynamic_ref->anchor) {
      dynamic_.push_back(index);
    }
  }

  SchemaClasses& classes_;
  Interner texts_;
  std::uint32_t bare_;  // Text of a node without keywords of its own.
  std::vector<std::uint32_t> waiting_;
  std::vector<std::uint32_t> dynamic_;
  std::string text_;  // Working space.
  Children found_;    // Working space.
};

SchemaClasses::SchemaClasses(const Schema& a, const Schema& b)
    : a_(a), b_(b), second_(&a == &b ? 0 : static_cast<std::uint32_t>(a.size())) {
  entries_.resize(second_ + b.size());
  alias_.resize(entries_.size());
  std::iota(alias_.begin(), alias_.end(), 0);
  Collector collector(*this);
  collector.Collect(a, 0);
  collector.Collect(b, second_);
  FollowAliases();
  const IndexLists parents = Parents();
  NumberAcyclic(parents);
  NumberCyclic(parents);
  MarkDynamic(collector.dynamic());
}

std::optional<std::uint32_t> SchemaClasses::FindIndex(const SchemaNode& node) const {
  for (const std::uint32_t first : {std::uint32_t{0}, second_}) {
    const std::uint32_t index = first + node.number;
    if (index < entries_.size() && entries_[index].node == &node) {
      return index;
    }
  }
  return std::nullopt;
}

void SchemaClasses::FollowAliases() {
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    std::uint32_t target = index;
    for (std::size_t steps = 0; alias_[target] != target && steps < entries_.size(); ++steps) {
      target = alias_[target];
    }
    alias_[target] = target;  // For one of a circle.
    // The way is shortened for those that come after, which keeps long chains linear.
    for (std::uint32_t at = index; at != target;) {
      at = std::exchange(alias_[at], target);
    }
  }
  for (std::uint32_t& child : children_) {
    child = alias_[child];
  }
}

std::string_view SchemaClasses::KeyOf(const Entry& entry,
                                      const std::vector<ClassId>& ids,
                                      std::vector<std::uint32_t>& room) const {
  room.assign(entry.ends.begin(), entry.ends.end());
  room.push_back(entry.keywords);
  const auto own = static_cast<std::ptrdiff_t>(room.size());
  for (const std::uint32_t child : ChildrenOf(entry)) {
    room.push_back(ids[child]);
  }
  const auto children = room.begin() + own;
  for (std::size_t part = 1; part < entry.ends.size(); ++part) {
    std::sort(children + entry.ends[part - 1], children + entry.ends[part]);
  }
  return {reinterpret_cast<const char*>(room.data()), room.size() * sizeof(room.front())};
}

SchemaClasses::IndexLists SchemaClasses::Parents() const {
  IndexLists parents;
  std::vector<std::uint32_t>& begins = parents.begins;
  begins.resize(entries_.size() + 1);
  for (const std::uint32_t child : children_) {
    ++begins[child];
  }
  std::inclusive_scan(begins.begin(), begins.end(), begins.begin());
  parents.indices.resize(children_.size());
  // Filled from the end, so that each begin comes out where it should be.
  for (auto index = static_cast<std::uint32_t>(entries_.size()); index-- > 0;) {
    for (const std::uint32_t child : ChildrenOf(entries_[index])) {
      parents.indices[--begins[child]] = index;
    }
  }
  return parents;
}

void SchemaClasses::NumberAcyclic(const IndexLists& parents) {
  std::vector<std::uint32_t> missing(entries_.size());
  std::vector<ClassId> ids(entries_.size());
  std::vector<std::uint32_t> ready;
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    missing[index] = entries_[index].ends.back();
    if (missing[index] == 0 && entries_[index].node != nullptr) {
      ready.push_back(index);
    }
  }
  Interner keys;
  std::vector<std::uint32_t> room;
  while (!ready.empty()) {
    const std::uint32_t index = ready.back();
    ready.pop_back();
    Entry& entry = entries_[index];
    entry.id = ids[index] = keys.NumberOf(KeyOf(entry, ids, room));
    entry.done = true;
    if (keys.size() > members_.size()) {
      members_.push_back({entry.node});
    }
    for (const std::uint32_t parent : parents[index]) {
      if (--missing[parent] == 0) {
        ready.push_back(parent);
      }
    }
  }
}

void SchemaClasses::NumberCyclic(const IndexLists& parents) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    if (!entries_[index].done && entries_[index].node != nullptr) {
      open.push_back(index);
    }
  }
  if (open.empty()) {
    return;
  }
  std::vector<ClassId> ids;
  ids.reserve(entries_.size());
  for (const Entry& entry : entries_) {
    ids.push_back(entry.id);
  }
  const bool stable = Refinement(*this, parents, open, ids).Run();
  std::unordered_map<ClassId, ClassId> numbers;
  for (const std::uint32_t index : open) {
    const auto [found, added] =
        numbers.try_emplace(stable ? ids[index] : index, static_cast<ClassId>(members_.size()));
    if (added) {
      members_.push_back({entries_[index].node});
    }
    entries_[index].id = found->second;
  }
}

void SchemaClasses::MarkDynamic(const std::vector<std::uint32_t>& dynamic) {
  if (dynamic.empty()) {
    return;
  }
  std::vector<ClassId> todo;
  for (const std::uint32_t index : dynamic) {
    todo.push_back(entries_[index].id);
    members_[todo.back()].dynamic = true;
  }
  std::vector<std::vector<ClassId>> parents(members_.size());
  for (const Entry& entry : entries_) {
    for (const std::uint32_t child : ChildrenOf(entry)) {
      parents[entries_[child].id].push_back(entry.id);
    }
  }
  while (!todo.empty()) {
    const ClassId id = todo.back();
    todo.pop_back();
    for (const ClassId parent : parents[id]) {
      if (!members_[parent].dynamic) {
        members_[parent].dynamic = true;
        todo.push_back(parent);
      }
    }
  }
}

}  // namespace accord::schema::inclusion
