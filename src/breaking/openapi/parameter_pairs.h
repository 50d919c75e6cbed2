#pragma once

#include <vector>

#include "breaking/openapi/context.h"

namespace accord::breaking::api {

/// One parameter in both versions; nullptr where one version has none.
struct ParameterPair {
  const openapi::Parameter* before = nullptr;
  const openapi::Parameter* after = nullptr;
  document::Value schema_before = {};
  document::Value schema_after = {};
  /// Set when the other one is an object whose members are parameters of their own, this one among
  /// them: that looks alike in requests.
  const openapi::Parameter* member = nullptr;
};

/// By place and name; path parameters may have been renamed, the letter case of headers does not
/// matter.
std::vector<ParameterPair> PairParameters(const Context& context,
                                          const PathPair& paths,
                                          const std::vector<const openapi::Parameter*>& before,
                                          const std::vector<const openapi::Parameter*>& after);

}  // namespace accord::breaking::api
