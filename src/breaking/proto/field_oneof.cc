#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckFieldOneof(Context& /*context*/, const FieldPair& /*fields*/) {}

}  // namespace accord::breaking
