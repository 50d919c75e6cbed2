// What `tools/bench schema` runs for each dataset: a schema, and a file with one instance a line.
// Prints one line of JSON.
#include <cstdio>
#include <numeric>
#include <sstream>

#include "accord/document/json_lines.h"
#include "accord/schema/validate.h"

#include "timing.h"

namespace {

namespace document = accord::document;
namespace schema = accord::schema;
using namespace accord::benchmark;  // NOLINT(google-build-using-namespace)

volatile std::size_t sink = 0;

document::DocumentPtr ParseJson(const std::string& text) {
  document::LoadOptions options;
  options.format = document::Format::kJson;
  return document::Parse("benchmark", text, options).document;
}

// Nanoseconds of each document: many times before the next, as blaze's program does it.
std::string Repeated(const schema::Schema& compiled,
                     const std::vector<document::DocumentPtr>& documents) {
  constexpr int kLoops = 30;
  std::string out;
  for (const document::DocumentPtr& document : documents) {
    const Clock::time_point begin = Clock::now();
    for (int i = 0; i < kLoops; ++i) {
      sink = sink + (schema::IsValid(compiled, document->root()) ? 1 : 0);
    }
    out += (out.empty() ? "" : ", ") + std::to_string(NanosecondsSince(begin) / kLoops);
  }
  return out;
}

// What `accord validate` does with a stream of lines.
void ReadAndValidate(const schema::Schema& compiled, const std::string& text) {
  std::istringstream stream(text);
  document::JsonLines lines(stream, "benchmark");
  while (const std::optional<document::JsonLine> line = lines.Next()) {
    sink = sink + (schema::IsValid(compiled, line->result.document->root()) ? 1 : 0);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: accord_schema_speed SCHEMA INSTANCES SECONDS\n", stderr);
    return 2;
  }
  const double seconds = std::stod(argv[3]);
  const document::DocumentPtr source = ParseJson(ReadFile(argv[1]));
  const std::vector<std::string> lines = ReadLines(argv[2]);
  schema::CompileOptions options;
  options.dialect = schema::Dialect::kDraft7;
  options.check_meta_schema = false;
  const schema::CompileResult compiled = schema::Compile(document::Value(source), options);
  if (compiled.schema == nullptr || lines.empty()) {
    std::fputs("accord_schema_speed: no schema or no instances\n", stderr);
    return 1;
  }
  const double compile = MedianPass(seconds / 4, 3, [&] {
    sink = sink + schema::Compile(document::Value(source), options).findings.size();
  });
  options.check_meta_schema = true;
  const double compile_checked = MedianPass(seconds / 4, 3, [&] {
    sink = sink + schema::Compile(document::Value(source), options).findings.size();
  });
  std::vector<document::DocumentPtr> documents;
  for (const std::string& line : lines) {
    documents.push_back(ParseJson(line));
  }
  std::size_t rejected = 0;
  const double sweep = MedianPass(seconds, 3, [&] {
    rejected = 0;
    for (const document::DocumentPtr& document : documents) {
      rejected += schema::IsValid(*compiled.schema, document->root()) ? 0U : 1U;
    }
  });
  const std::string repeated = Repeated(*compiled.schema, documents);
  const std::string text = ReadFile(argv[2]);
  const double stream =
      MedianPass(seconds / 2, 3, [&] { ReadAndValidate(*compiled.schema, text); });
  const auto count = static_cast<double>(lines.size());
  const std::size_t bytes = std::accumulate(
      lines.begin(), lines.end(), std::size_t{0}, [](std::size_t sum, const auto& line) {
        return sum + line.size();
      });
  std::printf(
      "{\"documents\": %zu, \"bytes\": %zu, \"rejected\": %zu, \"sweep\": %.2f, \"repeated\": "
      "[%s], "
      "\"stream\": %.1f, \"compile_ms\": %.4f, \"compile_checked_ms\": %.4f}\n",
      lines.size(),
      bytes,
      rejected,
      sweep / count,
      repeated.c_str(),
      stream / count,
      compile / 1e6,
      compile_checked / 1e6);
  return 0;
}
