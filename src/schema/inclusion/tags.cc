#include "schema/inclusion/tags.h"

#include <algorithm>

#include "schema/program/program.h"

namespace accord::schema::inclusion {
namespace {

constexpr std::size_t kMostValues = 64;
constexpr std::size_t kMostTags = 8;
constexpr int kMaxDepth = 20;

}  // namespace

const std::vector<Tags::Tag>& Tags::Of(ClassId id) {
  const auto [found, is_new] = tags_.try_emplace(id);
  if (is_new) {
    Collect(classes_.node(id), 0, found->second);
  }
  return found->second;
}

bool Tags::Differ(ClassId listed, ClassId other) {
  const std::uint64_t key = (static_cast<std::uint64_t>(listed) << 32U) | other;
  const auto [found, is_new] = differ_.try_emplace(key, false);
  if (is_new && listed != other && IsListed(listed) && !classes_.is_dynamic(other)) {
    const std::vector<const document::Node*>& values = classes_.node(listed).values;
    found->second = std::none_of(values.begin(), values.end(), [&](const document::Node* value) {
      return IsValidOnce(classes_.node(other), *value);
    });
  }
  return found->second;
}

bool Tags::IsListed(ClassId id) const {
  const SchemaNode& node = classes_.node(id);
  return node.has_enum && node.values.size() <= kMostValues;
}

void Tags::Collect(const SchemaNode& node, int depth, std::vector<Tag>& tags) const {
  if (depth > kMaxDepth) {
    return;
  }
  for (const Property& property : node.properties) {
    const ClassId values = classes_.Of(*property.schema);
    const bool required =
        std::find(node.required.begin(), node.required.end(), property.name) != node.required.end();
    if (required && tags.size() < kMostTags && IsListed(values)) {
      tags.push_back({property.name, values});
    }
  }
  if (node.ref != nullptr) {
    Collect(*node.ref, depth + 1, tags);
  }
  for (const SchemaNode* branch : node.all_of) {
    Collect(*branch, depth + 1, tags);
  }
}

}  // namespace accord::schema::inclusion
