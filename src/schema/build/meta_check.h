#pragma once

#include "accord/document/value.h"
#include "accord/schema/schema.h"

#include "schema/build/language.h"
#include "schema/build/registry.h"
#include "schema/build/report.h"

namespace accord::schema {

/// Validates a schema by the meta-schema of its language, and the resources in it that are written
/// in another language by theirs. What the builder has already found is not reported twice.
void CheckMetaSchema(const document::Value& schema,
                     const Language& language,
                     const SchemaRegistry& registry,
                     const LoadDocument& load,
                     SchemaFaults& faults);

}  // namespace accord::schema
