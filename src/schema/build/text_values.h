#pragma once

#include "schema/build/builder.h"

namespace accord::schema {

/// Lets schemas of plain scalars accept what spells a value that they accept: see
/// CompileOptions::as_text.
void WidenToText(SchemaGraph& graph);

}  // namespace accord::schema
