#include "breaking/proto/moves.h"

#include "breaking/proto/context.h"

namespace accord::breaking {

Moves Moves::Find(const proto::Image&, const proto::Image&) {
  return {};
}

std::string_view Moves::NewName(std::string_view before) const {
  const auto found = names_.find(std::string(before));
  return found == names_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Moves::NewPackage(std::string_view package) const {
  const auto found = packages_.find(std::string(package));
  return found == packages_.end() ? std::string_view() : std::string_view(found->second);
}

const std::vector<std::string>& Moves::NewFiles(std::string_view path) const {
  static const std::vector<std::string> none;
  const auto found = files_.find(std::string(path));
  return found == files_.end() ? none : found->second;
}

void CheckMoves(Context&) {}

}  // namespace accord::breaking
