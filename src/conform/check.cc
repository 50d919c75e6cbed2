#include "accord/conform/check.h"

#include <utility>

#include "conform/async_api.h"
#include "conform/http.h"
#include "conform/messages.h"
#include "conform/rules.h"

namespace accord::conform {
namespace {

using finding::Outcome;
using pact::InteractionKind;

std::string_view KindOf(InteractionKind kind) {
  return kind == InteractionKind::kHttp ? "http" : "message";
}

finding::Check MakeCheck(const pact::Pact& pact, const pact::Interaction& interaction) {
  finding::Check check;
  check.group = pact.consumer + " → " + pact.provider;
  check.name = interaction.description;
  check.kind = KindOf(interaction.kind);
  check.span = interaction.source.Span();
  for (const pact::ProviderState& state : interaction.states) {
    check.given.push_back(state.name);
  }
  return check;
}

void Skip(finding::Check& check, std::string why) {
  check.outcome = Outcome::kSkipped;
  check.notes.push_back(std::move(why));
}

}  // namespace

struct Checker::State {
  explicit State(Specification described)
      : specification(std::move(described)), workshop{Router(specification.apis), {}, {}} {}

  finding::Check Run(const pact::Pact& pact, const pact::Interaction& interaction, Ledger& ledger) {
    finding::Check check = MakeCheck(pact, interaction);
    const bool http = interaction.kind == InteractionKind::kHttp;
    const bool described = http ? !specification.apis.empty() : specification.describes_messages();
    if (!described && !specification.empty()) {
      Skip(check,
           http ? "no OpenAPI description was given"
                : "no AsyncAPI document, JSON Schema or .proto file was given");
      return check;
    }
    Remarks remarks(ledger);
    if (http && !described) {
      remarks.Add(kRequestSpecMissing,
                  "there is no OpenAPI description to check the interaction against",
                  {interaction.source.Span(), "", {}});
    } else if (http) {
      HttpCheck(interaction, workshop, remarks).Run();
    } else {
      MessageCheck(interaction, specification, workshop.schemas, remarks).Run();
    }
    std::move(remarks).MoveInto(check);
    if (interaction.pending && check.outcome == Outcome::kFailed) {
      check.outcome = Outcome::kPending;
    }
    return check;
  }

  Specification specification;
  Workshop workshop;
};

Checker::Checker(Specification specification)
    : state_(std::make_unique<State>(std::move(specification))) {}
Checker::~Checker() = default;

std::vector<finding::Check> Checker::Check(const pact::Pact& pact) {
  std::vector<finding::Check> checks;
  checks.reserve(pact.interactions.size());
  Ledger ledger;
  PrepareSchemas(pact, state_->workshop);
  for (const pact::Interaction& interaction : pact.interactions) {
    checks.push_back(state_->Run(pact, interaction, ledger));
  }
  for (finding::Check& check : checks) {
    std::erase_if(check.findings,
                  [&](finding::Finding& finding) { return !ledger.Complete(finding); });
  }
  return checks;
}

std::vector<finding::Finding> Checker::Unused() const {
  return state_->workshop.usage.Unused(state_->workshop.router.routes(), state_->workshop.schemas);
}

}  // namespace accord::conform
