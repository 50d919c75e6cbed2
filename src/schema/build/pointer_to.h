#pragma once

#include <string>

#include "accord/document/node.h"

namespace accord::schema {

/// The JSON pointer from `root` to a node inside it; empty when it is not there.
std::string PointerTo(const document::Node& target, const document::Node& root);

}  // namespace accord::schema
