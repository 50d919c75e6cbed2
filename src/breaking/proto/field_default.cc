#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckFieldDefault(Context& /*context*/, const FieldPair& /*fields*/) {}

}  // namespace accord::breaking
