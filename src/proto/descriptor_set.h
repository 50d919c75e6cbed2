#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "accord/proto/sources.h"

namespace accord::proto {

/// The sources of a FileDescriptorSet: binary (as protoc and buf write it), or JSON. `display` is
/// what messages call it. What cannot be read has no entries, and a finding.
std::shared_ptr<const Sources> OpenDescriptorSet(std::string display, std::string_view bytes);

}  // namespace accord::proto
