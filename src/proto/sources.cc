#include "accord/proto/sources.h"

#include <algorithm>

namespace accord::proto {

const SourceEntry* Sources::Find(std::string_view path) const {
  const auto found = std::lower_bound(
      entries_.begin(), entries_.end(), path, [](const SourceEntry& a, std::string_view wanted) {
        return a.path < wanted;
      });
  return found != entries_.end() && found->path == path ? &*found : nullptr;
}

}  // namespace accord::proto
