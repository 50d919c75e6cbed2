#include "document/glob.h"

#include <algorithm>
#include <filesystem>

#include "accord/base/strings.h"

namespace accord::document {
namespace {

namespace fs = std::filesystem;

// Matches a `[…]` that starts at `at` and moves behind it; an unclosed `[` is an ordinary
// character.
bool MatchesClass(std::string_view pattern, std::size_t& at, char c) {
  std::size_t i = at + 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  i += negated ? 1U : 0U;
  const std::size_t close = pattern.find(']', i + 1);
  if (close == std::string_view::npos) {
    ++at;
    return c == '[';
  }
  bool found = false;
  while (i < close) {
    const bool range = i + 2 < close && pattern[i + 1] == '-';
    const char low = pattern[i];
    const char high = range ? pattern[i + 2] : low;
    found = found || (c >= low && c <= high);
    i += range ? 3 : 1;
  }
  at = close + 1;
  return found != negated;
}

// Matches one pattern character or class other than `*`, and moves behind it.
bool MatchesOne(std::string_view pattern, std::size_t& at, char c) {
  switch (pattern[at]) {
    case '?':
      ++at;
      return true;
    case '[':
      return MatchesClass(pattern, at, c);
    case '\\':
      at += at + 1 < pattern.size() ? 1U : 0U;
      return pattern[at++] == c;
    default:
      return pattern[at++] == c;
  }
}

bool IsHidden(std::string_view name) {
  return name.starts_with('.');
}

class Walker {
 public:
  explicit Walker(std::vector<std::string_view> segments) : segments_(std::move(segments)) {}

  void Walk(const std::string& folder, std::size_t at) {
    if (at == segments_.size()) {
      return;
    }
    const std::string_view segment = segments_[at];
    if (segment == "**") {
      WalkAnyDepth(folder, at);
    } else if (!HasGlobCharacters(segment)) {
      Visit(folder + std::string(segment), at);
    } else {
      for (const std::string& name : Names(folder)) {
        if (MatchesSegment(segment, name)) {
          Visit(folder + name, at);
        }
      }
    }
  }

  std::vector<std::string> TakeFound() {
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  static std::vector<std::string> Names(const std::string& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end;
         it.increment(error)) {
      names.push_back(it->path().filename().string());
    }
    return names;
  }

  void Visit(const std::string& path, std::size_t at) {
    std::error_code error;
    if (at + 1 < segments_.size()) {
      if (fs::is_directory(path, error)) {
        Walk(path + "/", at + 1);
      }
    } else if (fs::is_regular_file(path, error)) {
      found_.push_back(path);
    }
  }

  void WalkAnyDepth(const std::string& folder, std::size_t at) {
    Walk(folder, at + 1);
    for (const std::string& name : Names(folder)) {
      std::error_code error;
      const std::string path = folder + name;
      if (!IsHidden(name) && fs::is_directory(fs::symlink_status(path, error))) {
        WalkAnyDepth(path + "/", at);
      }
    }
  }

  std::vector<std::string_view> segments_;
  std::vector<std::string> found_;
};

}  // namespace

bool HasGlobCharacters(std::string_view pattern) {
  return pattern.find_first_of("*?[") != std::string_view::npos;
}

bool MatchesSegment(std::string_view pattern, std::string_view name) {
  if (IsHidden(name) && !IsHidden(pattern)) {
    return false;
  }
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t at = 0;
  std::size_t pos = 0;
  std::size_t star = kNone;  // Where to go on after the last `*`, which so far took up to star_pos.
  std::size_t star_pos = 0;
  while (pos < name.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = ++at;
      star_pos = pos;
    } else if (at < pattern.size() && MatchesOne(pattern, at, name[pos])) {
      ++pos;
    } else if (star != kNone) {
      at = star;
      pos = ++star_pos;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == kNone;
}

std::vector<std::string> Glob(std::string_view pattern) {
  const bool absolute = pattern.starts_with('/');
  std::vector<std::string_view> segments = base::Split(pattern, '/');
  std::erase(segments, "");
  // `a/**` means every file below, and a second `**` right behind the first adds nothing.
  const auto repeated = [](std::string_view a, std::string_view b) { return a == "**" && b == a; };
  segments.erase(std::unique(segments.begin(), segments.end(), repeated), segments.end());
  if (!segments.empty() && segments.back() == "**") {
    segments.emplace_back("*");
  }
  Walker walker(std::move(segments));
  walker.Walk(absolute ? "/" : "", 0);
  return walker.TakeFound();
}

}  // namespace accord::document
