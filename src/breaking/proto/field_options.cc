#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckFieldOptions(Context& /*context*/, const FieldPair& /*fields*/) {}

}  // namespace accord::breaking
