#include "accord/schema/schema.h"

namespace accord::schema {

document::DocumentPtr MetaSchema(std::string_view /*uri*/) {
  return nullptr;
}

}  // namespace accord::schema
