#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "accord/pact/matching_rules.h"

namespace accord::match {

/// Whether a matcher looks only at the text form of what came, in JSON as elsewhere: regex,
/// include, date, time, datetime, contentType.
bool JudgesTextForm(pact::Matcher matcher);
/// Applies such a rule; nullopt when it holds.
std::optional<std::string> CheckTextForm(const pact::Rule& rule, std::string_view actual);

/// Why the text is no Semantic Version 2.0.0; nullopt when it is one.
std::optional<std::string> CheckSemver(std::string_view text);

/// The sentence for a rule that only a plugin could apply.
std::string PluginSentence(const pact::Rule& rule);

/// The pattern of a date, time or datetime rule, or its default.
std::string_view DateFormat(const pact::Rule& rule);

}  // namespace accord::match
