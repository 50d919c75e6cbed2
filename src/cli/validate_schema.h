#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "accord/base/result.h"

#include "cli/settings.h"
#include "cli/streams.h"

namespace accord::cli {

/// What `accord validate --schema` can be told.
struct SchemaValidation {
  std::string schema;  ///< File, URL or git:REF:PATH, with an optional JSON pointer after `#`.
  std::vector<std::string> inputs;
  std::string dialect;
  std::vector<std::string> schema_dirs;
  bool allow_fetch = false;
  bool assert_formats = false;
  bool ndjson = false;
  std::size_t max_findings = 100;
  std::string output_format;  ///< Of the JSON Schema specification; empty: our reports.
  ReportSettings report;
};

/// Declares the flags that only make sense with --schema, and --schema itself.
void AddSchemaOptions(CLI::App& command, SchemaValidation& settings);

/// Checks every input against the schema and reports; gives the exit code.
base::Result<int> RunSchemaValidation(const SchemaValidation& settings, Streams& streams);

}  // namespace accord::cli
