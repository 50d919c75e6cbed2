#include "accord/document/input.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <unordered_set>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "accord/base/strings.h"

#include "document/glob.h"
#include "document/regular_file.h"

namespace accord::document {
namespace {

namespace fs = std::filesystem;
using base::InputError;

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) {
      close(fd_);
    }
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

base::Result<std::string> ReadAll(int fd, const std::string& name, std::size_t max_bytes) {
  constexpr std::size_t kPiece = 64U << 10U;
  std::string bytes;
  struct stat status {};
  if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    bytes.reserve(std::min(static_cast<std::size_t>(status.st_size), max_bytes) + kPiece);
  }
  while (true) {
    const std::size_t size = bytes.size();
    bytes.resize(size + kPiece);
    const ssize_t count = read(fd, bytes.data() + size, kPiece);
    if (count < 0 && errno == EINTR) {
      bytes.resize(size);
      continue;
    }
    if (count < 0) {
      return CannotRead(name, errno);
    }
    bytes.resize(size + static_cast<std::size_t>(count));
    if (count == 0) {
      return bytes;
    }
    if (bytes.size() > max_bytes) {
      return InputError(fmt::format("{} is larger than the limit of {} bytes", name, max_bytes));
    }
  }
}

bool IsUrl(std::string_view argument) {
  const std::string start = base::ToLowerAscii(argument.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://");
}

bool HasExtension(const fs::path& path, const std::vector<std::string>& extensions) {
  const std::string extension = base::ToLowerAscii(path.extension().string());
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

base::Result<std::vector<std::string>> FilesBelow(const std::string& folder,
                                                  const InputOptions& options) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator it(folder, error);
  for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    const bool hidden = it->path().filename().string().starts_with('.');
    if (hidden && it->is_directory(ignored)) {
      it.disable_recursion_pending();
    } else if (!hidden && it->is_regular_file(ignored) &&
               HasExtension(it->path(), options.extensions)) {
      files.push_back(it->path().string());
    }
  }
  if (error) {
    return InputError(fmt::format("cannot read the folder {}: {}", folder, error.message()));
  }
  if (files.empty()) {
    return InputError(fmt::format("no {} in {}", base::Join(options.extensions, ", "), folder));
  }
  std::sort(files.begin(), files.end());
  return files;
}

base::Result<std::vector<std::string>> FilesOf(const std::string& argument,
                                               const InputOptions& options) {
  std::error_code error;
  const fs::file_status status = fs::status(argument, error);
  if (fs::is_directory(status)) {
    return FilesBelow(argument, options);
  }
  if (fs::exists(status)) {
    return std::vector{argument};
  }
  if (!HasGlobCharacters(argument)) {
    return CannotRead(argument, error ? error.value() : ENOENT);
  }
  std::vector<std::string> files = Glob(argument);
  if (files.empty()) {
    return InputError(fmt::format("no file matches {}", argument));
  }
  return files;
}

base::Result<std::string> ReadStdin(const Input& input, const InputOptions& options) {
  if (!options.read_stdin) {
    return ReadAll(STDIN_FILENO, input.name, options.max_bytes);
  }
  return options.read_stdin();
}

base::Result<std::string> Fetch(const Input& input, const InputOptions& options) {
  if (!options.fetch) {
    return InputError(fmt::format("cannot read {}: URLs are not allowed here", input.name));
  }
  return options.fetch(input.name);
}

}  // namespace

base::Result<std::vector<Input>> ExpandInputs(const std::vector<std::string>& arguments,
                                              const InputOptions& options) {
  std::vector<Input> inputs;
  std::unordered_set<std::string> seen;
  const auto add = [&](Input input) {
    if (seen.insert(input.name).second) {
      inputs.push_back(std::move(input));
    }
  };
  for (const std::string& argument : arguments) {
    if (argument == "-") {
      add({.name = "<stdin>", .source = Input::Source::kStdin});
    } else if (IsUrl(argument)) {
      add({.name = argument, .source = Input::Source::kUrl});
    } else {
      base::Result<std::vector<std::string>> files = FilesOf(argument, options);
      if (!files) {
        return files.error();
      }
      for (std::string& file : *files) {
        add({.name = std::move(file)});
      }
    }
  }
  return inputs;
}

base::Result<std::string> ReadInput(const Input& input, const InputOptions& options) {
  switch (input.source) {
    case Input::Source::kFile:
      return ReadFile(input.name, options.max_bytes);
    case Input::Source::kStdin:
      return ReadStdin(input, options);
    case Input::Source::kUrl:
      return Fetch(input, options);
  }
  return InputError(fmt::format("cannot read {}", input.name));
}

base::Result<std::string> ReadFile(const std::string& path, std::size_t max_bytes) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) {
    return CannotRead(path, errno);
  }
  struct stat status {};
  if (fstat(file.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return CannotRead(path, EISDIR);
  }
  return ReadAll(file.get(), path, max_bytes);
}

}  // namespace accord::document
