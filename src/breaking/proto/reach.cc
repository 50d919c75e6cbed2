#include "breaking/proto/reach.h"

namespace accord::breaking {

Reach Reach::Of(const proto::Image& /*image*/) {
  return {};
}

Reach::Use Reach::UseOf(std::string_view full_name) const {
  const auto found = nodes_.find(std::string(full_name));
  return found == nodes_.end() ? Use() : found->second.use;
}

std::string Reach::WayTo(std::string_view /*full_name*/) const {
  return {};
}

}  // namespace accord::breaking
