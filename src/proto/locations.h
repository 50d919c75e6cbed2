#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <google/protobuf/descriptor.h>

#include "accord/finding/finding.h"
#include "accord/proto/image.h"
#include "accord/proto/sources.h"

namespace accord::proto {

/// Where the elements of files stand. A file is parsed again, with locations, when it is asked
/// for; the latest ones are kept.
class Locations {
 public:
  /// Both must live longer. `pool` tells the numbers of custom options.
  Locations(const Sources& sources, const google::protobuf::DescriptorPool& pool);
  ~Locations();
  Locations(const Locations&) = delete;
  Locations& operator=(const Locations&) = delete;

  /// Only `file` is set in the answer when the place is not known.
  finding::Span Find(const std::string& file, const ElementPath& path);
  /// The first of these places that is known.
  finding::Span FindFirst(const std::string& file, const std::vector<ElementPath>& paths);
  /// The file as such.
  finding::Span WholeFile(const std::string& file) const;

 private:
  class FileIndex;
  const FileIndex& IndexOf(const std::string& file);

  const Sources& sources_;
  const google::protobuf::DescriptorPool& pool_;
  std::vector<std::unique_ptr<FileIndex>> recent_;  // The latest first.
};

}  // namespace accord::proto
