#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"

namespace accord::pact {

/// One step of a matching-rule path.
struct PathToken {
  enum class Kind : std::uint8_t {
    kRoot,       ///< `$`
    kField,      ///< `.name`, `['name']`
    kIndex,      ///< `[3]`
    kStar,       ///< `.*`: any one step, field or index
    kStarIndex,  ///< `[*]`: any index
  };
  Kind kind = Kind::kRoot;
  std::string name;         ///< For kField.
  std::uint32_t index = 0;  ///< For kIndex.
  friend bool operator==(const PathToken&, const PathToken&) = default;
};

/// A matching-rule path expression: `$.items[*].id`, `$['2'].str`, `$.a['@id']`. A leading name
/// gets an implicit `$`. No filters, slices or `..`.
class PathExpression {
 public:
  PathExpression() = default;
  explicit PathExpression(std::vector<PathToken> tokens) : tokens_(std::move(tokens)) {}
  /// The error names the offset and what was expected there.
  static base::Result<PathExpression> Parse(std::string_view text);

  const std::vector<PathToken>& tokens() const { return tokens_; }
  bool empty() const { return tokens_.empty(); }
  /// `$.a[0]['b c']`: fields that are no plain identifiers are quoted.
  std::string ToString() const;
  friend bool operator==(const PathExpression&, const PathExpression&) = default;

 private:
  std::vector<PathToken> tokens_;
};

/// Appends a field step in the spelling of PathExpression::ToString.
void AppendField(std::string& path, std::string_view name);
/// Appends `[index]`.
void AppendIndex(std::string& path, std::size_t index);

}  // namespace accord::pact
