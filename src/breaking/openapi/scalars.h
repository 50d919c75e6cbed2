#pragma once

#include "accord/document/value.h"
#include "accord/openapi/description.h"

namespace accord::breaking::api {

/// Whether a schema says by its type that it describes neither lists nor objects.
bool HoldsScalars(const openapi::Description& description, const document::Value& schema);

}  // namespace accord::breaking::api
