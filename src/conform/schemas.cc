#include "conform/schemas.h"

namespace accord::conform {

const Schemas::Compiled& Schemas::Of(const openapi::Description& api,
                                     const document::Value& schema,
                                     schema::View view) {
  const auto known = known_.find({schema.get(), view});
  if (known != known_.end()) {
    return known->second;
  }
  schema::CompileOptions options = api.CompileOptionsFor(schema.document());
  options.view = view;
  return Of(schema, std::move(options));
}

const Schemas::Compiled& Schemas::Of(const document::Value& schema,
                                     schema::CompileOptions options) {
  const auto [entry, is_new] = known_.try_emplace({schema.get(), options.view});
  Compiled& compiled = entry->second;
  if (!is_new) {
    return compiled;
  }
  options.formats = schema::Formats::kAssert;
  options.check_meta_schema = false;
  schema::CompileResult result = schema::Compile(schema, options);
  compiled.schema = std::move(result.schema);
  for (const finding::Finding& finding : result.findings) {
    if (finding.severity == finding::Severity::kError) {
      compiled.problem = finding.message;
      break;
    }
  }
  return compiled;
}

}  // namespace accord::conform
