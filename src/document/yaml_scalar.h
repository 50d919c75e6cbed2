#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "accord/document/node.h"

namespace accord::document {

/// What a tag demands of a scalar. Tags that YAML's core schema does not know say nothing about the
/// value; such scalars are strings.
enum class ScalarTag : std::uint8_t { kNone, kString, kInt, kFloat, kBool, kNull };
/// Of a full tag such as `tag:yaml.org,2002:int`.
ScalarTag ToScalarTag(std::string_view tag);

struct ResolvedScalar {
  Kind kind = Kind::kString;
  bool boolean = false;
  std::string_view text = {};  ///< Of a string, or valid JSON number text (or .inf, -.inf, .nan).
};

/// Resolves a scalar by YAML 1.2's core schema (§10.3.2); nullopt when it does not fit its tag.
/// `scratch` holds number text whose YAML spelling is no JSON.
std::optional<ResolvedScalar> ResolveScalar(std::string_view text,
                                            ScalarTag tag,
                                            std::string& scratch);

}  // namespace accord::document
