#pragma once

#include <memory>
#include <vector>

#include "accord/openapi/description.h"

#include "openapi/documents.h"

namespace accord::openapi {

struct Description::Storage {
  std::shared_ptr<const Documents> documents;
  schema::Dialect dialect = schema::Dialect::kOpenApi31;
  std::vector<document::Value> schemas;  // That stand anywhere but in other schemas.
};

}  // namespace accord::openapi
