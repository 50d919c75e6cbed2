#include "breaking/openapi/context.h"

#include <utility>

#include "breaking/openapi/outbound.h"

namespace accord::breaking::api {

Change& Add(Context& context, const OperationPair& pair, Remark remark, Place before, Place after) {
  Change& change = AddTo(context, {}, std::move(remark), std::move(before), std::move(after));
  change.method = pair.any().method;
  change.path = pair.paths.path;
  change.operation_id = pair.any().id;
  if (change.operation_id.empty() && pair.before != nullptr) {
    change.operation_id = pair.before->id;
  }
  if (pair.paths.outbound && context.strict()) {
    change.strict = OutboundSeverity(*change.rule);
  }
  return change;
}

Change& AddTo(Context& context, std::string section, Remark remark, Place before, Place after) {
  Change change;
  change.rule = &remark.rule;
  change.args = std::move(remark.args);
  change.message = std::move(remark.message);
  change.section = std::move(section);
  change.before = std::move(before);
  change.after = std::move(after);
  return context.out.changes.emplace_back(std::move(change));
}

}  // namespace accord::breaking::api
