// valijson on the same data as schema_speed.cc, one line of JSON too.
#include <cstdio>
#include <exception>

#include <rapidjson/document.h>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "timing.h"

namespace {

using namespace accord::benchmark;  // NOLINT(google-build-using-namespace)
using Adapter = valijson::adapters::RapidJsonAdapter;

int Measure(const char* schema_path, const char* instances_path, double seconds) {
  rapidjson::Document source;
  source.Parse(ReadFile(schema_path).c_str());
  valijson::Schema schema;
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(Adapter(source), schema);
  const std::vector<std::string> lines = ReadLines(instances_path);
  std::vector<rapidjson::Document> documents(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    documents[i].Parse(lines[i].c_str());
  }
  std::size_t rejected = 0;
  const double sweep = MedianPass(seconds, 2, [&] {
    rejected = 0;
    valijson::Validator validator;
    for (const rapidjson::Document& document : documents) {
      rejected += validator.validate(schema, Adapter(document), nullptr) ? 0U : 1U;
    }
  });
  std::printf("{\"sweep\": %.2f, \"rejected\": %zu}\n",
              sweep / static_cast<double>(lines.size()),
              rejected);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: accord_valijson_speed SCHEMA INSTANCES SECONDS\n", stderr);
    return 2;
  }
  try {
    return Measure(argv[1], argv[2], std::stod(argv[3]));
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "valijson: %s\n", failure.what());
    return 1;
  }
}
