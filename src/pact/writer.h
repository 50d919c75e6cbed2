#pragma once

#include <string>
#include <string_view>

#include "accord/document/document.h"
#include "accord/pact/pact.h"

namespace accord::pact {

/// Where a contract is written to, and in which version. Each part appends itself to `out`; what a
/// version cannot express was refused before (CheckExpressible).
struct Writer {
  document::Builder& out;
  SpecVersion version;

  bool is_v4() const { return version == SpecVersion::kV4; }
  void Text(std::string_view key, std::string_view text) {
    out.Key(key);
    out.String(text);
  }
  void Copy(std::string_view key, const document::Value& value);
  void CopyAll(const Extras& extras);
};

/// The member of a body, unless it is missing. `content_type` is what the headers say.
void WriteBody(Writer& writer,
               std::string_view key,
               const Body& body,
               std::string_view content_type);
/// True when the bytes can stand in a contract of `version` without being damaged.
bool IsExpressible(const Body& body, std::string_view content_type, SpecVersion version);

/// The member `matchingRules`, unless there are none.
void WriteRules(Writer& writer, const MatchingRules& rules);
/// The value of a category map: path → rules.
void WriteRuleCategory(Writer& writer, const RuleCategory& category);
void WriteRule(Writer& writer, const Rule& rule);

/// The member `generators`, unless there are none.
void WriteGenerators(Writer& writer, const Generators& generators);
/// Path → generator.
void WriteGeneratorPaths(Writer& writer, const std::vector<GeneratorEntry>& entries);

/// One element of `interactions` or `messages`.
void WriteInteraction(Writer& writer, const Interaction& interaction);

/// Description and states in words, for messages to people.
std::string NameOf(const Interaction& interaction);

}  // namespace accord::pact
