#include "report/display_width.h"

#include <algorithm>
#include <array>

#include "accord/base/strings.h"

#include "report/characters.h"

namespace accord::report {
namespace {

using base::IsContinuation;

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

// The blocks that matter on a terminal, from Unicode's categories Mn, Me and Cf.
constexpr std::array kZeroWidth = std::to_array<Range>(
    {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
     {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948},
     {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},
     {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x2060, 0x2064}, {0x20D0, 0x20FF}, {0x302A, 0x302D},
     {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF}});

// East Asian width W and F (UAX #11), neighbouring emoji merged.
constexpr std::array kDoubleWidth = std::to_array<Range>(
    {{0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
     {0x23F0, 0x23F0},   {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
     {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
     {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},
     {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
     {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},
     {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
     {0x2757, 0x2757},   {0x2795, 0x2797},   {0x27B0, 0x27B0},   {0x27BF, 0x27BF},
     {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
     {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
     {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},
     {0xFFE0, 0xFFE6},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
     {0x1F191, 0x1F19A}, {0x1F1E6, 0x1F202}, {0x1F210, 0x1F23B}, {0x1F240, 0x1F248},
     {0x1F250, 0x1F251}, {0x1F260, 0x1F265}, {0x1F300, 0x1F320}, {0x1F32D, 0x1F335},
     {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3},
     {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440},
     {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F567}, {0x1F57A, 0x1F57A},
     {0x1F595, 0x1F596}, {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5},
     {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2}, {0x1F6D5, 0x1F6DF}, {0x1F6EB, 0x1F6EC},
     {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF},
     {0x20000, 0x3FFFD}});

template <std::size_t kSize>
bool Contains(const std::array<Range, kSize>& ranges, std::uint32_t code) {
  const auto* after =
      std::upper_bound(ranges.begin(), ranges.end(), code, [](std::uint32_t c, const Range& r) {
        return c < r.first;
      });
  return after != ranges.begin() && code <= std::prev(after)->last;
}

std::size_t CharacterStart(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  while (at > 0 && at < text.size() && IsContinuation(text[at])) {
    --at;
  }
  return at;
}

}  // namespace

std::size_t WidthOf(std::uint32_t code) {
  if (code < 0x300) {
    return 1;
  }
  if (Contains(kZeroWidth, code)) {
    return 0;
  }
  return Contains(kDoubleWidth, code) ? 2 : 1;
}

std::size_t WidthOf(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Character next = FirstCharacter(text);
    width += WidthOf(next.code);
    text.remove_prefix(next.bytes);
  }
  return width;
}

Window ChooseWindow(std::size_t total, std::size_t focus, std::size_t width) {
  if (total <= width) {
    return {.first = 0, .last = total};
  }
  if (width < 3) {
    return {};
  }
  focus = std::min(focus, total);
  const std::size_t before = width / 3;
  if (focus <= before + 1) {
    return {.first = 0, .last = width - 1};
  }
  const std::size_t first = focus - before;
  if (total - first <= width - 1) {
    return {.first = total - (width - 1), .last = total};
  }
  return {.first = first, .last = first + width - 2};
}

std::string CutTo(const Window& window, std::string_view text) {
  std::string out = window.first > 0 ? "…" : "";
  std::size_t column = 0;
  while (!text.empty()) {
    const Character next = FirstCharacter(text);
    const std::size_t end = column + WidthOf(next.code);
    if (end > window.last) {
      return out + "…";
    }
    if (column >= window.first) {
      out += text.substr(0, next.bytes);
    } else if (end > window.first) {
      out += ' ';  // The right half of a wide character.
    }
    column = end;
    text.remove_prefix(next.bytes);
  }
  return out;
}

std::string Cut(std::string_view text, std::size_t width) {
  return CutTo(ChooseWindow(WidthOf(text), 0, width), text);
}

std::size_t FirstDifference(std::string_view a, std::string_view b) {
  const auto [at, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return CharacterStart(a, static_cast<std::size_t>(at - a.begin()));
}

std::vector<std::string> Wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    const std::size_t word_width = WidthOf(word);
    if (used > 0 && used + 1 + word_width > width) {
      lines.emplace_back();
      used = 0;
    } else if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += word_width;
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return lines;
}

}  // namespace accord::report
