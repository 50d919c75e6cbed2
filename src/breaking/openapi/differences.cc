#include "breaking/openapi/differences.h"

#include <algorithm>

#include "accord/base/strings.h"

#include "breaking/openapi/lifecycle.h"
#include "breaking/openapi/rules.h"
#include "breaking/openapi/schema_changes.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {

Differences CompareDescriptions(const openapi::Description& before,
                                const openapi::Description& after,
                                const OpenApiOptions& options,
                                bool merge_parameters) {
  Differences out;
  out.schemas = std::make_unique<SchemaPairings>(before, after, options.profile);
  const bool strict = options.profile == OpenApiProfile::kStrict;
  Context context{
      .before = before,
      .after = after,
      .options = options,
      .today = ParseDay(options.today).value_or(std::chrono::sys_days()),
      .merge_parameters = merge_parameters || strict,
      .out = out,
  };
  ComparePaths(context);
  CompareWebhooks(context);
  CompareGlobalSecurity(context);
  CompareGlobalServers(context);
  CompareComponents(context);
  // What is judged has to be complete, so rules that are not wanted are left out later.
  std::erase_if(out.changes, [&options, strict](const Change& change) {
    return !strict && (!options.rules.Enabled(*change.rule) || !IsOasdiffRule(*change.rule));
  });
  return out;
}

}  // namespace accord::breaking::api
