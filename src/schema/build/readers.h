#pragma once

#include "accord/document/node.h"

#include "schema/build/context.h"

namespace accord::schema {

/// What the keywords of the table in keywords.cc mean for the IR. Each checks the form of its value
/// and reads what stands beside it where the two belong together.

void ReadType(SchemaContext& context, const document::Member& member);
void ReadNullable(SchemaContext& context, const document::Member& member);
void ReadEnum(SchemaContext& context, const document::Member& member);
void ReadConst(SchemaContext& context, const document::Member& member);

void ReadMinimum(SchemaContext& context, const document::Member& member);
void ReadMaximum(SchemaContext& context, const document::Member& member);
void ReadExclusiveMinimum(SchemaContext& context, const document::Member& member);
void ReadExclusiveMaximum(SchemaContext& context, const document::Member& member);
void ReadBooleanBound(SchemaContext& context, const document::Member& member);
void ReadMultipleOf(SchemaContext& context, const document::Member& member);

void ReadMinLength(SchemaContext& context, const document::Member& member);
void ReadMaxLength(SchemaContext& context, const document::Member& member);
void ReadPattern(SchemaContext& context, const document::Member& member);
void ReadFormat(SchemaContext& context, const document::Member& member);

void ReadPrefixItems(SchemaContext& context, const document::Member& member);
void ReadItems(SchemaContext& context, const document::Member& member);
void ReadItemsOrTuple(SchemaContext& context, const document::Member& member);
void ReadAdditionalItems(SchemaContext& context, const document::Member& member);
void ReadContains(SchemaContext& context, const document::Member& member);
void ReadContainsBound(SchemaContext& context, const document::Member& member);
void ReadMinItems(SchemaContext& context, const document::Member& member);
void ReadMaxItems(SchemaContext& context, const document::Member& member);
void ReadUniqueItems(SchemaContext& context, const document::Member& member);
void ReadUnevaluatedItems(SchemaContext& context, const document::Member& member);

void ReadProperties(SchemaContext& context, const document::Member& member);
void ReadPatternProperties(SchemaContext& context, const document::Member& member);
void ReadAdditionalProperties(SchemaContext& context, const document::Member& member);
void ReadPropertyNames(SchemaContext& context, const document::Member& member);
void ReadRequired(SchemaContext& context, const document::Member& member);
void ReadMinProperties(SchemaContext& context, const document::Member& member);
void ReadMaxProperties(SchemaContext& context, const document::Member& member);
void ReadDependencies(SchemaContext& context, const document::Member& member);
void ReadDependentRequired(SchemaContext& context, const document::Member& member);
void ReadDependentSchemas(SchemaContext& context, const document::Member& member);
void ReadUnevaluatedProperties(SchemaContext& context, const document::Member& member);

void ReadRef(SchemaContext& context, const document::Member& member);
void ReadDynamicRef(SchemaContext& context, const document::Member& member);
void ReadRecursiveRef(SchemaContext& context, const document::Member& member);
void ReadAllOf(SchemaContext& context, const document::Member& member);
void ReadAnyOf(SchemaContext& context, const document::Member& member);
void ReadOneOf(SchemaContext& context, const document::Member& member);
void ReadNot(SchemaContext& context, const document::Member& member);
void ReadIf(SchemaContext& context, const document::Member& member);
void ReadThen(SchemaContext& context, const document::Member& member);
void ReadElse(SchemaContext& context, const document::Member& member);
void ReadDiscriminator(SchemaContext& context, const document::Member& member);
void ReadReadOnly(SchemaContext& context, const document::Member& member);
void ReadWriteOnly(SchemaContext& context, const document::Member& member);

/// Identifiers, anchors, comments: they say nothing about instances.
void ReadNothing(SchemaContext& context, const document::Member& member);
/// Checked to be a string; says nothing about instances.
void ReadName(SchemaContext& context, const document::Member& member);
void ReadDefinitions(SchemaContext& context, const document::Member& member);
/// Checked to be a schema; it annotates.
void ReadContentSchema(SchemaContext& context, const document::Member& member);

}  // namespace accord::schema
