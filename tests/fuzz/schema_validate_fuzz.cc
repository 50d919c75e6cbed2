#include "accord/schema/validate.h"

#include "schema/trace/trace.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/schema_bytes.h"

// A schema in the first line, the rest is the instance: all evaluators give the same verdict.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using accord::fuzz::Require;
  const std::string_view bytes = accord::fuzz::Text(data, size);
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos) {
    return 0;
  }
  const auto schema = accord::fuzz::CompileBytes(bytes.substr(0, line), false).schema;
  const auto instance = accord::fuzz::ParseBytes(bytes.substr(line + 1));
  if (schema == nullptr || instance == nullptr) {
    return 0;
  }
  const bool valid = accord::schema::IsValid(*schema, instance->root());
  Require(accord::schema::TraceIsValid(schema->root(), instance->root()) == valid,
          "the traced evaluation says the same");
  const auto trace = accord::schema::Trace(*schema, instance->root());
  Require(trace.valid == valid, "the trace says the same");
  Require(accord::schema::MakeOutput(trace, accord::schema::OutputFormat::kVerbose) != nullptr,
          "a trace can be written");
  const auto faults = accord::schema::Explain(*schema, accord::document::Value(instance));
  Require(faults.empty() == valid, "what is invalid is explained");
  return 0;
}
