#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
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

  bool Has(const SchemaNode& node) const { return indices_.contains(&node); }
  /// Of a node that one of the schemas reaches.
  ClassId Of(const SchemaNode& node) const;
  std::size_t size() const { return members_.size(); }
  /// One of the nodes of a class, and the schema it belongs to.
  const SchemaNode& node(ClassId id) const { return *members_[id].node; }
  const Schema& schema(ClassId id) const { return *members_[id].schema; }
  /// The schema that a node belongs to.
  const Schema& SchemaOf(const SchemaNode& node) const {
    return *entries_[indices_.at(&node)].schema;
  }
  /// A dynamic reference can be reached: what the node means depends on how it is reached.
  bool is_dynamic(ClassId id) const { return members_[id].dynamic; }

 private:
  friend class Refinement;
  struct Entry {
    const SchemaNode* node = nullptr;
    const Schema* schema = nullptr;
    std::uint32_t keywords = 0;  // Interned text of what is not a subschema.
    std::vector<std::uint32_t> children;
    std::array<std::uint32_t, 4> ends{};  // As in Children.
    ClassId id = 0;
    bool done = false;
  };
  struct Member {
    const SchemaNode* node = nullptr;
    const Schema* schema = nullptr;
    bool dynamic = false;
  };

  void Collect(const Schema& schema);
  std::uint32_t IndexOf(const SchemaNode& node, const Schema& schema);
  void Describe(std::uint32_t index);
  void FollowAliases();
  void NumberAcyclic();
  void NumberCyclic();
  std::string KeyOf(const Entry& entry, const std::vector<ClassId>& ids) const;
  std::vector<std::vector<std::uint32_t>> Parents() const;
  ClassId NewClass(const Entry& entry);
  void MarkDynamic();

  std::vector<Entry> entries_;
  std::unordered_map<const SchemaNode*, std::uint32_t> indices_;
  std::vector<std::uint32_t> alias_;  // By entry: the one that stands for it.
  std::unordered_map<std::string, std::uint32_t> texts_;
  std::unordered_map<std::string, ClassId> keys_;
  std::vector<Member> members_;
  std::uint32_t bare_ = 0;  // Text of a node without keywords of its own.
  std::string text_;        // Working space.
  Children children_;       // Working space.
};

}  // namespace accord::schema::inclusion
