#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckMethod(Context&, const MethodPair&) {}

}  // namespace accord::breaking
