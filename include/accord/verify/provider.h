#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/base/result.h"
#include "accord/document/value.h"
#include "accord/pact/pact.h"

namespace accord::verify {

/// What came back, and how long it took.
template <typename T>
struct Timed {
  T value;
  double milliseconds = 0;
};

using ResponseDone = std::function<void(base::Result<Timed<pact::Response>>)>;
using MessageDone = std::function<void(base::Result<Timed<pact::Message>>)>;

/// The provider under test as the verifier sees it. Implementations answer by calling `done`, at
/// once or later from Run(). Not thread-safe.
class Provider {
 public:
  virtual ~Provider() = default;

  /// `interaction` is what the request belongs to; `request` already has its generated values.
  virtual void Ask(const pact::Interaction& interaction,
                   const pact::Request& request,
                   ResponseDone done) = 0;
  /// Asks for the message that the description and the states promise. For a synchronous message
  /// `interaction.message` is the request.
  virtual void AskMessage(const pact::Interaction& interaction, MessageDone done) = 0;
  /// Works until every `done` has been called.
  virtual void Run() = 0;
  /// A command line that repeats the request, without secrets; empty when there is none.
  virtual std::string Reproduce(const pact::Interaction& interaction,
                                const pact::Request& request) const = 0;
  /// "http://localhost:8080" or "in process", for headings.
  virtual std::string Name() const = 0;

 protected:
  Provider() = default;
  Provider(const Provider&) = default;
  Provider& operator=(const Provider&) = default;
  Provider(Provider&&) = default;
  Provider& operator=(Provider&&) = default;
};

/// A provider in this process: no socket, for unit tests.
class HandlerProvider : public Provider {
 public:
  using RequestHandler = std::function<pact::Response(const pact::Request&)>;
  using MessageHandler = std::function<pact::Message(const pact::Interaction&)>;

  /// Either may be empty; asking for what is missing is an error of that interaction.
  explicit HandlerProvider(RequestHandler requests, MessageHandler messages = {})
      : requests_(std::move(requests)), messages_(std::move(messages)) {}

  void Ask(const pact::Interaction& interaction,
           const pact::Request& request,
           ResponseDone done) override;
  void AskMessage(const pact::Interaction& interaction, MessageDone done) override;
  void Run() override {}
  std::string Reproduce(const pact::Interaction& interaction,
                        const pact::Request& request) const override;
  std::string Name() const override { return "in process"; }

 private:
  RequestHandler requests_;
  MessageHandler messages_;
};

/// One call to the provider's state endpoint.
struct StateChange {
  enum class Action { kSetup, kTeardown };
  std::string state;       ///< Empty for an interaction without states.
  document::Value params;  ///< An object, or empty.
  Action action = Action::kSetup;
};

/// Values a state returned: name → value, for ProviderState generators.
using StateValues = std::vector<std::pair<std::string, document::Value>>;
using StateDone = std::function<void(base::Result<StateValues>)>;

/// Brings the provider into a state.
class StateHandler {
 public:
  virtual ~StateHandler() = default;
  virtual void Change(const StateChange& change, StateDone done) = 0;
  /// Works until every `done` has been called.
  virtual void Run() = 0;

 protected:
  StateHandler() = default;
  StateHandler(const StateHandler&) = default;
  StateHandler& operator=(const StateHandler&) = default;
  StateHandler(StateHandler&&) = default;
  StateHandler& operator=(StateHandler&&) = default;
};

/// States by a function in this process.
class FunctionStates : public StateHandler {
 public:
  using Function = std::function<base::Result<StateValues>(const StateChange&)>;
  explicit FunctionStates(Function function) : function_(std::move(function)) {}
  void Change(const StateChange& change, StateDone done) override { done(function_(change)); }
  void Run() override {}

 private:
  Function function_;
};

}  // namespace accord::verify
