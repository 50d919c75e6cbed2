#pragma once

#include "accord/schema/ir.h"

#include "schema/build/builder.h"

namespace accord::schema {

/// Turns dynamic references that can only ever lead to one place into static ones. `outermost` is
/// the resource where validation begins: the outermost one of every dynamic scope, so what it holds
/// cannot be overridden. nullptr: not always the same.
void SpecialiseDynamicReferences(SchemaGraph& graph, const Resource* outermost);

}  // namespace accord::schema
