#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accord/match/compare.h"
#include "accord/pact/read.h"

namespace accord::match::test {

/// A value of JSON text; the text must parse.
document::Value Json(std::string_view text);
/// A version 4 response or request written as JSON.
pact::Response ResponseOf(std::string_view text);
pact::Request RequestOf(std::string_view text);

/// One comparison of JSON bodies. `rules` is a version 3 body category.
struct JsonCase {
  std::string_view expected;
  std::string_view actual;
  std::string_view rules = "{}";
  bool request = false;
  Options options = {};
};
std::vector<Mismatch> Compare(const JsonCase& json_case);
/// `path: message` of each mismatch.
std::vector<std::string> Texts(const std::vector<Mismatch>& mismatches);
inline std::vector<std::string> CompareTexts(const JsonCase& json_case) {
  return Texts(Compare(json_case));
}

}  // namespace accord::match::test
