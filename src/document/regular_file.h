#pragma once

#include <cstddef>
#include <string>

#include "accord/base/result.h"

namespace accord::document {

/// Bytes of a regular file; pipes and devices are refused without waiting for them, and what is
/// larger than the limit is not read. `name` is how messages call it.
base::Result<std::string> ReadRegularFile(const std::string& path,
                                          const std::string& name,
                                          std::size_t max_bytes);

/// `cannot read NAME: what errno means`.
base::Error CannotRead(const std::string& name, int error);
base::Error TooLarge(const std::string& name, std::size_t max_bytes);
/// For names that are no file at all.
base::Error NotRegular(const std::string& name);

}  // namespace accord::document
