#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "accord/base/clock.h"
#include "accord/base/random.h"
#include "accord/base/regex.h"
#include "accord/finding/report.h"
#include "accord/match/compare.h"
#include "accord/pact/pact.h"
#include "accord/verify/provider.h"

namespace accord::verify {

/// Which interactions run. All that are set must hold.
struct Filter {
  std::vector<std::string> consumers;      ///< Exact names; empty = all.
  std::optional<base::Regex> description;  ///< Searched in the description.
  std::optional<base::Regex> state;        ///< Searched in every state's name.
  bool without_state = false;              ///< Only interactions without states.
};

struct Options {
  Filter filter;
  bool teardown = true;          ///< Call teardown after each interaction with a state handler.
  std::size_t jobs = 1;          ///< Above 1: interactions without states run side by side.
  bool stop_on_failure = false;  ///< The rest is reported as skipped.
  std::optional<double> max_response_ms;  ///< Slower is a finding.
  match::Options match;
  const base::Clock* clock = &base::Clock::System();
  base::Random* random = nullptr;  ///< For generators; nullptr: seeded by the system.
};

/// Told about the progress of a run, always from the calling thread.
class Observer {
 public:
  virtual ~Observer() = default;
  /// In the order in which interactions end.
  virtual void OnChecked(const finding::Check& check, std::size_t done, std::size_t total) = 0;

 protected:
  Observer() = default;
  Observer(const Observer&) = default;
  Observer& operator=(const Observer&) = default;
  Observer(Observer&&) = default;
  Observer& operator=(Observer&&) = default;
};

/// One interaction a run would check.
struct Selected {
  const pact::Pact* pact = nullptr;
  const pact::Interaction* interaction = nullptr;
};

/// What the filter leaves, in contract order.
std::vector<Selected> Select(std::span<const pact::Pact> pacts, const Filter& filter);

/// Replays every selected interaction; checks come back in contract order. `states` and `observer`
/// may be nullptr. A failure of one interaction never stops the others, unless asked.
finding::Report Verify(std::span<const Selected> selected,
                       Provider& provider,
                       StateHandler* states,
                       const Options& options,
                       Observer* observer);

/// Rules this module may report, for `accord rules`.
std::span<const finding::RuleInfo* const> Rules();

}  // namespace accord::verify
