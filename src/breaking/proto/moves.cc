#include "breaking/proto/moves.h"

namespace accord::breaking {

std::string_view Moves::NewName(std::string_view before) const {
  const auto found = names_.find(std::string(before));
  return found == names_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace accord::breaking
