#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "accord/schema/schema.h"

#include "schema/build/registry.h"

namespace accord::schema {

class SchemaBuilder;

/// One schema while its keywords are read into the IR.
class SchemaContext {
 public:
  SchemaContext(SchemaBuilder& builder, const SchemaPlace& place, SchemaNode& node)
      : builder_(builder), place_(place), node_(node) {}

  SchemaNode& node() { return node_; }
  const Language& language() const { return *place_.scope->language; }
  const CompileOptions& options() const;
  /// The value of another keyword of this schema; nullptr when it is absent.
  const document::Node* Sibling(std::string_view keyword) const {
    return place_.node->Find(keyword);
  }

  const document::Member* SiblingMember(std::string_view keyword) const {
    return FindMember(*place_.node, keyword);
  }

  /// The schema at `value`, which stands below `keyword`. A fault and nullptr when it is none.
  const SchemaNode* Child(const document::Node& value, std::string_view keyword);
  /// A fault when `value` is no schema.
  bool CheckSchema(const document::Node& value, std::string_view keyword);
  /// Where a reference leads; a fault and nullptr when it leads nowhere.
  const SchemaNode* Follow(const document::Member& reference);

  /// Not negative and integral, however it is written; a fault otherwise.
  std::optional<std::uint64_t> Count(const document::Member& member);
  std::optional<Decimal> Number(const document::Member& member);
  bool Expect(const document::Member& member, document::Kind kind);
  /// The strings of an array; faults for what is none.
  std::vector<std::string> Names(const document::Node& array, std::string_view keyword);
  /// A regular expression that stands at `member`; nullptr and a fault when it cannot be read.
  PatternPtr CompilePattern(std::string_view source, const document::Member& member);

  void Invalid(const document::Node& value, std::string message);
  void Annotate(const document::Member& member);
  const document::Document& document() const { return *place_.scope->document; }

 private:
  SchemaBuilder& builder_;
  const SchemaPlace& place_;
  SchemaNode& node_;
};

}  // namespace accord::schema
