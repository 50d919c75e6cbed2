#include <gtest/gtest.h>

#include "accord/schema/includes.h"

#include "tests/support/inclusion_laws.h"

namespace accord::schema::test {
namespace {

using accord::test::Breach;
using accord::test::Decide;
using accord::test::InclusionLaws;
using accord::test::MakeTrial;

constexpr std::uint64_t kTrials = 500;

InclusionResult DecideQuickly(const Schema& a, const Schema& b) {
  return Includes(a, b, {.max_steps = 20000, .max_automaton_states = 2000});
}

// The first breach, made small.
std::optional<Breach> FindBreach(InclusionLaws& laws, std::uint64_t trials) {
  for (std::uint64_t seed = 0; seed < trials; ++seed) {
    if (std::optional<Breach> breach = laws.Check(MakeTrial(seed))) {
      return laws.Shrink(std::move(*breach));
    }
  }
  return std::nullopt;
}

TEST(SchemaInclusion, KeepsItsLaws) {
  InclusionLaws laws(DecideQuickly);
  const std::optional<Breach> breach = FindBreach(laws, kTrials);
  EXPECT_FALSE(breach.has_value()) << ToText(*breach);
  EXPECT_LT(laws.statistics().discarded, kTrials / 10) << "most random schemas can be compiled";
}

// The share that is decided is a matter of quality; this only sees a decider that gives up.
TEST(SchemaInclusion, DecidesMostRandomPairs) {
  InclusionLaws laws(DecideQuickly);
  ASSERT_FALSE(FindBreach(laws, kTrials / 5).has_value());
  std::size_t decided = 0;
  std::size_t asked = 0;
  for (const auto& [answer, count] : laws.statistics().answers) {
    asked += count;
    decided += answer.starts_with("unknown") ? 0 : count;
  }
  EXPECT_GT(decided * 10, asked * 8);
}

TEST(InclusionLaws, SeeWhoSaysYesToEverything) {
  InclusionLaws laws([](const Schema& /*a*/, const Schema& /*b*/) {
    return InclusionResult{.inclusion = Inclusion::kYes};
  });
  const std::optional<Breach> breach = FindBreach(laws, 200);
  ASSERT_TRUE(breach.has_value());
  EXPECT_EQ(breach->law, "what is included has no counterexample");
  ASSERT_EQ(breach->trial.schemas.size(), 2U);
  EXPECT_LT(breach->trial.schemas[0].ToText().size(), 10U) << "nothing is left to take away";
  EXPECT_LT(breach->trial.schemas[1].ToText().size(), 40U);
}

TEST(InclusionLaws, SeeWitnessesThatAreNone) {
  InclusionLaws laws([](const Schema& /*a*/, const Schema& /*b*/) {
    return InclusionResult{.inclusion = Inclusion::kNo,
                           .witness = document::Parse("witness.json", "{\"a\":[]}").document};
  });
  const std::optional<Breach> breach = FindBreach(laws, 200);
  ASSERT_TRUE(breach.has_value());
  EXPECT_TRUE(breach->law == "a witness is one" || breach->law == "a schema includes itself")
      << breach->law;
}

TEST(InclusionLaws, SeeThatTransitivityIsBroken) {
  std::size_t asked = 0;
  InclusionLaws laws([&asked](const Schema& a, const Schema& b) {
    // Of a trial's five questions the last is about its first and its third schema.
    InclusionResult result = DecideQuickly(a, b);
    result.inclusion = ++asked % 5 == 0 ? result.inclusion : Inclusion::kYes;
    return result;
  });
  bool seen = false;
  for (std::uint64_t seed = 0; seed < 300 && !seen; ++seed) {
    asked = 0;
    accord::test::Trial trial = MakeTrial(seed);
    trial.instances.clear();
    const std::optional<Breach> breach = laws.Check(trial);
    seen = breach.has_value() && breach->law == "inclusion is transitive";
  }
  EXPECT_TRUE(seen);
}

}  // namespace
}  // namespace accord::schema::test
