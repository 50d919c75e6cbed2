#pragma once

#include <string>

#include "accord/document/value.h"
#include "accord/pact/body.h"

#include "conform/schemas.h"

namespace accord::conform {

/// A body as a value that a schema can be held against.
struct BodyValue {
  document::Value value;
  finding::Span span;   ///< Where all of it stands, when its parts have no places of their own.
  std::string problem;  ///< Why it could not be taken apart; then `value` is its text.
};

/// `content_type`: of a kind that IsReadable() says it of.
BodyValue ReadBody(const pact::Body& body,
                   const std::string& content_type,
                   const CompiledSchema& schema);

}  // namespace accord::conform
