#pragma once

#include "accord/document/node.h"

namespace accord::breaking {

/// Whether what the schemas of a document mean hangs on other documents: on references that leave
/// it, or on a dialect that is described elsewhere.
bool RefersToOthers(const document::Node& root);

}  // namespace accord::breaking
