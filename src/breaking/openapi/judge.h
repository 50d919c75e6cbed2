#pragma once

#include <span>

#include "accord/breaking/openapi.h"

#include "breaking/openapi/context.h"

namespace accord::breaking::api {

/// Says of changes inside of schemas what they mean for payloads, for profile strict. Changes that
/// only write the same in other words are taken out; those that refuse nothing that was accepted
/// become infos; an error is proved by a payload. Where nothing that has a name explains what is
/// refused, or where it could not be decided, a change says so.
void JudgeSchemas(const openapi::Description& before,
                  const openapi::Description& after,
                  const OpenApiOptions& options,
                  Differences& differences);

/// The rules of the changes that JudgeSchemas adds.
std::span<const finding::RuleInfo* const> JudgeRules();

}  // namespace accord::breaking::api
