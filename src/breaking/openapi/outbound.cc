#include "breaking/openapi/outbound.h"

#include <algorithm>
#include <array>
#include <utility>

#include "breaking/openapi/rules.h"

namespace accord::breaking::api {
namespace {

using finding::RuleInfo;
using finding::Severity;
using Weight = std::pair<const RuleInfo*, Severity>;

// Clients that receive requests can do without what they did not know, and miss what is gone; what
// they answer has to be taken as before.
constexpr std::array kWeights{
    Weight{&kNewRequiredParameter, Severity::kInfo},
    Weight{&kNewPathParameter, Severity::kInfo},
    Weight{&kParameterRemoved, Severity::kError},
    Weight{&kParameterBecameRequired, Severity::kInfo},
    Weight{&kParameterBecameOptional, Severity::kError},
    Weight{&kBodyAddedRequired, Severity::kInfo},
    Weight{&kBodyBecameRequired, Severity::kInfo},
    Weight{&kBodyBecameOptional, Severity::kError},
    Weight{&kRequestMediaTypeAdded, Severity::kError},
    Weight{&kRequestMediaTypeRemoved, Severity::kInfo},
    Weight{&kRequestMediaTypeSchemaAdded, Severity::kInfo},
    Weight{&kRequestMediaTypeSchemaRemoved, Severity::kWarning},
    Weight{&kResponseMediaTypeSchemaAdded, Severity::kError},
    Weight{&kResponseMediaTypeSchemaRemoved, Severity::kInfo},
    Weight{&kResponseMediaTypeGeneralized, Severity::kInfo},
    Weight{&kResponseMediaTypeSpecialized, Severity::kError},
    Weight{&kRequiredResponseHeaderRemoved, Severity::kInfo},
    Weight{&kOptionalResponseHeaderRemoved, Severity::kInfo},
    Weight{&kResponseHeaderBecameOptional, Severity::kInfo},
    Weight{&kResponseHeaderBecameRequired, Severity::kError},
};

}  // namespace

std::optional<Severity> OutboundSeverity(const RuleInfo& rule) {
  const auto known = std::ranges::find(kWeights, &rule, &Weight::first);
  return known == kWeights.end() ? std::nullopt : std::optional(known->second);
}

}  // namespace accord::breaking::api
