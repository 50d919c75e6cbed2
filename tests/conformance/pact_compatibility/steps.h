#pragma once

#include "tests/conformance/pact_compatibility/step_registry.h"

namespace accord::compatibility {

/// One function per subject of the suite; together they define every step.
void AddMockServerSteps(StepRegistry& registry);
void AddContractFileSteps(StepRegistry& registry);
void AddInteractionSteps(StepRegistry& registry);
void AddMessageConsumerSteps(StepRegistry& registry);
void AddMatchingSteps(StepRegistry& registry);
void AddGeneratorSteps(StepRegistry& registry);
void AddHttpProviderSteps(StepRegistry& registry);
void AddMessageProviderSteps(StepRegistry& registry);
void AddVerificationSteps(StepRegistry& registry);

}  // namespace accord::compatibility
