#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckHttp(Context&, const MethodPair&) {}

}  // namespace accord::breaking
