#include "pact/expressible.h"

#include <algorithm>

#include <fmt/format.h>

#include "pact/writer.h"

namespace accord::pact {
namespace {

bool HasSeveralRules(const RuleCategory& category) {
  return std::any_of(category.begin(), category.end(), [](const RuleEntry& entry) {
    return entry.list.rules.size() > 1;
  });
}

/// What of the rules v2 cannot say; nullptr when it can say all.
const char* RulesBeyondV2(const MatchingRules& rules) {
  if (!rules.status.empty() || !rules.method.empty() || !rules.metadata.empty()) {
    return "matching rules for the status, the method or metadata";
  }
  if (rules.path.rules.size() > 1 || HasSeveralRules(rules.query) ||
      HasSeveralRules(rules.header) || HasSeveralRules(rules.body)) {
    return "several matching rules on one path";
  }
  return nullptr;
}

const char* BeyondV2(const Interaction& interaction) {
  if (interaction.states.size() > 1) {
    return "several provider states";
  }
  if (!interaction.states.empty() && interaction.states.front().params) {
    return "parameters of provider states";
  }
  if (!interaction.request.generators.empty() || !interaction.response.generators.empty()) {
    return "generators";
  }
  const char* request = RulesBeyondV2(interaction.request.rules);
  return request != nullptr ? request : RulesBeyondV2(interaction.response.rules);
}

const char* BeyondV3(const Interaction& interaction) {
  if (interaction.kind == InteractionKind::kSyncMessage) {
    return "synchronous messages";
  }
  if (interaction.pending) {
    return "pending interactions";
  }
  if (interaction.plugin_configuration) {
    return "plugin data";
  }
  const Message& message = interaction.message;
  if (!IsExpressible(
          interaction.request.body, interaction.request.ContentType(), SpecVersion::kV3) ||
      !IsExpressible(
          interaction.response.body, interaction.response.ContentType(), SpecVersion::kV3) ||
      !IsExpressible(message.contents, message.ContentType(), SpecVersion::kV3)) {
    return "a body of bytes that are no text, without a content type that says so,";
  }
  return nullptr;
}

const char* Beyond(const Interaction& interaction, SpecVersion version) {
  if (version == SpecVersion::kV4) {
    return nullptr;
  }
  const char* beyond = BeyondV3(interaction);
  if (beyond != nullptr || version == SpecVersion::kV3) {
    return beyond;
  }
  return interaction.kind == InteractionKind::kHttp ? BeyondV2(interaction) : "messages";
}

bool HasMixedKinds(const Pact& pact) {
  return std::any_of(
      pact.interactions.begin(), pact.interactions.end(), [&](const Interaction& interaction) {
        return interaction.kind != pact.interactions.front().kind;
      });
}

}  // namespace

base::Result<void> CheckExpressible(const Pact& pact, SpecVersion version) {
  if (version < SpecVersion::kV2) {
    return base::UsageError(fmt::format(
        "contracts are written in version 2.0.0, 3.0.0 or 4.0, not {}", ToString(version)));
  }
  for (const Interaction& interaction : pact.interactions) {
    if (const char* beyond = Beyond(interaction, version)) {
      return base::UsageError(
          fmt::format("version {} of the Pact specification cannot express {} "
                      "(interaction {})",
                      ToString(version),
                      beyond,
                      NameOf(interaction)));
    }
  }
  if (version < SpecVersion::kV4 && HasMixedKinds(pact)) {
    return base::UsageError(
        fmt::format("a contract of version {} holds either HTTP interactions or messages; write "
                    "version 4.0",
                    ToString(version)));
  }
  return {};
}

}  // namespace accord::pact
