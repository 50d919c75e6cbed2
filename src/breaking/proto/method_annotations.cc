#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckMethodAnnotations(Context&, const MethodPair&) {}

}  // namespace accord::breaking
