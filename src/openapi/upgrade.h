#pragma once

#include "accord/document/document.h"

#include "openapi/documents.h"

namespace accord::openapi {

struct Upgraded {
  document::DocumentPtr document;
  bool complete = true;  ///< Nothing was left out because other files are taken over too often.
};

/// A Swagger 2.0 document as OpenAPI 3.0 would have it. Its places are places in the original; what
/// is taken over from other files stands where the reference to it stands. `originals` leads to
/// these, and knows the document. What does not have the form that it should have is taken over as
/// it is.
Upgraded Upgrade(const document::DocumentPtr& document, const Documents& originals);

/// A document of Swagger 2.0 schemas as OpenAPI 3.0 would have them; itself when they are the same.
document::DocumentPtr UpgradeSchemas(const document::DocumentPtr& document,
                                     const Documents& originals);

}  // namespace accord::openapi
