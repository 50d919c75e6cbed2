// Reading against the libraries underneath, in the same run: `ratio` is our time by theirs.
#include <chrono>
#include <cstdlib>
#include <string>
#include <utility>

#include <benchmark/benchmark.h>
#include <rapidjson/document.h>
#include <yaml.h>

#include "accord/base/random.h"
#include "accord/document/document.h"

namespace accord::document {
namespace {

constexpr std::size_t kBytes = 10U << 20U;

void AddOrder(base::Random& random, Builder& builder) {
  builder.StartObject();
  builder.Key("id");
  builder.Integer(random.Between(1, 1000000000));
  builder.Key("reference");
  builder.String(random.UuidDigits());
  builder.Key("customer");
  builder.String(random.Coin() ? "Zoë Müller, Überseestraße 7" : "A customer with a plain name");
  builder.Key("note");
  builder.String(random.Between(0, 9) == 0 ? "a \"quoted\" word\nand a second line" : "nothing");
  builder.Key("paid");
  builder.Bool(random.Coin());
  builder.Key("total");
  builder.Number(std::to_string(random.Between(0, 99999)) + ".25");
  builder.Key("lines");
  builder.StartArray();
  for (std::int64_t i = random.Between(1, 4); i > 0; --i) {
    builder.StartObject();
    builder.Key("article");
    builder.String("article " + std::to_string(random.Between(1, 5000)));
    builder.Key("count");
    builder.Integer(random.Between(1, 20));
    builder.Key("weights");
    builder.StartArray();
    builder.Number("1.5");
    builder.Number("22.75");
    builder.Null();
    builder.EndArray();
    builder.EndObject();
  }
  builder.EndArray();
  builder.EndObject();
}

std::string MakeJson(std::size_t bytes, int indent) {
  base::Random random(1);
  std::string out = "[";
  while (out.size() < bytes) {
    Builder builder;
    AddOrder(random, builder);
    out += out.size() == 1 ? "\n" : ",\n";
    WriteJson(builder.Finish()->root(), {.indent = indent}, out);
  }
  return out + "]";
}

std::string MakeYaml(std::size_t bytes) {
  base::Random random(1);
  std::string out;
  while (out.size() < bytes) {
    out += "- id: " + std::to_string(random.Between(1, 1000000000)) +
           "\n  operationId: getOrder\n  summary: Reads one order, with its lines\n"
           "  parameters:\n    - name: id\n      in: path\n      required: true\n"
           "      schema: {type: integer, minimum: 1}\n  responses:\n    '200':\n"
           "      description: \"the order\"\n      example: 0x1F\n    default:\n"
           "      $ref: '#/components/responses/Error'\n";
    out += random.Coin() ? "  x-note: für später\n" : "  deprecated: false\n";
  }
  return out;
}

void ParseOurs(std::string bytes, Format format) {
  const LoadResult result = Parse("benchmark", std::move(bytes), {.format = format});
  if (!result.ok() || !result.findings.empty()) {
    std::abort();
  }
  benchmark::DoNotOptimize(result.document->SpanOf(result.document->root().items().back()));
}

using Clock = std::chrono::steady_clock;

// Runs both, one after the other, so that a busy machine slows down both. Ours gets bytes to own,
// as after reading a file.
template <typename Theirs>
void Compare(benchmark::State& state, const std::string& text, Format format, Theirs theirs) {
  std::chrono::duration<double> our_time{};
  std::chrono::duration<double> their_time{};
  for ([[maybe_unused]] const auto iteration : state) {
    std::string bytes = text;
    const Clock::time_point start = Clock::now();
    theirs();
    const Clock::time_point middle = Clock::now();
    ParseOurs(std::move(bytes), format);
    const Clock::time_point end = Clock::now();
    their_time += middle - start;
    our_time += end - middle;
    state.SetIterationTime(std::chrono::duration<double>(end - middle).count());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
  state.counters["ratio"] = our_time / their_time;
}

void JsonAgainstRapidJsonDom(benchmark::State& state) {
  const std::string text = MakeJson(kBytes, static_cast<int>(state.range(0)));
  Compare(state, text, Format::kJson, [&] {
    rapidjson::Document document;
    document.Parse(text.data(), text.size());
    benchmark::DoNotOptimize(document.HasParseError());
  });
}
BENCHMARK(JsonAgainstRapidJsonDom)
    ->ArgName("indent")
    ->Arg(0)
    ->Arg(2)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

void ScanYaml(const std::string& text) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(
      &parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  for (bool done = false; !done;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) == 0) {
      std::abort();
    }
    done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

void YamlAgainstLibyamlEvents(benchmark::State& state) {
  const std::string text = MakeYaml(kBytes);
  Compare(state, text, Format::kYaml, [&] { ScanYaml(text); });
}
BENCHMARK(YamlAgainstLibyamlEvents)->UseManualTime()->Unit(benchmark::kMillisecond);

void JsonOfOnePayload(benchmark::State& state) {
  const std::string text = MakeJson(500, 0);
  for ([[maybe_unused]] const auto iteration : state) {
    benchmark::DoNotOptimize(Parse("payload", text).document);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}
BENCHMARK(JsonOfOnePayload);

void Write(benchmark::State& state) {
  const LoadResult result = Parse("benchmark", MakeJson(kBytes, 0));
  for ([[maybe_unused]] const auto iteration : state) {
    benchmark::DoNotOptimize(WriteJson(result.document->root()));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(kBytes) * state.iterations());
}
BENCHMARK(Write)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord::document
