#include <utility>

#include "accord/proto/sources.h"

#include "proto/descriptor_set.h"
#include "proto/source_files.h"

namespace accord::proto {
namespace {

bool NamesOneFile(const std::string& argument) {
  return argument.ends_with(".proto");
}

}  // namespace

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
  // Two files that were named are two versions of one, whatever they are called.
  const Sources* other = options.other;
  if (files.size() == 1 && NamesOneFile(argument) && other != nullptr &&
      other->entries().size() == 1 && NamesOneFile(other->name())) {
    set = document::Renamed(std::move(*set), other->entries().front().path);
  }
  return OpenSourceFiles(std::move(*set), options);
}

}  // namespace accord::proto
