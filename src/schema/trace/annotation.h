#pragma once

#include "accord/document/document.h"

#include "schema/trace/trace_step.h"

namespace accord::schema {

/// What an applicator tells about the items or members it applied to: names, the last position,
/// `true` for all. nullptr for keywords that tell nothing.
document::DocumentPtr MakeAnnotation(const TraceStep& keyword);

}  // namespace accord::schema
