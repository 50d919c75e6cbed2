#include "verify/interaction_run.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/match/generate.h"

#include "verify/failure.h"
#include "verify/rules.h"

namespace accord::verify {
namespace {

using pact::InteractionKind;

std::string KindOf(const pact::Interaction& interaction) {
  switch (interaction.kind) {
    case InteractionKind::kHttp:
      return "http";
    case InteractionKind::kAsyncMessage:
      return "message";
    case InteractionKind::kSyncMessage:
      break;
  }
  return "sync-message";
}

void AddText(const document::Node& node, std::vector<std::string>& out) {
  if (node.is_string()) {
    out.emplace_back(node.text());
  }
  for (const document::Node& item : node.items()) {
    AddText(item, out);
  }
}

/// What the author of the contract wrote for people: text, test name, references.
std::vector<std::string> CommentsOf(const pact::Interaction& interaction) {
  std::vector<std::string> out;
  if (!interaction.comments) {
    return out;
  }
  const document::Node& comments = *interaction.comments;
  if (const auto* text = comments.Find("text")) {
    AddText(*text, out);
  }
  if (const auto* name = comments.Find("testname"); name != nullptr && name->is_string()) {
    out.push_back(fmt::format("test: {}", name->text()));
  }
  if (const auto* references = comments.Find("references")) {
    for (const auto& group : references->members()) {
      for (const auto& entry : group.value.members()) {
        out.push_back(fmt::format("{} {}: {}",
                                  group.key(),
                                  entry.key(),
                                  entry.value.is_string() ? std::string(entry.value.text())
                                                          : document::WriteJson(entry.value)));
      }
    }
  }
  return out;
}

/// Why accord cannot replay this interaction; empty when it can.
std::string UnsupportedReason(const pact::Interaction& interaction) {
  const std::string& transport = interaction.transport;
  static constexpr std::array<std::string_view, 6> kKnown = {
      "", "http", "https", "message", "async-message", "sync-message"};
  if (std::ranges::find(kKnown, transport) == kKnown.end()) {
    return fmt::format("the interaction uses the transport '{}'", transport);
  }
  if (interaction.plugin_configuration && !interaction.plugin_configuration->members().empty()) {
    return fmt::format("the interaction was made with the plugin '{}'",
                       interaction.plugin_configuration->members().front().key());
  }
  return {};
}

const pact::ProviderState kNoState;

}  // namespace

finding::Check DescribeInteraction(const Selected& selected) {
  const pact::Interaction& interaction = *selected.interaction;
  finding::Check check;
  check.group = selected.pact->consumer + " → " + selected.pact->provider;
  check.name = interaction.description;
  check.kind = KindOf(interaction);
  for (const pact::ProviderState& state : interaction.states) {
    check.given.push_back(state.name);
  }
  check.comments = CommentsOf(interaction);
  check.span = interaction.source.Span();
  check.span.source_line.clear();
  return check;
}

InteractionRun::InteractionRun(const Selected& selected, RunContext context, Done done)
    : interaction_(*selected.interaction),
      context_(context),
      done_(std::move(done)),
      check_(DescribeInteraction(selected)) {}

void InteractionRun::Start() {
  if (std::string reason = UnsupportedReason(interaction_); !reason.empty()) {
    Fail(kPluginRequired, reason + ", which this version does not replay", {});
    Finish();
    return;
  }
  if (context_.states == nullptr) {
    for (const pact::ProviderState& state : interaction_.states) {
      check_.notes.push_back(fmt::format(
          "no state change URL is configured, provider state '{}' was not set up", state.name));
    }
    Ask();
    return;
  }
  ChangeState(0, StateChange::Action::kSetup);
}

std::size_t InteractionRun::StateCalls() const {
  return std::max<std::size_t>(interaction_.states.size(), 1);
}

const pact::ProviderState& InteractionRun::State(std::size_t index) const {
  return interaction_.states.empty() ? kNoState : interaction_.states[index];
}

void InteractionRun::ChangeState(std::size_t index, StateChange::Action action) {
  if (index == StateCalls()) {
    if (action == StateChange::Action::kSetup) {
      Ask();
    } else {
      Finish();
    }
    return;
  }
  const pact::ProviderState& state = State(index);
  context_.states->Change(
      {state.name, state.params, action},
      [self = shared_from_this(), index, action](base::Result<StateValues> result) {
        self->StateChanged(index, action, std::move(result));
      });
}

void InteractionRun::StateChanged(std::size_t index,
                                  StateChange::Action action,
                                  base::Result<StateValues> result) {
  const std::string& name = State(index).name;
  if (action == StateChange::Action::kTeardown) {
    if (!result) {
      check_.findings.push_back(finding::Make(
          kStateTeardownFailed,
          fmt::format("tearing down provider state '{}' failed: {}", name, result.error().message),
          check_.span));
    }
    ChangeState(index + 1, action);
    return;
  }
  if (!result) {
    Fail(kStateSetupFailed,
         fmt::format("setting up provider state '{}' failed: {}", name, result.error().message),
         "the interaction was not tried; see the provider's log for the state change call");
    Finish();
    return;
  }
  if (State(index).params) {
    for (const auto& member : State(index).params->members()) {
      state_values_.emplace_back(member.key(), State(index).params.Child(&member.value));
    }
  }
  // Returned values come after the parameters: the last one of a name wins.
  std::ranges::move(*result, std::back_inserter(state_values_));
  ChangeState(index + 1, action);
}

void InteractionRun::Ask() {
  if (interaction_.kind == InteractionKind::kHttp) {
    AskHttp();
  } else {
    AskMessage();
  }
}

void InteractionRun::AskHttp() {
  match::GeneratorContext generators{.mode = match::GeneratorMode::kProvider,
                                     .state_values = state_values_,
                                     .mock_server_url = {},
                                     .random = &context_.random,
                                     .now = context_.options.clock->Now()};
  request_ = interaction_.request.generators.empty()
                 ? interaction_.request
                 : match::Generate(interaction_.request, generators, check_.notes);
  context_.provider.Ask(interaction_,
                        request_,
                        [self = shared_from_this()](base::Result<Timed<pact::Response>> answer) {
                          if (!answer) {
                            self->Fail(kProviderFailed, answer.error().message, {});
                          } else {
                            const pact::Response& expected = self->interaction_.response;
                            const auto mismatches = match::CompareResponse(
                                expected, answer->value, self->context_.options.match);
                            auto findings = Explain(
                                mismatches, self->interaction_, expected.body, answer->value.body);
                            std::ranges::move(findings, std::back_inserter(self->check_.findings));
                            self->CheckTime(answer->milliseconds);
                          }
                          self->TearDownOrFinish();
                        });
}

void InteractionRun::AskMessage() {
  context_.provider.AskMessage(
      interaction_, [self = shared_from_this()](base::Result<Timed<pact::Message>> answer) {
        const pact::Interaction& interaction = self->interaction_;
        if (!answer) {
          self->Fail(kProviderFailed, answer.error().message, {});
        } else if (interaction.kind == InteractionKind::kAsyncMessage ||
                   !interaction.replies.empty()) {
          const pact::Message& expected = interaction.kind == InteractionKind::kAsyncMessage
                                              ? interaction.message
                                              : interaction.replies.front();
          const auto mismatches =
              match::CompareMessage(expected, answer->value, self->context_.options.match);
          auto findings =
              Explain(mismatches, interaction, expected.contents, answer->value.contents);
          std::ranges::move(findings, std::back_inserter(self->check_.findings));
          self->CheckTime(answer->milliseconds);
        }
        self->TearDownOrFinish();
      });
}

void InteractionRun::CheckTime(double milliseconds) {
  check_.milliseconds = milliseconds;
  const auto& limit = context_.options.max_response_ms;
  if (limit && milliseconds > *limit) {
    finding::Finding finding = finding::Make(
        kResponseTooSlow,
        fmt::format(
            "the answer took {:.0f} ms, at most {:.0f} ms are allowed", milliseconds, *limit),
        check_.span);
    check_.findings.push_back(std::move(finding));
  }
}

void InteractionRun::Fail(const finding::RuleInfo& rule, std::string message, std::string help) {
  finding::Finding finding = finding::Make(rule, std::move(message), check_.span);
  finding.help = std::move(help);
  check_.findings.push_back(std::move(finding));
  not_checked_ = true;
}

void InteractionRun::TearDownOrFinish() {
  if (context_.states != nullptr && context_.options.teardown) {
    ChangeState(0, StateChange::Action::kTeardown);
  } else {
    Finish();
  }
}

void InteractionRun::Finish() {
  const bool failed = std::ranges::any_of(check_.findings, [](const finding::Finding& finding) {
    return finding.severity == finding::Severity::kError;
  });
  if (failed) {
    check_.outcome = interaction_.pending ? finding::Outcome::kPending
                     : not_checked_       ? finding::Outcome::kError
                                          : finding::Outcome::kFailed;
    if (interaction_.kind == InteractionKind::kHttp) {
      check_.reproduce = context_.provider.Reproduce(interaction_, request_);
    }
  }
  request_ = {};
  done_(std::move(check_));
}

}  // namespace accord::verify
