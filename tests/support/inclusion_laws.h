#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "accord/schema/includes.h"

#include "tests/support/json_tree.h"

namespace accord::test {

/// Three related schemas and instances near their borders.
struct Trial {
  schema::Dialect dialect = schema::Dialect::k2020_12;
  std::vector<Json> schemas;
  std::vector<Json> instances;
  bool rewritten = false;  ///< The second schema means the same as the first.
};
Trial MakeTrial(std::uint64_t seed);

/// A law that does not hold for a trial.
struct Breach {
  std::string law;
  Trial trial;  ///< With the schemas and the instance that matter, in this order.
  std::string details;
};
std::string ToText(const Breach& breach);

using Decide =
    std::function<schema::InclusionResult(const schema::Schema& a, const schema::Schema& b)>;

/// What must hold of any decider of inclusion, and of the evaluators:
/// - the evaluators agree about every instance;
/// - no schema has an instance that it does not include itself;
/// - what is included has no instance that contradicts it;
/// - every witness is one;
/// - schemas that mean the same have the same instances, and neither excludes the other;
/// - if a ⊆ b and b ⊆ c then a ⊆ c is not denied;
/// - every answer comes in time.
class InclusionLaws {
 public:
  /// What the decider came to, over all trials.
  struct Statistics {
    std::size_t trials = 0;
    std::size_t discarded = 0;                   ///< Trials with a schema that cannot be compiled.
    std::map<std::string, std::size_t> answers;  ///< `yes`, `no`, `unknown: budget` …
    /// Unknown although a sampled instance is a witness; by the answer that was given.
    std::map<std::string, std::size_t> missed;
    std::map<std::string, Breach> missed_examples;
  };
  enum class Witnesses { kOptional, kDemanded };

  /// With kDemanded it is a breach when a decider does not find a witness that sampling finds.
  explicit InclusionLaws(Decide decide, Witnesses witnesses = Witnesses::kOptional)
      : decide_(std::move(decide)), witnesses_(witnesses) {}

  std::optional<Breach> Check(const Trial& trial);
  /// The smallest trial found that breaks the same law.
  Breach Shrink(Breach breach);

  const Statistics& statistics() const { return statistics_; }

 private:
  struct Compiled;
  struct Pair;

  schema::InclusionResult Ask(const Compiled& compiled, std::size_t a, std::size_t b);
  std::optional<Breach> CheckEvaluators(const Trial& trial, const Compiled& compiled) const;
  std::optional<Breach> CheckRewritten(const Trial& trial, const Compiled& compiled) const;
  std::optional<Breach> CheckPair(const Trial& trial, const Compiled& compiled, const Pair& pair);
  std::optional<Breach> CheckAnswer(const Trial& trial, const Compiled& compiled, const Pair& pair);
  std::optional<Breach> CheckTransitivity(const Trial& trial, const Compiled& compiled);
  static std::optional<Breach> FindCounterexample(const std::string& law,
                                                  const Trial& trial,
                                                  const Compiled& compiled,
                                                  const Pair& pair);

  Decide decide_;
  Witnesses witnesses_;
  bool was_slow_ = false;
  Statistics statistics_;
};

}  // namespace accord::test
