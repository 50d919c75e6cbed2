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
/// - if a ⊆ b and b ⊆ c then a ⊆ c is not denied;
/// - every answer comes in time.
class InclusionLaws {
 public:
  /// What the decider came to, over all trials.
  struct Statistics {
    std::size_t trials = 0;
    std::size_t discarded = 0;                   ///< Trials with a schema that cannot be compiled.
    std::map<std::string, std::size_t> answers;  ///< `yes`, `no`, `unknown: budget` …
    /// Unknown although a sampled instance is a witness; by the reason that was given.
    std::map<std::string, std::size_t> missed;
    std::map<std::string, std::string> missed_examples;
  };

  explicit InclusionLaws(Decide decide) : decide_(std::move(decide)) {}

  std::optional<Breach> Check(const Trial& trial);
  /// The smallest trial found that breaks the same law.
  Breach Shrink(Breach breach);

  const Statistics& statistics() const { return statistics_; }

 private:
  struct Compiled;
  struct Pair;

  schema::InclusionResult Ask(const Compiled& compiled, std::size_t a, std::size_t b);
  std::optional<Breach> CheckEvaluators(const Trial& trial, const Compiled& compiled) const;
  std::optional<Breach> CheckPair(const Trial& trial, const Compiled& compiled, const Pair& pair);
  std::optional<Breach> CheckAnswer(const Trial& trial, const Compiled& compiled, const Pair& pair);
  std::optional<Breach> CheckTransitivity(const Trial& trial, const Compiled& compiled);
  void CountUnknown(const Trial& trial,
                    const Compiled& compiled,
                    const Pair& pair,
                    const std::string& answer);

  Decide decide_;
  bool was_slow_ = false;
  Statistics statistics_;
};

}  // namespace accord::test
