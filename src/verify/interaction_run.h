#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "accord/verify/verify.h"

namespace accord::verify {

/// What all interactions of one run share.
struct RunContext {
  Provider& provider;
  StateHandler* states;  ///< May be nullptr.
  const Options& options;
  base::Random& random;
};

/// A check that says what an interaction is, not yet how it ended.
finding::Check DescribeInteraction(const Selected& selected);

/// Takes one interaction through set-up, request, comparison and teardown. Keeps itself alive
/// until `done` has been called with the finished check.
class InteractionRun : public std::enable_shared_from_this<InteractionRun> {
 public:
  using Done = std::function<void(finding::Check)>;

  InteractionRun(const Selected& selected, RunContext context, Done done);
  void Start();

 private:
  void ChangeState(std::size_t index, StateChange::Action action);
  void StateChanged(std::size_t index,
                    StateChange::Action action,
                    base::Result<StateValues> result);
  void Ask();
  void AskHttp();
  void AskMessage();
  void CheckTime(double milliseconds);
  void Fail(const finding::RuleInfo& rule, std::string message, std::string help);
  void TearDownOrFinish();
  void Finish();
  std::size_t StateCalls() const;
  const pact::ProviderState& State(std::size_t index) const;

  const pact::Interaction& interaction_;
  RunContext context_;
  Done done_;
  finding::Check check_;
  pact::Request request_;
  StateValues state_values_;
  bool not_checked_ = false;
};

}  // namespace accord::verify
