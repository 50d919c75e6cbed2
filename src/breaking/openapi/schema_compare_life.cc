#include "breaking/openapi/schema_compare.h"

namespace accord::breaking::api {

// Which edits these amount to is known where the schema is used: policies ask for time ahead.
void CompareLife(PairComparison& pair) {
  const bool deprecated = pair.after.Flag("deprecated");
  if (deprecated != pair.before.Flag("deprecated")) {
    pair.Add(deprecated ? SchemaEdit::kDeprecated : SchemaEdit::kReactivated, "deprecated");
  }
  constexpr std::string_view kStability = "x-stability-level";
  if (pair.before.Text(kStability) != pair.after.Text(kStability)) {
    pair.Add(SchemaEdit::kStabilityDecreased, kStability);
  }
}

}  // namespace accord::breaking::api
