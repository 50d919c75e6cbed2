#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "accord/schema/schema.h"

#include "schema/inclusion/keyword_text.h"

namespace accord::schema::inclusion {

/// A schema as far as its set of values goes; nodes that are written alike have one number.
using ClassId = std::uint32_t;

/// Numbers all nodes of two schemas by what they say: two nodes with one number describe the same
/// set. Annotations, the order of keywords and unions, and references as such make no difference,
/// and recursive schemas are compared by bisimulation, so an unchanged part is seen at once.
class SchemaClasses {
 public:
  SchemaClasses(const Schema& a, const Schema& b);

  bool Has(const SchemaNode& node) const { return FindIndex(node).has_value(); }
  /// Of a node that one of the schemas reaches.
  ClassId Of(const SchemaNode& node) const { return entries_[alias_[*FindIndex(node)]].id; }
  std::size_t size() const { return members_.size(); }
  /// One of the nodes of a class.
  const SchemaNode& node(ClassId id) const { return *members_[id].node; }
  /// The schema that a node belongs to.
  const Schema& SchemaOf(const SchemaNode& node) const {
    return *FindIndex(node) < second_ ? a_ : b_;
  }
  /// A dynamic reference can be reached: what the node means depends on how it is reached.
  bool is_dynamic(ClassId id) const { return members_[id].dynamic; }

 private:
  friend class Refinement;
  struct Entry {
    const SchemaNode* node = nullptr;     // nullptr: nothing leads here.
    std::uint32_t keywords = 0;           // Number of the text of what is not a subschema.
    std::uint32_t first_child = 0;        // In children_.
    std::array<std::uint32_t, 4> ends{};  // As in Children.
    ClassId id = 0;
    bool done = false;
  };
  struct Member {
    const SchemaNode* node = nullptr;
    bool dynamic = false;
  };
  using Indices = std::span<const std::uint32_t>;
  /// For each entry some indices, one after the other.
  struct IndexLists {
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> indices;

    Indices operator[](std::uint32_t entry) const {
      return Indices(indices).subspan(begins[entry], begins[entry + 1] - begins[entry]);
    }
  };
  class Collector;

  /// Of an entry; nullopt: none of the schemas reaches the node.
  std::optional<std::uint32_t> FindIndex(const SchemaNode& node) const;
  Indices ChildrenOf(const Entry& entry) const {
    return Indices(children_).subspan(entry.first_child, entry.ends.back());
  }
  void FollowAliases();
  void NumberAcyclic(const IndexLists& parents);
  void NumberCyclic(const IndexLists& parents);
  /// What decides the class of an entry when the classes of its children are `ids`.
  std::string_view KeyOf(const Entry& entry,
                         const std::vector<ClassId>& ids,
                         std::vector<std::uint32_t>& room) const;
  IndexLists Parents() const;
  void MarkDynamic(const std::vector<std::uint32_t>& dynamic);

  const Schema& a_;
  const Schema& b_;
  /// By the numbers of the nodes; those of `b_` begin at `second_`.
  std::vector<Entry> entries_;
  std::uint32_t second_ = 0;
  std::vector<std::uint32_t> children_;
  std::vector<std::uint32_t> alias_;  // By entry: the one that stands for it.
  std::vector<Member> members_;
};

}  // namespace accord::schema::inclusion
