#include <utility>

#include "accord/proto/sources.h"

#include "proto/source_files.h"

namespace accord::proto {

base::Result<std::shared_ptr<const Sources>> Open(const std::string& argument,
                                                  const OpenOptions& options) {
  base::Result<std::shared_ptr<const document::SourceSet>> set =
      document::OpenSources(argument, {});
  if (!set.ok()) {
    return set.error();
  }
  return OpenSourceFiles(std::move(*set), options);
}

}  // namespace accord::proto
