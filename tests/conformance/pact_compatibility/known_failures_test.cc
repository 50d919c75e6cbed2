#include "tests/conformance/pact_compatibility/known_failures.h"

#include <gmock/gmock.h>

#include "tests/conformance/pact_compatibility/expectation.h"

namespace accord::compatibility {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(KnownFailures, EveryLineNamesAScenarioAndAReason) {
  EXPECT_THAT(ParseKnownFailures("# a comment\n\nV9/orders:Buying # not supported\n"),
              ElementsAre(Pair("V9/orders:Buying", "not supported")));
}

TEST(KnownFailures, ALineWithoutAReasonFails) {
  EXPECT_THROW(ParseKnownFailures("V9/orders:Buying\n"), StepFailure);
}

}  // namespace
}  // namespace accord::compatibility
