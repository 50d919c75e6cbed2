#pragma once

#include <optional>

#include "accord/finding/finding.h"

namespace accord::breaking::api {

/// What a change means when the provider sends the requests and its clients answer them, as for
/// webhooks and callbacks. nullopt: the same as otherwise.
std::optional<finding::Severity> OutboundSeverity(const finding::RuleInfo& rule);

}  // namespace accord::breaking::api
