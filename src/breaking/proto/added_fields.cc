#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckAddedFields(Context&, const MessagePair&) {}

}  // namespace accord::breaking
