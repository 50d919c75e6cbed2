#include "cli/breaking_consumers.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cli/contracts.h"
#include "cli/url_fetcher.h"

namespace accord::cli {

using finding::Finding;
using finding::Severity;

base::Result<std::unique_ptr<conform::Consumers>> LoadConsumers(const BreakingSettings& settings,
                                                                std::vector<Finding>& faults) {
  if (settings.consumers.empty()) {
    if (settings.gate == "consumers") {
      return base::UsageError("--gate consumers needs to know them: --consumers CONTRACT…");
    }
    return std::unique_ptr<conform::Consumers>();
  }
  auto contracts = LoadContracts({settings.consumers, {}, LazyFetcher()});
  if (!contracts) {
    return contracts.error();
  }
  if (contracts->pacts.empty() && contracts->findings.empty()) {
    return base::InputError("--consumers: there is no contract in what was named");
  }
  std::ranges::move(contracts->findings, std::back_inserter(faults));
  return std::make_unique<conform::Consumers>(std::move(contracts->pacts), faults);
}

void ApplyGate(const BreakingSettings& settings, std::vector<Finding>& findings) {
  if (settings.gate != "consumers") {
    return;
  }
  for (Finding& finding : findings) {
    if (finding.severity == Severity::kError && finding.hits && finding.hits->empty()) {
      finding.severity = Severity::kWarning;
    }
  }
}

}  // namespace accord::cli
