#include <utility>

#include "breaking/openapi/lifecycle.h"
#include "breaking/openapi/schema_changes.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking::api {

void CompareUse(Context& context, const OperationPair& pair, SchemaUse use, bool optional) {
  if (!use.before || !use.after) {
    return;
  }
  if (pair.paths.outbound && context.strict()) {
    use.flow = use.flow == Flow::kRequest ? Flow::kResponse : Flow::kRequest;
  }
  const std::string& id = pair.after->id.empty() ? pair.before->id : pair.after->id;
  const SchemaComparisonContext place{
      .comparison = *context.out.schemas,
      .options = context.options,
      .today = context.today,
      .method = pair.after->method,
      .path = pair.paths.path,
      .operation_id = id,
      .optional_parameter = optional,
      .deprecation_days = DeprecationDays(context.options, StabilityOf(pair.after->source)),
      .tell_once = context.strict()};
  SchemaUse& kept = context.out.uses.emplace_back(std::move(use));
  kept.method = place.method;
  kept.path = place.path;
  kept.operation_id = id;
  kept.touch = TouchedBy(context, pair);
  kept.differs = CompareSchemaUse(kept, place, context.out.changes);
}

}  // namespace accord::breaking::api
