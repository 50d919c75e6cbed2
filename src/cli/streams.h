#pragma once

#include <iosfwd>

namespace accord::cli {

/// Where a command reads and writes; asked once, injected everywhere. Findings go to `out`,
/// progress and errors to `err`.
struct Streams {
  std::ostream& out;
  std::ostream& err;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_color = false;  ///< NO_COLOR is set.
  int width = 100;        ///< Columns of the terminal.
};

/// The process's own streams.
Streams ProcessStreams();

}  // namespace accord::cli
