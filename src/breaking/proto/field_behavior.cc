#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckFieldBehavior(Context&, const FieldPair&) {}

}  // namespace accord::breaking
