#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckPublicImports(Context&, const FilePair&) {}

}  // namespace accord::breaking
