#include "schema/build/readers.h"

namespace accord::schema {
namespace {

void ReadTuple(SchemaContext& context, const document::Member& member, std::string_view keyword) {
  SchemaNode& node = context.node();
  node.prefix_keyword = keyword;
  const std::span<const document::Node> items = member.value.items();
  node.prefix_items.reserve(items.size());
  for (const document::Node& each : items) {
    if (const SchemaNode* item = context.Child(each, keyword)) {
      node.prefix_items.push_back(item);
    }
  }
}

bool IsTuple(const document::Node* items) {
  return items != nullptr && items->is_array();
}

}  // namespace

void ReadPrefixItems(SchemaContext& context, const document::Member& member) {
  if (context.Expect(member, document::Kind::kArray)) {
    ReadTuple(context, member, "prefixItems");
  }
}

void ReadItems(SchemaContext& context, const document::Member& member) {
  context.node().items = context.Child(member.value, "items");
  context.node().items_keyword = "items";
}

void ReadItemsOrTuple(SchemaContext& context, const document::Member& member) {
  if (member.value.is_array()) {
    ReadTuple(context, member, "items");
  } else {
    ReadItems(context, member);
  }
}

// Only beside a tuple it means something.
void ReadAdditionalItems(SchemaContext& context, const document::Member& member) {
  const SchemaNode* items = context.Child(member.value, "additionalItems");
  if (IsTuple(context.Sibling("items"))) {
    context.node().items = items;
    context.node().items_keyword = "additionalItems";
  }
}

void ReadContains(SchemaContext& context, const document::Member& member) {
  const SchemaNode* schema = context.Child(member.value, "contains");
  if (schema == nullptr) {
    return;
  }
  Contains contains;
  contains.schema = schema;
  if (context.language().has_anchors() &&
      (context.language().vocabularies & kValidationVocabulary) != 0) {
    const auto bound = [&](std::string_view keyword) {
      const document::Member* sibling = context.SiblingMember(keyword);
      return sibling != nullptr ? context.Count(*sibling) : std::nullopt;
    };
    contains.min = bound("minContains").value_or(1);
    contains.max = bound("maxContains");
  }
  context.node().contains = contains;
  context.node().contains_evaluates = context.language().has_dynamic_anchors();
}

// `contains` looks for it.
void ReadContainsBound(SchemaContext& context, const document::Member& member) {
  if (context.Sibling("contains") == nullptr) {
    context.Count(member);
  }
}

void ReadMinItems(SchemaContext& context, const document::Member& member) {
  context.node().min_items = context.Count(member).value_or(0);
}

void ReadMaxItems(SchemaContext& context, const document::Member& member) {
  context.node().max_items = context.Count(member);
}

void ReadUniqueItems(SchemaContext& context, const document::Member& member) {
  context.node().unique_items =
      context.Expect(member, document::Kind::kBool) && member.value.boolean();
}

void ReadUnevaluatedItems(SchemaContext& context, const document::Member& member) {
  context.node().unevaluated_items = context.Child(member.value, "unevaluatedItems");
}

}  // namespace accord::schema
