#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckMessageConstraints(Context&, const MessagePair&) {}
void CheckFieldConstraints(Context&, const FieldPair&) {}

}  // namespace accord::breaking
