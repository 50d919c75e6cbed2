#include "breaking/proto/http_template.h"

#include <algorithm>
#include <cstddef>

namespace accord::breaking {
namespace {

// Replaces `{name=shelves/*}` by `shelves/*` and `{name}` by `*`. Variables do not nest.
std::string WithoutVariables(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    plain += text.substr(0, open);
    if (open == std::string_view::npos) {
      break;
    }
    const std::size_t close = std::min(text.find('}', open), text.size());
    const std::string_view variable = text.substr(open + 1, close - open - 1);
    const std::size_t equals = variable.find('=');
    plain += equals == std::string_view::npos ? "*" : variable.substr(equals + 1);
    text.remove_prefix(std::min(close + 1, text.size()));
  }
  return plain;
}

}  // namespace

HttpTemplate HttpTemplate::Parse(std::string_view text) {
  HttpTemplate out;
  std::string plain = WithoutVariables(text);
  const std::size_t slash = plain.rfind('/');
  const std::size_t colon = plain.rfind(':');
  if (colon != std::string::npos && (slash == std::string::npos || colon > slash)) {
    out.verb = plain.substr(colon + 1);
    plain.resize(colon);
  }
  std::size_t start = plain.starts_with('/') ? 1 : 0;
  while (start <= plain.size()) {
    const std::size_t end = std::min(plain.find('/', start), plain.size());
    out.segments.push_back(plain.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

bool HttpTemplate::Covers(const HttpTemplate& other) const {
  if (verb != other.verb) {
    return false;
  }
  // covers[j]: the rest of ours from the current segment on covers theirs from j on.
  const std::size_t width = other.segments.size();
  std::vector<bool> covers(width + 1, false);
  covers[width] = true;
  for (std::size_t i = segments.size(); i-- > 0;) {
    std::vector<bool> next(width + 1, false);
    const bool any = segments[i] == "**";
    next[width] = any && covers[width];
    for (std::size_t j = width; j-- > 0;) {
      const std::string& theirs = other.segments[j];
      const bool one = segments[i] == theirs || (segments[i] == "*" && theirs != "**");
      next[j] = any ? covers[j] || next[j + 1] : one && covers[j + 1];
    }
    covers = std::move(next);
  }
  return covers[0];
}

}  // namespace accord::breaking
