#include "breaking/proto/uncompiled.h"

#include "breaking/proto/elements.h"

namespace accord::breaking {

Uncompiled::Uncompiled(const proto::Image& before, const proto::Image& after) {
  for (const proto::SourceEntry& entry : after.sources().entries()) {
    if (FindFile(after, entry.path) != nullptr) {
      continue;
    }
    const proto::SourceEntry* old = before.sources().Find(entry.path);
    const bool unchanged = old != nullptr && old->content == entry.content;
    if (!unchanged) {
      packages_.insert(entry.package);
    }
    // An unchanged file that only one side has compiled fails for what it imports.
    if (!unchanged || FindFile(before, entry.path) != nullptr) {
      paths_.insert(entry.path);
    }
  }
}

bool Uncompiled::MayHold(const google::protobuf::FileDescriptor& before) const {
  return paths_.count(before.name()) != 0 || packages_.count(before.package()) != 0;
}

}  // namespace accord::breaking
