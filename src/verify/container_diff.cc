#include "verify/container_diff.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"

namespace accord::verify {
namespace {

using document::Node;

constexpr std::size_t kLongestValue = 80;

struct Line {
  char mark;
  std::string text;
};

/// Scalars in full, containers by their brackets.
std::string Abbreviate(const Node& value) {
  if (value.is_object()) {
    return value.members().empty() ? "{}" : "{…}";
  }
  if (value.is_array()) {
    return value.items().empty() ? "[]" : "[…]";
  }
  return Brief(value);
}

std::string MemberText(std::string_view key, const Node& value) {
  return fmt::format(
      "  {}: {}", base::Ellipsize(document::QuoteJson(key), kLongestValue), Abbreviate(value));
}

std::vector<Line> ObjectLines(const Node& expected, const Node& actual) {
  std::vector<Line> lines;
  for (const auto& member : expected.members()) {
    const Node* came = actual.Find(member.key());
    lines.push_back(came == nullptr ? Line{'-', MemberText(member.key(), member.value)}
                                    : Line{' ', MemberText(member.key(), *came)});
  }
  for (const auto& member : actual.members()) {
    if (expected.Find(member.key()) == nullptr) {
      lines.push_back({'+', MemberText(member.key(), member.value)});
    }
  }
  return lines;
}

std::vector<Line> ArrayLines(const Node& expected, const Node& actual) {
  std::vector<Line> lines;
  const std::size_t size = std::max(expected.items().size(), actual.items().size());
  for (std::size_t i = 0; i < size; ++i) {
    const bool came = i < actual.items().size();
    const char mark = !came ? '-' : i < expected.items().size() ? ' ' : '+';
    lines.push_back({mark, "  " + Brief(came ? actual.items()[i] : expected.items()[i])});
  }
  return lines;
}

/// Keeps every changed line and as many of the others as fit.
std::string Render(const std::vector<Line>& lines,
                   std::string_view brackets,
                   std::size_t max_lines) {
  std::string out = fmt::format("  {}\n", brackets.substr(0, 1));
  const auto changed = static_cast<std::size_t>(
      std::ranges::count_if(lines, [](const Line& line) { return line.mark != ' '; }));
  std::size_t room_for_kept = max_lines > changed ? max_lines - changed : 0;
  std::size_t room = max_lines;
  std::size_t left_out = 0;
  for (const Line& line : lines) {
    std::size_t& budget = line.mark == ' ' ? room_for_kept : room;
    if (budget == 0) {
      ++left_out;
      continue;
    }
    --budget;
    out += fmt::format("{} {}\n", line.mark, line.text);
  }
  if (left_out > 0) {
    out += fmt::format("    … {} more\n", left_out);
  }
  return out + fmt::format("  {}\n", brackets.substr(1, 1));
}

}  // namespace

std::string Brief(const Node& value) {
  return base::Ellipsize(document::WriteJson(value, {.indent = 0}), kLongestValue);
}

std::string ContainerDiff(const Node& expected, const Node& actual, std::size_t max_lines) {
  const bool objects = expected.is_object() && actual.is_object();
  if (!objects && !(expected.is_array() && actual.is_array())) {
    return {};
  }
  const std::vector<Line> lines =
      objects ? ObjectLines(expected, actual) : ArrayLines(expected, actual);
  if (std::ranges::all_of(lines, [](const Line& line) { return line.mark == ' '; })) {
    return {};
  }
  return Render(lines, objects ? "{}" : "[]", max_lines);
}

std::vector<std::string_view> MissingKeys(const Node& expected, const Node& actual) {
  std::vector<std::string_view> missing;
  for (const auto& member : expected.members()) {
    if (actual.is_object() && actual.Find(member.key()) == nullptr) {
      missing.push_back(member.key());
    }
  }
  return missing;
}

std::string_view LikelyRename(std::string_view missing, const Node& expected, const Node& actual) {
  const Node& value = *expected.Find(missing);
  std::string_view similar;
  const std::string name = base::ToLowerAscii(missing);
  for (const auto& member : actual.members()) {
    if (expected.Find(member.key()) != nullptr || member.value.kind() != value.kind()) {
      continue;
    }
    const std::string candidate = base::ToLowerAscii(member.key());
    if (candidate.find(name) != std::string::npos || name.find(candidate) != std::string::npos ||
        base::NearestWord(name, {candidate})) {
      return member.key();
    }
    const bool telling = !value.is_bool() && !value.is_null();
    if (telling && similar.empty() && document::Equal(member.value, value)) {
      similar = member.key();
    }
  }
  return similar;
}

}  // namespace accord::verify
