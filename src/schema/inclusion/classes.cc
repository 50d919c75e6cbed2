#include "schema/inclusion/classes.h"

#include <algorithm>
#include <limits>

#include "schema/inclusion/keyword_text.h"

namespace accord::schema::inclusion {
namespace {

/// Nodes looked at while recursive parts are refined; beyond this they count as all different.
constexpr std::size_t kMaxRefinement = 20000000;

void AppendNumber(std::uint32_t number, std::string& out) {
  out.append(reinterpret_cast<const char*>(&number), sizeof(number));
}

}  // namespace

/// Splits the nodes of cycles into blocks until all of a block say the same about equal blocks. Of
/// a block that is split the largest part keeps its number, so that few nodes are looked at again.
class Refinement {
 public:
  Refinement(const SchemaClasses& classes,
             std::vector<std::uint32_t> open,
             std::vector<ClassId>& ids)
      : classes_(classes), parents_(classes.Parents()), ids_(ids) {
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
    std::unordered_map<std::string, std::vector<std::uint32_t>> parts;
    for (const std::uint32_t index : blocks_[block]) {
      parts[classes_.KeyOf(classes_.entries_[index], ids_)].push_back(index);
    }
    if (parts.size() < 2) {
      return;
    }
    auto largest = parts.begin();
    for (auto part = parts.begin(); part != parts.end(); ++part) {
      largest = part->second.size() > largest->second.size() ? part : largest;
    }
    blocks_[block] = std::move(largest->second);
    parts.erase(largest);
    std::vector<std::uint32_t> moved;
    for (auto& [key, part] : parts) {
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
  std::vector<std::vector<std::uint32_t>> parents_;
  std::vector<ClassId>& ids_;
  ClassId first_ = 0;
  std::vector<std::vector<std::uint32_t>> blocks_;
  std::vector<std::size_t> dirty_;
  std::vector<bool> is_dirty_;
  std::size_t cost_ = 0;
};

SchemaClasses::SchemaClasses(const Schema& a, const Schema& b) {
  texts_.emplace(std::string(), bare_);
  Collect(a);
  Collect(b);
  FollowAliases();
  NumberAcyclic();
  NumberCyclic();
  MarkDynamic();
}

ClassId SchemaClasses::Of(const SchemaNode& node) const {
  return entries_[alias_[indices_.at(&node)]].id;
}

std::uint32_t SchemaClasses::IndexOf(const SchemaNode& node, const Schema& schema) {
  const auto index = static_cast<std::uint32_t>(entries_.size());
  const auto [found, added] = indices_.try_emplace(&node, index);
  if (added) {
    entries_.push_back({.node = &node, .schema = &schema, .keywords = 0, .children = {}});
  }
  return found->second;
}

void SchemaClasses::Collect(const Schema& schema) {
  std::size_t next = entries_.size();
  for (const SchemaNode* root : schema.roots()) {
    IndexOf(*root, schema);
  }
  for (; next < entries_.size(); ++next) {
    Describe(static_cast<std::uint32_t>(next));
  }
}

void SchemaClasses::Describe(std::uint32_t index) {
  const SchemaNode& node = *entries_[index].node;
  const Schema& schema = *entries_[index].schema;
  text_.clear();
  AppendKeywordText(node, text_);
  CollectChildren(node, children_);
  const auto number = static_cast<std::uint32_t>(texts_.size());
  const std::uint32_t text = texts_.try_emplace(text_, number).first->second;
  std::vector<std::uint32_t> children;
  children.reserve(children_.nodes.size());
  for (const SchemaNode* child : children_.nodes) {
    children.push_back(IndexOf(*child, schema));
  }
  alias_.resize(std::max(alias_.size(), entries_.size()));
  alias_[index] = children.size() == 1 && text == bare_ ? children.front() : index;
  entries_[index].keywords = text;
  entries_[index].children = std::move(children);
  entries_[index].ends = children_.ends;
}

void SchemaClasses::FollowAliases() {
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    std::uint32_t target = index;
    for (std::size_t steps = 0; alias_[target] != target && steps < entries_.size(); ++steps) {
      target = alias_[target];
    }
    // The way is shortened for those that come after, which keeps long chains linear.
    for (std::uint32_t at = index; alias_[at] != at && at != target;) {
      const std::uint32_t next = alias_[at];
      alias_[at] = target;
      at = next;
    }
  }
  for (Entry& entry : entries_) {
    for (std::uint32_t& child : entry.children) {
      child = alias_[child];
    }
  }
}

std::string SchemaClasses::KeyOf(const Entry& entry, const std::vector<ClassId>& ids) const {
  std::string key;
  AppendNumber(entry.keywords, key);
  std::vector<ClassId> children;
  children.reserve(entry.children.size());
  for (const std::uint32_t child : entry.children) {
    children.push_back(ids[child]);
  }
  for (std::size_t part = 1; part < entry.ends.size(); ++part) {
    std::sort(children.begin() + entry.ends[part - 1], children.begin() + entry.ends[part]);
  }
  for (const std::uint32_t end : entry.ends) {
    AppendNumber(end, key);
  }
  for (const ClassId child : children) {
    AppendNumber(child, key);
  }
  return key;
}

ClassId SchemaClasses::NewClass(const Entry& entry) {
  members_.push_back({entry.node, entry.schema});
  return static_cast<ClassId>(members_.size() - 1);
}

std::vector<std::vector<std::uint32_t>> SchemaClasses::Parents() const {
  std::vector<std::vector<std::uint32_t>> parents(entries_.size());
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    for (const std::uint32_t child : entries_[index].children) {
      parents[child].push_back(index);
    }
  }
  return parents;
}

void SchemaClasses::NumberAcyclic() {
  std::vector<std::uint32_t> missing(entries_.size(), 0);
  const std::vector<std::vector<std::uint32_t>> parents = Parents();
  std::vector<std::uint32_t> ready;
  std::vector<ClassId> ids(entries_.size(), 0);
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    missing[index] = static_cast<std::uint32_t>(entries_[index].children.size());
    if (missing[index] == 0) {
      ready.push_back(index);
    }
  }
  while (!ready.empty()) {
    const std::uint32_t index = ready.back();
    ready.pop_back();
    Entry& entry = entries_[index];
    const auto [found, added] = keys_.try_emplace(KeyOf(entry, ids), 0);
    if (added) {
      found->second = NewClass(entry);
    }
    entry.id = ids[index] = found->second;
    entry.done = true;
    for (const std::uint32_t parent : parents[index]) {
      if (--missing[parent] == 0) {
        ready.push_back(parent);
      }
    }
  }
}

void SchemaClasses::NumberCyclic() {
  std::vector<std::uint32_t> open;
  std::vector<ClassId> ids(entries_.size());
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    ids[index] = entries_[index].id;
    if (!entries_[index].done) {
      open.push_back(index);
    }
  }
  if (open.empty()) {
    return;
  }
  const bool stable = Refinement(*this, open, ids).Run();
  std::unordered_map<ClassId, ClassId> numbers;
  for (const std::uint32_t index : open) {
    const auto [found, added] = numbers.try_emplace(stable ? ids[index] : index, 0);
    if (added) {
      found->second = NewClass(entries_[index]);
    }
    entries_[index].id = found->second;
  }
}

void SchemaClasses::MarkDynamic() {
  std::vector<std::vector<ClassId>> parents(members_.size());
  std::vector<ClassId> todo;
  for (std::uint32_t index = 0; index < entries_.size(); ++index) {
    const Entry& entry = entries_[index];
    for (const std::uint32_t child : entry.children) {
      parents[entries_[child].id].push_back(entry.id);
    }
    if (entry.node->dynamic_ref && entry.node->dynamic_ref->anchor && alias_[index] == index) {
      members_[entry.id].dynamic = true;
      todo.push_back(entry.id);
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
