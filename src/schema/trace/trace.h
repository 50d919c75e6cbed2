#pragma once

#include "accord/schema/ir.h"

namespace accord::schema {

/// The verdict of the traced evaluation, without a trace.
bool TraceIsValid(const SchemaNode& schema, const document::Node& instance);

}  // namespace accord::schema
