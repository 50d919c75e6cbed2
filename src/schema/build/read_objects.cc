#include "schema/build/readers.h"

namespace accord::schema {
namespace {

bool Counts(const document::Node& object, const document::Member& member) {
  return object.Find(member.key()) == &member.value;
}

void AddDependentNames(SchemaContext& context,
                       const document::Member& entry,
                       std::string_view keyword) {
  Dependency dependency;
  dependency.name = std::string(entry.key());
  dependency.required = context.Names(entry.value, keyword);
  dependency.keyword = keyword;
  context.node().dependencies.push_back(std::move(dependency));
}

void AddDependentSchema(SchemaContext& context,
                        const document::Member& entry,
                        std::string_view keyword) {
  if (const SchemaNode* schema = context.Child(entry.value, keyword)) {
    Dependency dependency;
    dependency.name = std::string(entry.key());
    dependency.schema = schema;
    dependency.keyword = keyword;
    context.node().dependencies.push_back(std::move(dependency));
  }
}

}  // namespace

void ReadProperties(SchemaContext& context, const document::Member& member) {
  if (!context.Expect(member, document::Kind::kObject)) {
    return;
  }
  SchemaNode& node = context.node();
  node.properties.reserve(member.value.members().size());
  for (const document::Member& entry : member.value.members()) {
    if (!Counts(member.value, entry)) {
      continue;
    }
    if (const SchemaNode* schema = context.Child(entry.value, "properties")) {
      node.properties.push_back({std::string(entry.key()), schema});
    }
  }
}

void ReadPatternProperties(SchemaContext& context, const document::Member& member) {
  if (!context.Expect(member, document::Kind::kObject)) {
    return;
  }
  for (const document::Member& entry : member.value.members()) {
    if (!Counts(member.value, entry)) {
      continue;
    }
    const SchemaNode* schema = context.Child(entry.value, "patternProperties");
    PatternPtr pattern = context.CompilePattern(entry.key(), entry);
    if (schema != nullptr && pattern != nullptr) {
      context.node().pattern_properties.push_back({std::move(pattern), schema});
    }
  }
}

void ReadAdditionalProperties(SchemaContext& context, const document::Member& member) {
  context.node().additional_properties = context.Child(member.value, "additionalProperties");
}

void ReadPropertyNames(SchemaContext& context, const document::Member& member) {
  context.node().property_names = context.Child(member.value, "propertyNames");
}

void ReadRequired(SchemaContext& context, const document::Member& member) {
  if (context.Expect(member, document::Kind::kArray)) {
    context.node().required = context.Names(member.value, "required");
  }
}

void ReadMinProperties(SchemaContext& context, const document::Member& member) {
  context.node().min_properties = context.Count(member).value_or(0);
}

void ReadMaxProperties(SchemaContext& context, const document::Member& member) {
  context.node().max_properties = context.Count(member);
}

void ReadDependencies(SchemaContext& context, const document::Member& member) {
  if (!context.Expect(member, document::Kind::kObject)) {
    return;
  }
  for (const document::Member& entry : member.value.members()) {
    if (!Counts(member.value, entry)) {
      continue;
    }
    if (entry.value.is_array()) {
      AddDependentNames(context, entry, "dependencies");
    } else {
      AddDependentSchema(context, entry, "dependencies");
    }
  }
}

void ReadDependentRequired(SchemaContext& context, const document::Member& member) {
  if (!context.Expect(member, document::Kind::kObject)) {
    return;
  }
  for (const document::Member& entry : member.value.members()) {
    if (Counts(member.value, entry) && context.Expect(entry, document::Kind::kArray)) {
      AddDependentNames(context, entry, "dependentRequired");
    }
  }
}

void ReadDependentSchemas(SchemaContext& context, const document::Member& member) {
  if (!context.Expect(member, document::Kind::kObject)) {
    return;
  }
  for (const document::Member& entry : member.value.members()) {
    if (Counts(member.value, entry)) {
      AddDependentSchema(context, entry, "dependentSchemas");
    }
  }
}

void ReadUnevaluatedProperties(SchemaContext& context, const document::Member& member) {
  context.node().unevaluated_properties = context.Child(member.value, "unevaluatedProperties");
}

}  // namespace accord::schema
