#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckFieldName(Context& /*context*/, const FieldPair& /*fields*/) {}

}  // namespace accord::breaking
