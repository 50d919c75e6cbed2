#pragma once

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "accord/base/process.h"
#include "accord/base/strings.h"

#include "tests/unit/document/temp_folder.h"

namespace accord::document {

/// Runs git in a folder without anybody's configuration; what it printed.
inline std::string Git(const std::string& folder, std::vector<std::string> arguments) {
  std::vector<std::string> all = {"git", "-C", folder};
  for (const char* setting : {"user.name=Tester",
                              "user.email=tester@example.com",
                              "init.defaultBranch=main",
                              "commit.gpgSign=false",
                              "core.autocrlf=false",
                              "core.fsync=none",
                              "core.compression=0",
                              "protocol.file.allow=always",
                              "uploadpack.allowFilter=true",
                              "advice.detachedHead=false"}) {
    all.insert(all.end(), {"-c", setting});
  }
  all.insert(all.end(), arguments.begin(), arguments.end());
  base::Process git = base::Process::Start(
                          {.arguments = std::move(all),
                           .environment = {"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1"}})
                          .value();
  EXPECT_EQ(git.Wait().value(), 0) << base::Join(arguments, " ") << ": " << git.error_text();
  return std::string(base::Trim(git.Read(std::string::npos).value()));
}

/// A git repository that is removed again.
class TempRepository : public TempFolder {
 public:
  TempRepository() {
    // Not the configuration of whoever runs the tests, and no repository around the folder.
    setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}) {
      unsetenv(name);
    }
    Git(path(), {"init", "--quiet", "--template="});
  }
  std::string Run(std::vector<std::string> arguments) const {
    return Git(path(), std::move(arguments));
  }
  void Commit() const {
    Run({"add", "--all"});
    Run({"commit", "--quiet", "--allow-empty", "--message=x"});
  }
};

/// Makes another folder the working folder for a while.
class WorkingFolder {
 public:
  explicit WorkingFolder(const std::string& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;
  ~WorkingFolder() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_;
};

}  // namespace accord::document
