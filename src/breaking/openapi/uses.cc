#include <utility>

#include "breaking/openapi/findings.h"
#include "breaking/openapi/lifecycle.h"
#include "breaking/openapi/schema_changes.h"
#include "breaking/openapi/subjects.h"

namespace accord::breaking {
namespace {

/// Whether what a rule is about has to be sent now.
bool IsDemand(const finding::RuleInfo& rule) {
  return rule.id.starts_with("new-required-") ||
         rule.id.find("-became-required") != std::string_view::npos;
}

}  // namespace

void CompareUse(Context& context, const OperationPair& pair, SchemaUse use, bool optional) {
  if (!use.before || !use.after) {
    return;
  }
  if (pair.paths.outbound && context.strict()) {
    use.flow = use.flow == Flow::kRequest ? Flow::kResponse : Flow::kRequest;
  }
  const std::string& id = pair.after->id.empty() ? pair.before->id : pair.after->id;
  const SchemaComparisonContext place{
      .comparison = context.schemas,
      .options = context.options,
      .today = context.today,
      .method = pair.after->method,
      .path = pair.paths.path,
      .operation_id = id,
      .optional_parameter = optional,
      .deprecation_days = DeprecationDays(context.options, StabilityOf(pair.after->source))};
  std::vector<Change>& changes = context.out.changes;
  const std::size_t known = changes.size();
  CompareSchemaUse(context.out.uses.emplace_back(std::move(use)), place, changes);
  if (!IsRecorded(pair.paths)) {
    return;
  }
  for (std::size_t i = known; i < changes.size(); ++i) {
    Change& change = changes[i];
    change.touch = context.subject;
    change.touch->operation = change.method + " " + change.path;
    if (change.use->carrier == Carrier::kBody) {
      change.touch->field = PayloadPath(change.schema_path);
      change.touch->strikes_absence = change.use->flow == Flow::kRequest && IsDemand(*change.rule);
    }
  }
}

}  // namespace accord::breaking
