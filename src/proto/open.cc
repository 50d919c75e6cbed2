#include <utility>

#include "accord/proto/sources.h"

#include "proto/descriptor_set.h"
#include "proto/source_files.h"

namespace accord::proto {

base::Result<std::shared_ptr<const Sources>> Open(const std::string& argument,
                                                  const OpenOptions& options) {
  base::Result<std::shared_ptr<const document::SourceSet>> set =
      document::OpenSources(argument, {});
  if (!set.ok()) {
    return set.error();
  }
  const std::vector<document::SourceFile>& files = (*set)->files();
  if (files.size() == 1 && !files.front().path.ends_with(".proto")) {
    const base::Result<std::string> bytes = (*set)->Read(files.front().path);
    if (!bytes.ok()) {
      return bytes.error();
    }
    return OpenDescriptorSet((*set)->name(), *bytes);
  }
  return OpenSourceFiles(std::move(*set), options);
}

}  // namespace accord::proto
