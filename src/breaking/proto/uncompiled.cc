#include "breaking/proto/uncompiled.h"

#include "breaking/proto/elements.h"

namespace accord::breaking {

Uncompiled::Uncompiled(const proto::Image& image, const proto::Image& other) {
  for (const proto::SourceEntry& entry : image.sources().entries()) {
    if (FindFile(image, entry.path) != nullptr) {
      continue;
    }
    const proto::SourceEntry* same = other.sources().Find(entry.path);
    const bool unchanged = same != nullptr && same->content == entry.content;
    if (!unchanged) {
      packages_.insert(entry.package);
    }
    // An unchanged file that only the other side has compiled fails for what it imports.
    if (!unchanged || FindFile(other, entry.path) != nullptr) {
      paths_.insert(entry.path);
    }
  }
}

bool Uncompiled::MayHold(const google::protobuf::FileDescriptor& of_other) const {
  return paths_.count(of_other.name()) != 0 || packages_.count(of_other.package()) != 0;
}

}  // namespace accord::breaking
