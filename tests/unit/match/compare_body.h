#pragma once

#include <string>
#include <vector>

#include "accord/match/compare.h"

namespace accord::match::test {

/// One comparison of bodies that are not JSON. `rules` is a version 3 body category.
struct BodyCase {
  std::string type;
  std::string expected;
  std::string actual;
  std::string rules = "{}";
  bool request = false;
  std::string actual_type = {};  ///< Empty: as `type`.
};
std::vector<Mismatch> CompareBody(const BodyCase& body_case);
/// `path: message` of each mismatch.
std::vector<std::string> BodyTexts(const BodyCase& body_case);

}  // namespace accord::match::test
