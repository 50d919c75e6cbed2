#pragma once

#include <string>
#include <vector>

#include "accord/match/compare.h"

namespace accord::match {

/// The bodies of two requests, responses or messages with what decides how they are compared.
struct BodySides {
  const pact::Body& expected;
  const pact::Body& actual;
  std::string expected_type;  ///< As declared; empty when it is not.
  std::string actual_type;
  const std::vector<pact::Header>& expected_headers;
  const std::vector<pact::Header>& actual_headers;
  const pact::MatchingRules& rules;
  bool allow_unexpected = true;
  bool is_message = false;  ///< The types must be equivalent, nothing less.
};

/// Media types first, then the states of the bodies, then the contents.
void CompareBodies(const BodySides& sides, const Options& options, std::vector<Mismatch>& out);

}  // namespace accord::match
