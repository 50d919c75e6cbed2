#include "accord/base/strings.h"
#include "accord/schema/uri.h"

#include "schema/build/readers.h"

namespace accord::schema {
namespace {

std::vector<const SchemaNode*> ReadBranches(SchemaContext& context,
                                            const document::Member& member,
                                            std::string_view keyword) {
  std::vector<const SchemaNode*> branches;
  if (!context.Expect(member, document::Kind::kArray)) {
    return branches;
  }
  const std::span<const document::Node> items = member.value.items();
  if (items.empty()) {
    context.Invalid(member.value, Quoted(keyword) + " must have at least one schema");
  }
  branches.reserve(items.size());
  for (const document::Node& each : items) {
    if (const SchemaNode* branch = context.Child(each, keyword)) {
      branches.push_back(branch);
    }
  }
  return branches;
}

}  // namespace

void ReadRef(SchemaContext& context, const document::Member& member) {
  context.node().ref = context.Follow(member);
}

void ReadDynamicRef(SchemaContext& context, const document::Member& member) {
  const SchemaNode* initial = context.Follow(member);
  if (initial == nullptr) {
    return;
  }
  // Only a fragment that itself names a dynamic anchor makes the reference dynamic.
  const std::string name = base::PercentDecode(SplitFragment(member.value.text()).fragment, false);
  const auto anchor = initial->resource->dynamic_anchors.find(name);
  const bool dynamic =
      anchor != initial->resource->dynamic_anchors.end() && anchor->second == initial;
  context.node().dynamic_ref =
      DynamicReference{initial, dynamic ? std::optional<std::string>(name) : std::nullopt};
}

void ReadRecursiveRef(SchemaContext& context, const document::Member& member) {
  if (!context.Expect(member, document::Kind::kString)) {
    return;
  }
  if (member.value.text() != "#") {
    context.Invalid(member.value, "'$recursiveRef' must be '#'");
    return;
  }
  if (const SchemaNode* initial = context.Follow(member)) {
    const bool recursive = initial->resource->recursive_anchor;
    context.node().dynamic_ref = DynamicReference{
        initial, recursive ? std::optional<std::string>(std::string()) : std::nullopt};
  }
}

void ReadAllOf(SchemaContext& context, const document::Member& member) {
  context.node().all_of = ReadBranches(context, member, "allOf");
}

void ReadAnyOf(SchemaContext& context, const document::Member& member) {
  context.node().any_of = ReadBranches(context, member, "anyOf");
}

void ReadOneOf(SchemaContext& context, const document::Member& member) {
  context.node().one_of = ReadBranches(context, member, "oneOf");
}

void ReadNot(SchemaContext& context, const document::Member& member) {
  context.node().not_schema = context.Child(member.value, "not");
}

void ReadIf(SchemaContext& context, const document::Member& member) {
  context.node().if_schema = context.Child(member.value, "if");
}

void ReadThen(SchemaContext& context, const document::Member& member) {
  const SchemaNode* schema = context.Child(member.value, "then");
  context.node().then_schema = context.Sibling("if") != nullptr ? schema : nullptr;
}

void ReadElse(SchemaContext& context, const document::Member& member) {
  const SchemaNode* schema = context.Child(member.value, "else");
  context.node().else_schema = context.Sibling("if") != nullptr ? schema : nullptr;
}

void ReadDiscriminator(SchemaContext& context, const document::Member& member) {
  context.Annotate(member);
  if (!context.Expect(member, document::Kind::kObject)) {
    return;
  }
  const document::Node* name = member.value.Find("propertyName");
  if (name == nullptr || !name->is_string()) {
    context.Invalid(member.value, "'discriminator' must have a 'propertyName', which is a string");
    return;
  }
  context.node().discriminator = std::string(name->text());
}

void ReadReadOnly(SchemaContext& context, const document::Member& member) {
  context.Annotate(member);
  context.node().read_only =
      context.Expect(member, document::Kind::kBool) && member.value.boolean();
}

void ReadWriteOnly(SchemaContext& context, const document::Member& member) {
  context.Annotate(member);
  context.node().write_only =
      context.Expect(member, document::Kind::kBool) && member.value.boolean();
}

void ReadNothing(SchemaContext& /*context*/, const document::Member& /*member*/) {}

void ReadName(SchemaContext& context, const document::Member& member) {
  context.Expect(member, document::Kind::kString);
}

void ReadDefinitions(SchemaContext& context, const document::Member& member) {
  if (!context.Expect(member, document::Kind::kObject)) {
    return;
  }
  for (const document::Member& entry : member.value.members()) {
    context.CheckSchema(entry.value, member.key());
  }
}

void ReadContentSchema(SchemaContext& context, const document::Member& member) {
  context.Annotate(member);
  context.CheckSchema(member.value, member.key());
}

}  // namespace accord::schema
