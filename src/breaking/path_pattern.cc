#include "breaking/path_pattern.h"

#include <cstddef>
#include <vector>

#include "accord/base/strings.h"

namespace accord::breaking {
namespace {

using Parts = std::vector<std::string_view>;

/// One part against `*` and `?`, without recursion: after a mismatch the last star takes one more.
bool MatchesPart(std::string_view pattern, std::string_view name) {
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = n;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') {
    ++p;
  }
  return p == pattern.size();
}

Parts SplitPath(std::string_view path) {
  Parts parts;
  for (const std::string_view part : base::Split(path, '/')) {
    if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  return parts;
}

}  // namespace

bool IsUnder(std::string_view path, std::string_view pattern) {
  const Parts names = SplitPath(path);
  const Parts wanted = SplitPath(pattern);
  std::size_t w = 0;
  std::size_t n = 0;
  std::size_t star = Parts().max_size();
  std::size_t resume = 0;
  while (w < wanted.size()) {
    if (wanted[w] == "**") {
      star = w++;
      resume = n;
    } else if (n < names.size() && MatchesPart(wanted[w], names[n])) {
      ++w;
      ++n;
    } else if (star < wanted.size() && resume < names.size()) {
      w = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace accord::breaking
