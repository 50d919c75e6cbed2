#pragma once

#include "accord/schema/ir.h"

#include "schema/build/builder.h"

namespace accord::schema {

/// Turns dynamic references that can only ever lead to one place into static ones. `root` is where
/// validation begins: its resource is the outermost one of every dynamic scope, so what it holds
/// cannot be overridden.
void SpecialiseDynamicReferences(SchemaGraph& graph, const SchemaNode& root);

}  // namespace accord::schema
