#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckFieldType(Context& /*context*/, const FieldPair& /*fields*/) {}

}  // namespace accord::breaking
