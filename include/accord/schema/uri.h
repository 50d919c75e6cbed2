#pragma once

#include <string>
#include <string_view>

namespace accord::schema {

/// A URI reference taken apart at its first `#`.
struct UriFragment {
  std::string_view uri;       ///< Everything in front of it.
  std::string_view fragment;  ///< What follows, still percent-encoded; empty when there is none.
};
UriFragment SplitFragment(std::string_view reference);

/// RFC 3986, section 5.2: `reference` as seen from `base`, without its fragment. A relative
/// reference against an empty base stays relative.
std::string ResolveUri(std::string_view base, std::string_view reference);

bool HasScheme(std::string_view uri);

/// A JSON pointer with what a URI fragment may not hold percent-encoded.
std::string EncodeFragment(std::string_view pointer);

/// One reference token of a JSON pointer, escaped (`~0`, `~1`), with the slash in front.
void AppendToken(std::string& pointer, std::string_view token);

}  // namespace accord::schema
