#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckServicePaths(Context&) {}

}  // namespace accord::breaking
