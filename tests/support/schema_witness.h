#pragma once

#include <string>

#include "accord/schema/schema.h"

namespace accord::test {

/// Checks with every evaluator that `instance` fits `accepts` and does not fit `rejects`. Empty
/// when that is so, else who says otherwise.
std::string WitnessFault(const schema::Schema& accepts,
                         const schema::Schema& rejects,
                         const document::Node& instance);

/// Empty when the compiled program and the traced evaluation agree about an instance.
std::string EvaluatorFault(const schema::Schema& schema, const document::Node& instance);

}  // namespace accord::test
