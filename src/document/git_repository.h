#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/base/process.h"
#include "accord/base/result.h"
#include "accord/document/source_set.h"

namespace accord::document {

/// Asks the git program about one repository. Never writes to it and never goes to the network.
class GitRepository {
 public:
  /// The repository around a folder, whatever git's environment variables say; without a folder
  /// the one git itself finds from the working folder.
  explicit GitRepository(std::string folder = {}) : folder_(std::move(folder)) {}

  base::Command Command(const std::vector<std::string>& arguments) const;

  /// The id of the commit a name means; says how to fetch it when the history is cut.
  base::Result<std::string> CommitId(const std::string& ref) const;
  /// The top folder of the working tree.
  base::Result<std::string> Top() const;
  /// Where the starting folder lies below the top: empty or with `/` at its end.
  base::Result<std::string> Prefix() const;
  /// The files at any depth below a folder (empty: the top) as of a commit, sorted, without links
  /// and submodules; nullopt when there is no such folder.
  base::Result<std::optional<std::vector<SourceFile>>> Files(const std::string& commit,
                                                             const std::string& folder) const;

 private:
  struct Answer {
    int status = 0;
    std::string output;
    std::string errors;
  };
  base::Result<Answer> Ask(const std::vector<std::string>& arguments) const;
  base::Result<std::string> AskForPath(const char* question) const;
  base::Error MissingCommit(const std::string& ref) const;

  std::string folder_;
};

/// What git printed to standard error, as part of a sentence.
base::Error GitComplaint(std::string_view errors);
/// Whether git complains of something that a partial clone left out.
bool LacksObjects(std::string_view errors);

}  // namespace accord::document
