#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace accord::report {

/// Columns of a terminal: 0 for combining marks, 2 for East Asian wide characters and emoji.
std::size_t WidthOf(std::uint32_t code);
std::size_t WidthOf(std::string_view text);

/// Where two texts begin to differ, in bytes, on a character border.
std::size_t FirstDifference(std::string_view a, std::string_view b);

/// Lines of at most `width` columns, broken at spaces; a longer word keeps a line of its own.
std::vector<std::string> Wrap(std::string_view text, std::size_t width);

/// A range of columns [first, last) of a line that is too wide to show.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The part of a line of `total` columns to show in `width` columns so that `focus` is in it, with
/// a third of the room before it. Room for a "…" on each cut side is already taken off.
Window ChooseWindow(std::size_t total, std::size_t focus, std::size_t width);

/// The characters in the window, with a "…" on each cut side.
std::string CutTo(const Window& window, std::string_view text);

/// The beginning of a text, at most `width` columns with the "…".
std::string Cut(std::string_view text, std::size_t width);

}  // namespace accord::report
