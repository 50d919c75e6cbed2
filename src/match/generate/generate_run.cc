#include "match/generate/generate_run.h"

#include <fmt/format.h>

namespace accord::match {
namespace {

// A wildcard over a large example multiplies what one generator makes.
constexpr std::size_t kMaxMadeBytes = 8U << 20U;

std::string_view NameOf(const pact::Generator& generator) {
  return generator.kind == pact::GeneratorKind::kPlugin ? std::string_view(generator.name)
                                                        : pact::ToString(generator.kind);
}

}  // namespace

std::optional<Generated> GenerateRun::Make(const pact::Generator& generator,
                                           bool text_example,
                                           std::string_view place) {
  std::string problem;
  std::optional<Generated> made;
  if (made_bytes_ > kMaxMadeBytes) {
    problem = "the generated values are too large";
  } else {
    made = GenerateValue(generator, text_example, context_, problem);
  }
  if (made) {
    made_bytes_ += made->text.size();
  } else if (!problem.empty() && warned_.insert(&generator).second) {
    Warn(fmt::format(
        "Generator {} for {} leaves the example as it is: {}.", NameOf(generator), place, problem));
  }
  return made;
}

}  // namespace accord::match
