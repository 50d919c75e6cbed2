// Two schemas of 1 MB that differ in one leaf.
#include <cstdlib>
#include <string>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "accord/schema/includes.h"

namespace accord::schema {
namespace {

constexpr std::size_t kBytes = 1U << 20U;

SchemaPtr CompileText(std::string text) {
  const document::LoadResult loaded = document::Parse("schema.json", std::move(text));
  CompileOptions options;
  options.check_meta_schema = false;
  const CompileResult result = Compile(document::Value(loaded.document), options);
  if (result.schema == nullptr) {
    std::abort();
  }
  return result.schema;
}

// Objects side by side.
std::string Wide(int maximum) {
  std::string out = R"({"type": "object", "properties": {)";
  std::size_t i = 0;
  for (; out.size() < kBytes; ++i) {
    out += fmt::format(
        R"("p{0}": {{"type": "object", "required": ["id"], "properties": {{
           "id": {{"type": "integer", "minimum": {0}}}, "name": {{"type": "string", "maxLength": 80}},
           "tags": {{"type": "array", "items": {{"enum": ["a{0}", "b{0}"]}}}}}}}},)",
        i);
  }
  return out + fmt::format(R"("last": {{"maximum": {}}}}}}})", maximum);
}

// Each definition needs the next one, `depth` times; many such chains.
std::string Chains(int maximum, std::size_t depth, bool needed) {
  std::string definitions;
  std::string properties;
  for (std::size_t chain = 0; definitions.size() < kBytes; ++chain) {
    properties += fmt::format(R"("c{0}": {{"$ref": "#/$defs/d{0}_0"}},)", chain);
    for (std::size_t i = 0; i < depth; ++i) {
      definitions += fmt::format(
          R"("d{0}_{1}": {{"type": "object", "required": ["id"{3}], "properties": {{
             "id": {{"type": "integer", "minimum": {1}}}, "next": {{"$ref": "#/$defs/d{0}_{2}"}}}}}},)",
          chain,
          i,
          i + 1,
          needed ? R"(, "next")" : "");
    }
    definitions += fmt::format(R"("d{}_{}": {{"type": "integer", "maximum": {}}},)",
                               chain,
                               depth,
                               chain == 0 ? maximum : 7);
  }
  return R"({"type": "object", "properties": {)" + properties + R"("x": {}}, "$defs": {)" +
         definitions + R"("x": {}}})";
}

// Definitions that only refer to the next one, `length` of them; many such chains.
std::string References(int maximum, std::size_t length) {
  std::string definitions;
  std::string properties;
  for (std::size_t chain = 0; definitions.size() < kBytes; ++chain) {
    properties += fmt::format(R"("c{0}": {{"$ref": "#/$defs/d{0}_0"}},)", chain);
    for (std::size_t i = 0; i < length; ++i) {
      definitions += fmt::format(R"("d{0}_{1}": {{"$ref": "#/$defs/d{0}_{2}"}},)", chain, i, i + 1);
    }
    definitions += fmt::format(R"("d{}_{}": {{"type": "integer", "maximum": {}}},)",
                               chain,
                               length,
                               chain == 0 ? maximum : 7);
  }
  return R"({"type": "object", "properties": {)" + properties + R"("x": {}}, "$defs": {)" +
         definitions + R"("x": {}}})";
}

void Run(benchmark::State& state, const std::string& before, const std::string& after) {
  const SchemaPtr a = CompileText(before);
  const SchemaPtr b = CompileText(after);
  for ([[maybe_unused]] const auto iteration : state) {
    const InclusionResult result = Includes(*a, *b);
    if (result.inclusion != Inclusion::kNo) {
      state.SkipWithError(("not decided: " + result.detail).c_str());
      return;
    }
  }
}

void InclusionWide(benchmark::State& state) {
  Run(state, Wide(100), Wide(99));
}
BENCHMARK(InclusionWide)->Unit(benchmark::kMillisecond);

void InclusionChains(benchmark::State& state) {
  const auto depth = static_cast<std::size_t>(state.range(0));
  const bool needed = state.range(1) != 0;
  Run(state, Chains(100, depth, needed), Chains(99, depth, needed));
}
BENCHMARK(InclusionChains)
    ->Args({10, 0})
    ->Args({10, 1})
    ->Args({140, 0})
    ->Args({140, 1})
    ->Unit(benchmark::kMillisecond);

void InclusionReferences(benchmark::State& state) {
  const auto length = static_cast<std::size_t>(state.range(0));
  Run(state, References(100, length), References(99, length));
}
BENCHMARK(InclusionReferences)->Arg(10)->Arg(1000)->Arg(20000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace accord::schema
