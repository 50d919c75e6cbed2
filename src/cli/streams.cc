#include "cli/streams.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

namespace accord::cli {

Streams ProcessStreams() {
  Streams streams{std::cout, std::cerr};
  streams.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  streams.err_is_terminal = isatty(STDERR_FILENO) == 1;
  // https://no-color.org: present and not empty.
  const char* no_color = std::getenv("NO_COLOR");
  streams.no_color = no_color != nullptr && *no_color != '\0';
  winsize size{};
  if (streams.out_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    streams.width = std::clamp<int>(size.ws_col, 40, 200);
  }
  return streams;
}

}  // namespace accord::cli
