#include "document/git_repository.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::document {
namespace {

using base::InputError;

// How to get a commit that a shallow clone lacks.
std::string FetchAdvice(std::string_view ref) {
  if (ref.find_first_of("~^@") != std::string_view::npos) {
    return "`git fetch --unshallow` gets the rest";
  }
  constexpr std::string_view kRemote = "origin/";
  ref.remove_prefix(ref.starts_with(kRemote) ? kRemote.size() : 0);
  return fmt::format("`git fetch --depth=1 origin {}` gets it as FETCH_HEAD", ref);
}

// One entry of `git ls-tree -z`: `MODE TYPE ID<tab>PATH`.
std::optional<SourceFile> TreeFile(std::string_view entry) {
  const std::size_t tab = entry.find('\t');
  const std::size_t id = entry.rfind(' ', tab);
  if (tab == std::string_view::npos || id == std::string_view::npos || !entry.starts_with("100")) {
    return std::nullopt;
  }
  return SourceFile{.path = std::string(entry.substr(tab + 1)),
                    .blob_id = std::string(entry.substr(id + 1, tab - id - 1))};
}

}  // namespace

base::Error GitComplaint(std::string_view errors) {
  constexpr std::string_view kFatal = "fatal: ";
  const std::size_t fatal = errors.find(kFatal);
  const bool found = fatal != std::string_view::npos;
  std::string_view line = base::Trim(found ? errors.substr(fatal + kFatal.size()) : errors);
  line = line.substr(0, line.find('\n'));
  return InputError(line.empty() ? "git failed without a word" : std::string(line));
}

bool LacksObjects(std::string_view errors) {
  return errors.find("promisor remote") != std::string_view::npos;
}

base::Command GitRepository::Command(const std::vector<std::string>& arguments) const {
  base::Command command = {
      .arguments = {"git"},
      // The last one stands in for GIT_NO_LAZY_FETCH in a git that does not know it.
      .environment = {
          "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL="}};
  if (!folder_.empty()) {
    command.arguments.insert(command.arguments.end(), {"-C", folder_});
    command.environment.insert(command.environment.end(),
                               {"GIT_DIR",
                                "GIT_WORK_TREE",
                                "GIT_COMMON_DIR",
                                "GIT_PREFIX",
                                "GIT_INDEX_FILE",
                                "GIT_OBJECT_DIRECTORY",
                                "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                "GIT_NAMESPACE"});
  }
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  return command;
}

base::Result<GitRepository::Answer> GitRepository::Ask(
    const std::vector<std::string>& arguments) const {
  base::Result<base::Process> git = base::Process::Start(Command(arguments));
  if (!git) {
    return git.error();
  }
  const base::Result<int> status = git->Wait();
  if (!status) {
    return status.error();
  }
  base::Result<std::string> output = git->Read(std::string::npos);
  if (!output) {
    return output.error();
  }
  return Answer{*status, std::move(*output), git->error_text()};
}

base::Result<std::string> GitRepository::CommitId(const std::string& ref) const {
  const base::Result<Answer> answer =
      Ask({"rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}"});
  if (!answer) {
    return answer.error();
  }
  if (answer->status == 0) {
    return std::string(base::Trim(answer->output));
  }
  return answer->status == 1 ? MissingCommit(ref) : GitComplaint(answer->errors);
}

base::Error GitRepository::MissingCommit(const std::string& ref) const {
  const base::Result<Answer> shallow = Ask({"rev-parse", "--is-shallow-repository"});
  if (shallow.ok() && base::Trim(shallow->output) == "true") {
    return InputError(
        fmt::format("there is no commit {} in this repository, whose history is cut (a shallow "
                    "clone); {}",
                    ref,
                    FetchAdvice(ref)));
  }
  return InputError(fmt::format("there is no commit {} in this repository", ref));
}

base::Result<std::string> GitRepository::Top() const {
  return AskForPath("--show-toplevel");
}

base::Result<std::string> GitRepository::Prefix() const {
  return AskForPath("--show-prefix");
}

base::Result<std::string> GitRepository::AskForPath(const char* question) const {
  base::Result<Answer> answer = Ask({"rev-parse", question});
  if (!answer) {
    return answer.error();
  }
  if (answer->status != 0) {
    return GitComplaint(answer->errors);
  }
  std::string path = std::move(answer->output);
  if (path.ends_with('\n')) {
    path.pop_back();
  }
  return path;
}

base::Result<std::optional<std::vector<SourceFile>>> GitRepository::Files(
    const std::string& commit, const std::string& folder) const {
  const base::Result<Answer> answer =
      Ask({"ls-tree", "-r", "-z", "--full-tree", commit + ":" + folder});
  if (!answer) {
    return answer.error();
  }
  if (answer->status != 0 && (folder.empty() || LacksObjects(answer->errors))) {
    return GitComplaint(answer->errors);
  }
  if (answer->status != 0) {
    return std::optional<std::vector<SourceFile>>();
  }
  std::vector<SourceFile> files;
  for (const std::string_view entry : base::Split(answer->output, '\0')) {
    if (std::optional<SourceFile> file = TreeFile(entry)) {
      files.push_back(std::move(*file));
    }
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) {
    return a.path < b.path;
  });
  return std::optional(std::move(files));
}

}  // namespace accord::document
