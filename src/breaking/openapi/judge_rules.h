#pragma once

#include <optional>

#include "accord/finding/finding.h"

#include "breaking/openapi/change.h"
#include "breaking/openapi/schema_rules.h"

namespace accord::breaking::api {

/// What is refused although no change that has a name explains it.
const finding::RuleInfo& RefusedRule(const SchemaUse& use);
/// It could not be decided whether something is refused.
const finding::RuleInfo& UndecidedRule(const SchemaUse& use);

/// How a change inside of a schema is weighed.
enum class Weighing : std::uint8_t {
  kBySets,    ///< What payloads it refuses decides.
  kRemark,    ///< It is about what sets do not see, and a warning at most.
  kAsItSays,  ///< As its rule says, or as this change says itself.
};
Weighing WeighingOf(const Change& change);
/// Whether a change can be why something is refused.
bool MayRefuse(const Change& change);
/// What profile strict makes of a change that sets do not see.
std::optional<finding::Severity> SeverityBesideSets(const Change& change);
/// What was edited; nullptr for rules that are not about the inside of schemas.
const SchemaEditRow* EditOf(const Change& change);

}  // namespace accord::breaking::api
