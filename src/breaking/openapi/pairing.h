#pragma once

#include <string>
#include <utility>
#include <vector>

#include "breaking/openapi/context.h"

namespace accord::breaking::api {

/// Things of both versions that stand for each other; nullptr where one version has none. Those of
/// the old version come first, in its order.
template <typename T>
using Pairs = std::vector<std::pair<const T*, const T*>>;

/// Paths of one shape; the names of path parameters do not matter. In profile strict a part of the
/// path may have moved to or from the server's URL.
std::vector<PathPair> PairPaths(const Context& context);
/// Webhooks by name.
std::vector<PathPair> PairWebhooks(const Context& context);
/// By method.
std::vector<OperationPair> PairOperations(const PathPair& paths);

/// How much two media types have to do with each other.
enum class Kinship : std::uint8_t {
  kNone,
  kSame,         ///< But for parameters.
  kSpecialized,  ///< The second is a kind of the first: `application/json`, `application/hal+json`.
  kGeneralized,  ///< The first is a kind of the second.
};
Kinship KinshipOf(const std::string& before, const std::string& after);
/// By name as written, then by kinship.
Pairs<openapi::MediaType> PairMediaTypes(const std::vector<openapi::MediaType>& before,
                                         const std::vector<openapi::MediaType>& after);

/// By name; letter case does not matter.
Pairs<openapi::Header> PairHeaders(const std::vector<openapi::Header>& before,
                                   const std::vector<openapi::Header>& after);

}  // namespace accord::breaking::api
