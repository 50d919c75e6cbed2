#pragma once

#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/schema/schema.h"

#include "cli/validate_schema.h"

namespace accord::cli {

/// Reads, checks and compiles the schema that the settings name. An error when it cannot be read;
/// what is wrong with it are findings.
base::Result<schema::CompileResult> OpenSchema(const SchemaValidation& settings);

/// The dialect that a document without `$schema` is written in: of OpenAPI descriptions the one
/// of their version, else the newest.
schema::Dialect DialectOfDocument(const document::Node& root);

}  // namespace accord::cli
