#include "tests/support/inclusion_laws.h"

#include <array>
#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "accord/schema/validate.h"

#include "tests/support/instance_generator.h"
#include "tests/support/schema_generator.h"
#include "tests/support/schema_rewrite.h"
#include "tests/support/schema_vocabulary.h"
#include "tests/support/schema_witness.h"
#include "tests/support/shrink.h"

namespace accord::test {

using schema::Inclusion;
using schema::InclusionResult;

namespace {

constexpr int kInstances = 40;
constexpr std::chrono::seconds kSlow{20};
constexpr std::size_t kMaxChecks = 4000;
constexpr std::string_view kSameMeaning = "what means the same has the same instances";
constexpr std::string_view kInTime = "an answer comes in time";

schema::CompileResult CompileJson(const Json& json, schema::Dialect dialect) {
  schema::CompileOptions options;
  options.dialect = dialect;
  options.formats = schema::Formats::kAnnotate;
  options.check_meta_schema = false;
  return schema::Compile(document::Value(json.ToDocument("schema.json")), options);
}

Breach MakeBreach(std::string law,
                  const Trial& trial,
                  const std::vector<std::size_t>& schemas,
                  const std::string& details) {
  Breach breach{.law = std::move(law), .trial = {}, .details = details};
  breach.trial.dialect = trial.dialect;
  for (const std::size_t index : schemas) {
    breach.trial.schemas.push_back(trial.schemas[index]);
  }
  return breach;
}

}  // namespace

struct InclusionLaws::Compiled {
  std::vector<schema::SchemaPtr> schemas;
  std::vector<document::DocumentPtr> instances;
};

struct InclusionLaws::Pair {
  std::size_t a;
  std::size_t b;
  const InclusionResult& result;
};

Trial MakeTrial(std::uint64_t seed) {
  base::Random random(seed);
  Trial trial;
  trial.dialect = random.Coin() ? schema::Dialect::k2020_12 : schema::Dialect::kDraft7;
  SchemaGenerator generator(random, trial.dialect);
  const Json a = generator.Document();
  trial.rewritten = Chance(random, 25);
  const Json b = trial.rewritten      ? Rewrite(a, random)
                 : Chance(random, 75) ? generator.Mutate(a)
                                      : generator.Document();
  trial.schemas = {a, b, generator.Mutate(b)};
  InstanceGenerator instances(random, a, b);
  for (int i = 0; i < kInstances; ++i) {
    trial.instances.push_back(instances.Next());
  }
  return trial;
}

std::string ToText(const Breach& breach) {
  std::string out = fmt::format("{}\n  dialect: {}\n", breach.law, ToString(breach.trial.dialect));
  for (const Json& schema : breach.trial.schemas) {
    out += fmt::format("  schema: {}\n", schema.ToText());
  }
  for (const Json& instance : breach.trial.instances) {
    out += fmt::format("  instance: {}\n", instance.ToText());
  }
  return out + breach.details;
}

std::optional<Breach> InclusionLaws::Check(const Trial& trial) {
  ++statistics_.trials;
  Compiled compiled;
  for (std::size_t i = 0; i < trial.schemas.size(); ++i) {
    const schema::CompileResult result = CompileJson(trial.schemas[i], trial.dialect);
    if (result.schema == nullptr) {
      const finding::Finding& why = result.findings.front();
      ++statistics_.discarded;
      return why.rule == &schema::kSchemaReferenceCycle
                 ? std::nullopt
                 : std::optional(MakeBreach("a schema can be compiled", trial, {i}, why.message));
    }
    compiled.schemas.push_back(result.schema);
  }
  for (const Json& instance : trial.instances) {
    compiled.instances.push_back(instance.ToDocument("instance.json"));
  }
  if (auto breach = CheckEvaluators(trial, compiled)) {
    return breach;
  }
  if (auto breach = CheckRewritten(trial, compiled)) {
    return breach;
  }
  if (trial.schemas.size() == 3) {
    return CheckTransitivity(trial, compiled);
  }
  const std::size_t last = trial.schemas.size() - 1;
  return CheckPair(trial, compiled, {0, last, Ask(compiled, 0, last)});
}

InclusionResult InclusionLaws::Ask(const Compiled& compiled, std::size_t a, std::size_t b) {
  const auto start = std::chrono::steady_clock::now();
  InclusionResult result = decide_(*compiled.schemas[a], *compiled.schemas[b]);
  was_slow_ = std::chrono::steady_clock::now() - start > kSlow;
  return result;
}

std::optional<Breach> InclusionLaws::CheckEvaluators(const Trial& trial,
                                                     const Compiled& compiled) const {
  for (std::size_t s = 0; s < compiled.schemas.size(); ++s) {
    for (std::size_t i = 0; i < compiled.instances.size(); ++i) {
      const std::string fault = EvaluatorFault(*compiled.schemas[s], compiled.instances[i]->root());
      if (!fault.empty()) {
        Breach breach = MakeBreach("the evaluators agree", trial, {s}, fault);
        breach.trial.instances.push_back(trial.instances[i]);
        return breach;
      }
    }
  }
  return std::nullopt;
}

std::optional<Breach> InclusionLaws::CheckRewritten(const Trial& trial,
                                                    const Compiled& compiled) const {
  for (std::size_t i = 0; trial.rewritten && i < compiled.instances.size(); ++i) {
    const document::Node& instance = compiled.instances[i]->root();
    if (IsValid(*compiled.schemas[0], instance) != IsValid(*compiled.schemas[1], instance)) {
      Breach breach = MakeBreach(std::string(kSameMeaning), trial, {0, 1}, "");
      breach.trial.instances.push_back(trial.instances[i]);
      return breach;
    }
  }
  return std::nullopt;
}

std::optional<Breach> InclusionLaws::CheckTransitivity(const Trial& trial,
                                                       const Compiled& compiled) {
  constexpr std::array<std::pair<std::size_t, std::size_t>, 5> kPairs{
      {{0, 0}, {0, 1}, {1, 0}, {1, 2}, {0, 2}}};
  std::map<std::pair<std::size_t, std::size_t>, Inclusion> answers;
  for (const auto& [a, b] : kPairs) {
    const InclusionResult result = Ask(compiled, a, b);
    answers[{a, b}] = result.inclusion;
    if (auto breach = CheckPair(trial, compiled, {a, b, result})) {
      return breach;
    }
  }
  const bool broken = answers[{0, 1}] == Inclusion::kYes && answers[{1, 2}] == Inclusion::kYes &&
                      answers[{0, 2}] == Inclusion::kNo;
  return broken ? std::optional(MakeBreach("inclusion is transitive", trial, {0, 1, 2}, ""))
                : std::nullopt;
}

std::optional<Breach> InclusionLaws::CheckPair(const Trial& trial,
                                               const Compiled& compiled,
                                               const Pair& pair) {
  if (was_slow_) {
    return MakeBreach(std::string(kInTime), trial, {pair.a, pair.b}, "");
  }
  const InclusionResult& result = pair.result;
  std::string answer(trial.rewritten && pair.a + pair.b == 1 ? "rewritten: " : "");
  answer += ToString(result.inclusion);
  if (result.inclusion == Inclusion::kUnknown) {
    answer += fmt::format(": {}", ToString(result.reason));
    if (auto missed = FindCounterexample("a witness is found: " + answer, trial, compiled, pair)) {
      ++statistics_.missed[answer];
      statistics_.missed_examples.try_emplace(answer, *missed);
      if (witnesses_ == Witnesses::kDemanded) {
        return missed;
      }
    }
  }
  ++statistics_.answers[answer];
  if (pair.a == pair.b && result.inclusion == Inclusion::kNo) {
    return MakeBreach("a schema includes itself", trial, {pair.a}, "");
  }
  return CheckAnswer(trial, compiled, pair);
}

std::optional<Breach> InclusionLaws::CheckAnswer(const Trial& trial,
                                                 const Compiled& compiled,
                                                 const Pair& pair) {
  const schema::Schema& a = *compiled.schemas[pair.a];
  const schema::Schema& b = *compiled.schemas[pair.b];
  if (pair.result.inclusion == Inclusion::kNo) {
    const std::string fault = pair.result.witness == nullptr
                                  ? "there is none"
                                  : WitnessFault(a, b, pair.result.witness->root());
    return fault.empty()
               ? std::nullopt
               : std::optional(MakeBreach("a witness is one", trial, {pair.a, pair.b}, fault));
  }
  return pair.result.inclusion == Inclusion::kYes
             ? FindCounterexample("what is included has no counterexample", trial, compiled, pair)
             : std::nullopt;
}

std::optional<Breach> InclusionLaws::FindCounterexample(const std::string& law,
                                                        const Trial& trial,
                                                        const Compiled& compiled,
                                                        const Pair& pair) {
  for (std::size_t i = 0; i < compiled.instances.size(); ++i) {
    const document::Node& instance = compiled.instances[i]->root();
    if (IsValid(*compiled.schemas[pair.a], instance) &&
        !IsValid(*compiled.schemas[pair.b], instance)) {
      Breach breach = MakeBreach(law, trial, {pair.a, pair.b}, pair.result.detail);
      breach.trial.instances.push_back(trial.instances[i]);
      return breach;
    }
  }
  return std::nullopt;
}

Breach InclusionLaws::Shrink(Breach breach) {
  if (breach.law == kInTime || breach.law == kSameMeaning) {
    return breach;
  }
  Trial& trial = breach.trial;
  const std::string law = breach.law;
  InclusionLaws laws(decide_, Witnesses::kDemanded);
  Shrinker shrinker(
      [&] {
        const std::optional<Breach> still = laws.Check(trial);
        return still && still->law == law && still->trial.schemas.size() == trial.schemas.size();
      },
      kMaxChecks);
  bool changed = true;
  while (changed) {
    changed = false;
    for (Json& schema : trial.schemas) {
      changed = shrinker.Shrink(schema) || changed;
    }
    for (Json& instance : trial.instances) {
      changed = shrinker.Shrink(instance) || changed;
    }
  }
  const std::optional<Breach> smallest = laws.Check(trial);
  return smallest && smallest->law == law ? *smallest : breach;
}

}  // namespace accord::test
