#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckDeletedPackages(Context&) {}

}  // namespace accord::breaking
