#include "report/characters.h"

#include "accord/base/strings.h"

namespace accord::report {
namespace {

constexpr std::uint32_t kDelete = 0x7F;
constexpr std::uint32_t kControlPictures = 0x2400;
constexpr std::uint32_t kDeletePicture = 0x2421;

std::size_t SequenceLength(unsigned char lead) {
  if (lead < 0xC0) {
    return 1;
  }
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Marks that reorder the text around them can make a line read as something it is not.
bool IsDirectionMark(std::uint32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

std::uint32_t Visible(std::uint32_t code) {
  if (code < 0x20) {
    return kControlPictures + code;
  }
  if (code == kDelete) {
    return kDeletePicture;
  }
  const bool c1_control = code >= 0x80 && code < 0xA0;
  return c1_control || IsDirectionMark(code) ? kReplacement : code;
}

}  // namespace

Character FirstCharacter(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) {
    return {.code = lead, .bytes = 1};
  }
  const std::size_t length = SequenceLength(lead);
  if (length > text.size() || !base::IsUtf8(text.substr(0, length))) {
    return {};
  }
  std::uint32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  return {.code = code, .bytes = length};
}

std::string ValidUtf8(std::string_view text) {
  if (base::IsUtf8(text)) {
    return std::string(text);
  }
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character next = FirstCharacter(text);
    base::AppendUtf8(out, next.code);
    text.remove_prefix(next.bytes);
  }
  return out;
}

std::string Printable(std::string_view text, std::string_view keep) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Character next = FirstCharacter(text);
    const bool kept = keep.find(text.front()) != std::string_view::npos;
    base::AppendUtf8(out, kept ? next.code : Visible(next.code));
    text.remove_prefix(next.bytes);
  }
  return out;
}

}  // namespace accord::report
