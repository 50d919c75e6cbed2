#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckSwappedNumbers(Context&, const MessagePair&) {}

}  // namespace accord::breaking
