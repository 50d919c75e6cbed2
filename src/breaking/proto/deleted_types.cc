#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckDeletedInFile(Context&, const FilePair&) {}

}  // namespace accord::breaking
