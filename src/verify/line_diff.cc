#include "verify/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::verify {
namespace {

constexpr std::size_t kContext = 2;
// Above this the table of the longest common subsequence would cost too much.
constexpr std::size_t kMostLines = 1000;

struct Line {
  char mark;
  std::string_view text;
};

using Lines = std::vector<std::string_view>;

/// Longest common subsequence by dynamic programming over what common ends leave.
std::vector<Line> Align(const Lines& before, const Lines& after) {
  const std::size_t rows = before.size();
  const std::size_t columns = after.size();
  std::vector<std::uint16_t> table((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t row, std::size_t column) -> std::uint16_t& {
    return table[row * (columns + 1) + column];
  };
  for (std::size_t row = rows; row-- > 0;) {
    for (std::size_t column = columns; column-- > 0;) {
      at(row, column) = before[row] == after[column]
                            ? static_cast<std::uint16_t>(at(row + 1, column + 1) + 1)
                            : std::max(at(row + 1, column), at(row, column + 1));
    }
  }
  std::vector<Line> out;
  std::size_t row = 0;
  std::size_t column = 0;
  while (row < rows || column < columns) {
    if (row < rows && column < columns && before[row] == after[column]) {
      out.push_back({' ', before[row++]});
      ++column;
    } else if (column == columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      out.push_back({'-', before[row++]});
    } else {
      out.push_back({'+', after[column++]});
    }
  }
  return out;
}

std::vector<bool> NearChange(const std::vector<Line>& lines) {
  std::vector<bool> near(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].mark == ' ') {
      continue;
    }
    const std::size_t first = i < kContext ? 0 : i - kContext;
    const std::size_t last = std::min(lines.size() - 1, i + kContext);
    std::fill(near.begin() + static_cast<std::ptrdiff_t>(first),
              near.begin() + static_cast<std::ptrdiff_t>(last) + 1,
              true);
  }
  return near;
}

}  // namespace

std::string LineDiff(std::string_view before, std::string_view after, std::size_t max_lines) {
  Lines old_lines = base::Split(before, '\n');
  Lines new_lines = base::Split(after, '\n');
  if (old_lines.size() > kMostLines || new_lines.size() > kMostLines) {
    return {};
  }
  const std::vector<Line> lines = Align(old_lines, new_lines);
  const std::vector<bool> near = NearChange(lines);
  std::string out;
  std::size_t shown = 0;
  bool gap = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!near[i]) {
      gap = shown > 0;
      continue;
    }
    if (shown == max_lines) {
      const auto left = std::count(near.begin() + static_cast<std::ptrdiff_t>(i), near.end(), true);
      return out + fmt::format("  … {} more lines\n", left);
    }
    if (gap) {
      out += "  …\n";
      gap = false;
    }
    out += lines[i].mark;
    out += ' ';
    out += base::Ellipsize(lines[i].text, 200);
    out += '\n';
    ++shown;
  }
  return out;
}

}  // namespace accord::verify
