#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckFileOptions(Context&, const FilePair&) {}

}  // namespace accord::breaking
