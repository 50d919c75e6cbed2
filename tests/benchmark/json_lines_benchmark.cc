// NDJSON: cutting a stream into lines, with parsing, and with validation.
#include <cstdlib>
#include <sstream>
#include <string>

#include <benchmark/benchmark.h>

#include "accord/document/json_lines.h"
#include "accord/schema/validate.h"

#include "document/line_splitter.h"

namespace accord::document {
namespace {

constexpr std::size_t kBytes = 16U << 20U;

constexpr const char* kSchema = R"({
  "type": "object", "required": ["id", "customer", "lines"], "additionalProperties": false,
  "properties": {
    "id": {"type": "integer", "minimum": 1}, "note": {"type": "string", "maxLength": 100},
    "customer": {"type": "object", "required": ["name"],
                 "properties": {"name": {"type": "string", "minLength": 1},
                                "kind": {"enum": ["person", "company"]}}},
    "lines": {"type": "array", "items": {"type": "object", "required": ["sku"],
              "properties": {"sku": {"type": "string", "pattern": "^SKU-"},
                             "count": {"type": "integer", "maximum": 100}}}}}})";

std::string MakeLines() {
  std::string out;
  for (std::size_t id = 1; out.size() < kBytes; ++id) {
    const std::string number = std::to_string(id);
    out += R"({"id":)" + number + R"(,"note":"order )" + number +
           R"( of many","customer":{"name":"Zoë Müller","kind":"person"},"lines":[)";
    for (std::size_t line = 0; line <= id % 3; ++line) {
      out += std::string(line == 0 ? "" : ",") + R"({"sku":"SKU-)" + number + R"(","count":7})";
    }
    out += "]}\n";
  }
  return out;
}

void Split(benchmark::State& state) {
  const std::string text = MakeLines();
  for ([[maybe_unused]] const auto iteration : state) {
    std::istringstream source(text);
    LineSplitter lines(
        [&](char* buffer, std::size_t size) -> base::Result<std::size_t> {
          source.read(buffer, static_cast<std::streamsize>(size));
          return static_cast<std::size_t>(source.gcount());
        },
        kBytes);
    while (const auto line = lines.Next()) {
      benchmark::DoNotOptimize(line->text.data());
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(Split)->Unit(benchmark::kMillisecond);

template <typename Use>
void ReadAll(benchmark::State& state, Use use) {
  const std::string text = MakeLines();
  for ([[maybe_unused]] const auto iteration : state) {
    std::istringstream source(text);
    JsonLines lines(source, "benchmark");
    while (const auto line = lines.Next()) {
      if (!line->result.ok() || !use(line->result.document->root())) {
        std::abort();
      }
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

void ParseLines(benchmark::State& state) {
  ReadAll(state, [](const Node& root) { return root.is_object(); });
}
BENCHMARK(ParseLines)->Unit(benchmark::kMillisecond);

void ParseAndValidateLines(benchmark::State& state) {
  const Value schema(Parse("schema.json", kSchema).document);
  const schema::CompileResult compiled = schema::Compile(schema, {});
  if (compiled.schema == nullptr) {
    std::abort();
  }
  ReadAll(state, [&](const Node& root) { return schema::IsValid(*compiled.schema, root); });
}
BENCHMARK(ParseAndValidateLines)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord::document
