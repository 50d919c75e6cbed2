#include "accord/verify/verify.h"

#include <algorithm>
#include <numeric>

#include "verify/interaction_run.h"

namespace accord::verify {
namespace {

bool Matches(const base::Regex& pattern, const std::string& text) {
  return pattern.Match(text) == base::RegexOutcome::kMatch;
}

bool Passes(const pact::Interaction& interaction, const Filter& filter) {
  if (filter.without_state && !interaction.states.empty()) {
    return false;
  }
  if (filter.description && !Matches(*filter.description, interaction.description)) {
    return false;
  }
  return !filter.state ||
         std::ranges::any_of(interaction.states, [&](const pact::ProviderState& state) {
           return Matches(*filter.state, state.name);
         });
}

/// Keeps up to `jobs` interactions going; those with states run alone.
class Scheduler {
 public:
  Scheduler(std::span<const Selected> selected, RunContext context, Observer* observer)
      : selected_(selected), context_(context), observer_(observer), checks_(selected.size()) {
    order_.resize(selected.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    if (context_.options.jobs > 1) {
      std::stable_partition(
          order_.begin(), order_.end(), [&](std::size_t i) { return !HasStates(i); });
    }
  }

  std::vector<finding::Check> Run() {
    Pump();
    while (in_flight_ > 0) {
      context_.provider.Run();
      if (context_.states != nullptr) {
        context_.states->Run();
      }
    }
    return std::move(checks_);
  }

 private:
  bool HasStates(std::size_t index) const { return !selected_[index].interaction->states.empty(); }

  bool MayStart() const {
    if (next_ == order_.size()) {
      return false;
    }
    const bool alone = HasStates(order_[next_]);
    return in_flight_ < (alone ? 1 : std::max<std::size_t>(context_.options.jobs, 1));
  }

  /// Answers may come back during Start(), so this loop never nests.
  void Pump() {
    if (pumping_) {
      return;
    }
    pumping_ = true;
    while (MayStart()) {
      const std::size_t index = order_[next_++];
      if (stopped_) {
        finding::Check check = DescribeInteraction(selected_[index]);
        check.outcome = finding::Outcome::kSkipped;
        check.notes.emplace_back("not run: an earlier interaction failed");
        Record(index, std::move(check));
        continue;
      }
      ++in_flight_;
      std::make_shared<InteractionRun>(selected_[index],
                                       context_,
                                       [this, index](finding::Check check) {
                                         --in_flight_;
                                         Record(index, std::move(check));
                                         Pump();
                                       })
          ->Start();
    }
    pumping_ = false;
  }

  void Record(std::size_t index, finding::Check check) {
    stopped_ = stopped_ ||
               (context_.options.stop_on_failure && (check.outcome == finding::Outcome::kFailed ||
                                                     check.outcome == finding::Outcome::kError));
    checks_[index] = std::move(check);
    ++finished_;
    if (observer_ != nullptr) {
      observer_->OnChecked(checks_[index], finished_, selected_.size());
    }
  }

  std::span<const Selected> selected_;
  RunContext context_;
  Observer* observer_;
  std::vector<finding::Check> checks_;
  std::vector<std::size_t> order_;
  std::size_t next_ = 0;
  std::size_t in_flight_ = 0;
  std::size_t finished_ = 0;
  bool pumping_ = false;
  bool stopped_ = false;
};

}  // namespace

std::vector<Selected> Select(std::span<const pact::Pact> pacts, const Filter& filter) {
  std::vector<Selected> selected;
  for (const pact::Pact& pact : pacts) {
    const auto& consumers = filter.consumers;
    if (!consumers.empty() && std::ranges::find(consumers, pact.consumer) == consumers.end()) {
      continue;
    }
    for (const pact::Interaction& interaction : pact.interactions) {
      if (Passes(interaction, filter)) {
        selected.push_back({&pact, &interaction});
      }
    }
  }
  return selected;
}

finding::Report Verify(std::span<const Selected> selected,
                       Provider& provider,
                       StateHandler* states,
                       const Options& options,
                       Observer* observer) {
  const auto start = options.clock->Steady();
  base::Random own_random = base::Random::FromSystem();
  const RunContext context{
      provider, states, options, options.random != nullptr ? *options.random : own_random};
  finding::Report report;
  report.command = "verify";
  report.subject = provider.Name();
  report.checks = Scheduler(selected, context, observer).Run();
  report.seconds = std::chrono::duration<double>(options.clock->Steady() - start).count();
  finding::Finish(report);
  return report;
}

}  // namespace accord::verify
