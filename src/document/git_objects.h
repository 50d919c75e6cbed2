#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>

#include "accord/base/process.h"
#include "accord/base/result.h"

#include "document/git_repository.h"

namespace accord::document {

/// Reads blobs through one `git cat-file --batch`, which is started when it is first needed.
/// May be used from several threads.
class GitObjects {
 public:
  explicit GitObjects(GitRepository repository) : repository_(std::move(repository)) {}

  /// `name` is how messages call the blob.
  base::Result<std::string> Read(const std::string& id,
                                 const std::string& name,
                                 std::size_t max_bytes);

 private:
  base::Result<std::string> Request(const std::string& id);
  base::Result<std::string> Receive(std::size_t size);
  base::Error Refusal(const base::Result<std::string>& line, const std::string& id);

  GitRepository repository_;
  std::mutex mutex_;
  std::optional<base::Process> git_;
};

}  // namespace accord::document
