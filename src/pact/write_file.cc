#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "accord/document/input.h"
#include "accord/finding/finding.h"
#include "accord/pact/merge.h"
#include "accord/pact/read.h"
#include "accord/pact/write.h"

namespace accord::pact {
namespace {

constexpr std::size_t kMaxBytes = 256U << 20U;

base::Error SystemError(std::string_view what, const std::string& path) {
  return base::InputError(fmt::format("{} {}: {}", what, path, std::strerror(errno)));
}

/// A lock that other processes respect, held until destruction.
class FileLock {
 public:
  static base::Result<FileLock> Take(const std::string& path) {
    for (;;) {
      const int file = ::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
      if (file < 0) {
        return SystemError("cannot lock", path);
      }
      int locked = 0;
      do {
        locked = ::flock(file, LOCK_EX);
      } while (locked != 0 && errno == EINTR);
      if (locked != 0) {
        const base::Error error = SystemError("cannot lock", path);
        ::close(file);
        return error;
      }
      if (IsStillThere(file, path)) {
        return FileLock(file, path);
      }
      ::close(file);
    }
  }

  FileLock(FileLock&& other) noexcept : file_(other.file_), path_(std::move(other.path_)) {
    other.file_ = -1;
  }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock() {
    if (file_ >= 0) {
      ::unlink(path_.c_str());
      ::close(file_);
    }
  }

 private:
  FileLock(int file, std::string path) : file_(file), path_(std::move(path)) {}

  /// The holder before may have removed the file while this one waited for it. Then the lock is
  /// on a file nobody else will ever see.
  static bool IsStillThere(int file, const std::string& path) {
    struct stat open_file {};
    struct stat named_file {};
    return ::fstat(file, &open_file) == 0 && ::stat(path.c_str(), &named_file) == 0 &&
           open_file.st_ino == named_file.st_ino && open_file.st_dev == named_file.st_dev;
  }

  int file_;
  std::string path_;
};

/// A contract that would lose interactions by being read is not touched.
base::Result<Pact> ReadExisting(const std::string& path) {
  base::Result<std::string> bytes = document::ReadFile(path, kMaxBytes);
  if (!bytes.ok()) {
    return bytes.error();
  }
  document::LoadResult loaded = document::Parse(path, *std::move(bytes));
  ReadResult read;
  if (loaded.ok()) {
    read = Read(loaded.document);
    loaded.findings.insert(loaded.findings.end(), read.findings.begin(), read.findings.end());
  }
  const auto error = std::find_if(
      loaded.findings.begin(), loaded.findings.end(), [](const finding::Finding& finding) {
        return finding.severity == finding::Severity::kError;
      });
  if (error != loaded.findings.end()) {
    return base::InputError(fmt::format("{}: {}; the existing contract is left as it is",
                                        finding::ToString(error->span),
                                        error->message));
  }
  return *std::move(read.pact);
}

/// Readers see the old file or the new one, never half of it.
base::Result<void> Replace(const std::string& path, const std::string& text) {
  const std::string temporary = fmt::format("{}.{}.tmp", path, ::getpid());
  {
    std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file) {
      const base::Error error = SystemError("cannot write", temporary);
      ::unlink(temporary.c_str());
      return error;
    }
  }
  if (std::rename(temporary.c_str(), path.c_str()) != 0) {
    const base::Error error = SystemError("cannot write", path);
    ::unlink(temporary.c_str());
    return error;
  }
  return {};
}

base::Result<void> MergeAndReplace(const Pact& pact, SpecVersion version, const std::string& path) {
  base::Result<Pact> existing = ReadExisting(path);
  if (!existing.ok()) {
    return existing.error();
  }
  // v1 files can be read but not written.
  const SpecVersion target = std::max({version, existing->version, SpecVersion::kV2});
  Pact update = pact;
  update.version = target;
  base::Result<Pact> merged = Merge(*existing, update);
  if (!merged.ok()) {
    return base::InputError(fmt::format("{}: {}", path, merged.error().message));
  }
  base::Result<std::string> text = Write(*merged, target);
  return text.ok() ? Replace(path, *text) : text.error();
}

}  // namespace

base::Result<void> WriteFile(const Pact& pact,
                             SpecVersion version,
                             const std::string& path,
                             bool overwrite) {
  base::Result<FileLock> lock = FileLock::Take(path + ".lock");
  if (!lock.ok()) {
    return lock.error();
  }
  std::error_code ignored;
  if (!overwrite && std::filesystem::exists(path, ignored)) {
    return MergeAndReplace(pact, version, path);
  }
  base::Result<std::string> text = Write(pact, version);
  return text.ok() ? Replace(path, *text) : text.error();
}

}  // namespace accord::pact
