#include "breaking/openapi/scalars.h"

namespace accord::breaking::api {

bool HoldsScalars(const openapi::Description& description, const document::Value& schema) {
  const document::Value target = schema ? description.Resolve(schema) : document::Value();
  const document::Node* type = target ? target->Find("type") : nullptr;
  return type != nullptr && type->is_string() && type->text() != "array" &&
         type->text() != "object";
}

}  // namespace accord::breaking::api
