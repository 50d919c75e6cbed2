#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace accord::breaking {

/// A path template of google.api.http, as the set of URLs it matches: `/v1/{name=shelves/*}:move`
/// has the segments `v1`, `shelves`, `*` and the verb `move`. Names of variables do not count.
struct HttpTemplate {
  std::vector<std::string> segments;
  std::string verb;

  static HttpTemplate Parse(std::string_view text);
  /// Whether this one matches every URL that `other` matches.
  bool Covers(const HttpTemplate& other) const;
};

}  // namespace accord::breaking
