#include "breaking/proto/checks.h"

namespace accord::breaking {

void CheckDeletedFields(Context&, const MessagePair&) {}
void CheckDeletedOneofs(Context&, const MessagePair&) {}
void CheckDeletedEnumValues(Context&, const EnumPair&) {}
void CheckDeletedMethods(Context&, const ServicePair&) {}

}  // namespace accord::breaking
