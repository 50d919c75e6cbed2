#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckReserved(Context&, const MessagePair&) {}
void CheckReserved(Context&, const EnumPair&) {}
void CheckExtensionRanges(Context&, const MessagePair&) {}

}  // namespace accord::breaking
