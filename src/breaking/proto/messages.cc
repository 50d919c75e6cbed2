#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckMessage(Context&, const MessagePair&) {}
void CheckRequiredFields(Context&, const MessagePair&) {}

}  // namespace accord::breaking
