#include "schema/trace/closeness.h"

#include <string>

#include "schema/trace/assertions.h"

namespace accord::schema {
namespace {

using document::Node;

constexpr int kMaxHops = 8;

std::string_view LastSegment(std::string_view reference) {
  return reference.substr(reference.find_last_of("/#") + 1);
}

// The name of the schema that an alternative refers to: `Cat` of `#/components/schemas/Cat`.
std::string_view NameOf(const SchemaNode& alternative) {
  const SchemaNode& schema = alternative.ref != nullptr ? *alternative.ref : alternative;
  if (!schema.pointer.empty() || schema.resource == nullptr) {
    return LastSegment(schema.pointer);
  }
  return LastSegment(schema.resource->uri);
}

Tag DiscriminatorTag(const SchemaNode& with_union,
                     const SchemaNode& alternative,
                     const Node& instance) {
  const Node* value = instance.Find(with_union.discriminator);
  if (value == nullptr || !value->is_string()) {
    return Tag::kNone;
  }
  std::string_view name = value->text();
  const Node* written = with_union.source ? with_union.source->Find("discriminator") : nullptr;
  const Node* mapping = written != nullptr ? written->Find("mapping") : nullptr;
  if (const Node* target = mapping != nullptr ? mapping->Find(name) : nullptr) {
    name = LastSegment(target->text());
  }
  return NameOf(alternative) == name ? Tag::kMatches : Tag::kDiffers;
}

// Properties with a fixed value, looked for through references and allOf.
Tag ConstantTag(const SchemaNode& schema, const Node& instance, int hops) {
  Tag best = Tag::kNone;
  const auto note = [&](Tag tag) {
    const bool decides = best != Tag::kDiffers && tag != Tag::kNone;
    best = decides ? tag : best;
  };
  for (const Property& property : schema.properties) {
    const Node* value = instance.Find(property.name);
    if (value != nullptr && property.schema->has_enum && property.schema->values.size() == 1) {
      note(FitsValues(property.schema->values, *value) ? Tag::kMatches : Tag::kDiffers);
    }
  }
  if (hops < kMaxHops && schema.ref != nullptr) {
    note(ConstantTag(*schema.ref, instance, hops + 1));
  }
  for (std::size_t i = 0; hops < kMaxHops && i < schema.all_of.size(); ++i) {
    note(ConstantTag(*schema.all_of[i], instance, hops + 4));
  }
  return best;
}

}  // namespace

Tag TagOf(const SchemaNode& with_union, const SchemaNode& alternative, const Node& instance) {
  if (!instance.is_object()) {
    return Tag::kNone;
  }
  if (!with_union.discriminator.empty()) {
    const Tag tag = DiscriminatorTag(with_union, alternative, instance);
    if (tag != Tag::kNone) {
      return tag;
    }
  }
  return ConstantTag(alternative, instance, 0);
}

}  // namespace accord::schema
