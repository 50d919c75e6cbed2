#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckFieldCardinality(Context& /*context*/, const FieldPair& /*fields*/) {}

}  // namespace accord::breaking
