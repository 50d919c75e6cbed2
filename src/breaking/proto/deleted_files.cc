#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckDeletedFiles(Context&) {}

}  // namespace accord::breaking
