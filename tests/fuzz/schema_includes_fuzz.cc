#include "accord/schema/includes.h"

#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/schema_bytes.h"
#include "tests/support/schema_witness.h"

// A schema in the first line, the rest is another: an answer within the budget, and no schema that
// does not include itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using accord::fuzz::Require;
  using accord::schema::Inclusion;
  const std::string_view bytes = accord::fuzz::Text(data, size);
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos) {
    return 0;
  }
  const auto a = accord::fuzz::CompileBytes(bytes.substr(0, line), false).schema;
  const auto b = accord::fuzz::CompileBytes(bytes.substr(line + 1), false).schema;
  if (a == nullptr || b == nullptr) {
    return 0;
  }
  const accord::schema::InclusionOptions options{.max_steps = 2000, .max_automaton_states = 500};
  Require(Includes(*a, *a, options).inclusion != Inclusion::kNo, "a schema includes itself");
  const auto result = Includes(*a, *b, options);
  if (result.inclusion == Inclusion::kNo) {
    Require(result.witness != nullptr &&
                accord::test::WitnessFault(*a, *b, result.witness->root()).empty(),
            "a witness is one");
  }
  return 0;
}
