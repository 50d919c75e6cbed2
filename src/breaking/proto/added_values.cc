#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckAddedEnumValues(Context&, const EnumPair&) {}

}  // namespace accord::breaking
