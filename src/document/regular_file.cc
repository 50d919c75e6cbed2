#include "document/regular_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace accord::document {
namespace {

base::Result<std::string> ReadOpened(int fd, const std::string& name, std::size_t max_bytes) {
  struct stat status {};
  if (fstat(fd, &status) != 0) {
    return CannotRead(name, errno);
  }
  if (S_ISDIR(status.st_mode)) {
    return CannotRead(name, EISDIR);
  }
  if (!S_ISREG(status.st_mode)) {
    return NotRegular(name);
  }
  const auto told = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
  if (told > max_bytes) {
    return TooLarge(name, max_bytes);
  }
  // One byte more than there should be shows the end without another round.
  std::string bytes(told + 1, '\0');
  std::size_t size = 0;
  while (size <= max_bytes) {
    if (size == bytes.size()) {
      bytes.resize(2 * size);
    }
    const ssize_t count = read(fd, bytes.data() + size, bytes.size() - size);
    if (count < 0 && errno != EINTR) {
      return CannotRead(name, errno);
    }
    if (count == 0) {
      bytes.resize(size);
      return bytes;
    }
    size += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
  }
  return TooLarge(name, max_bytes);
}

}  // namespace

base::Result<std::string> ReadRegularFile(const std::string& path,
                                          const std::string& name,
                                          std::size_t max_bytes) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) {
    return errno == ENXIO ? NotRegular(name) : CannotRead(name, errno);
  }
  base::Result<std::string> bytes = ReadOpened(fd, name, max_bytes);
  close(fd);
  return bytes;
}

base::Error CannotRead(const std::string& name, int error) {
  return base::InputError(fmt::format("cannot read {}: {}", name, std::strerror(error)));
}

base::Error TooLarge(const std::string& name, std::size_t max_bytes) {
  return base::InputError(fmt::format("{} is larger than the limit of {} bytes", name, max_bytes));
}

base::Error NotRegular(const std::string& name) {
  return base::InputError(fmt::format("cannot read {}: it is not a regular file", name));
}

}  // namespace accord::document
