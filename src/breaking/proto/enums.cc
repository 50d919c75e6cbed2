#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckEnum(Context&, const EnumPair&) {}
void CheckEnumValueNames(Context&, const EnumPair&) {}

}  // namespace accord::breaking
