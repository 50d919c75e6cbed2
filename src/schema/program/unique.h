#pragma once

#include "accord/document/node.h"

namespace accord::schema {

/// No two items are equal by value.
bool HasUniqueItems(const document::Node& array);

}  // namespace accord::schema
