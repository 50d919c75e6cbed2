#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/value.h"
#include "accord/pact/path.h"

namespace accord::pact {

enum class Matcher : std::uint8_t {
  kEquality,
  kRegex,
  kType,  ///< With `min`, `max` or both: the specification's min type, max type, min-max type.
  kInclude,
  kNumber,
  kInteger,
  kDecimal,
  kBoolean,
  kNull,
  kDate,
  kTime,
  kDateTime,
  kValues,
  kContentType,
  kArrayContains,
  kEachKey,
  kEachValue,
  kStatusCode,
  kNotEmpty,
  kSemver,
  kPlugin,  ///< Any other name: kept, fails when it is applied.
};
/// The name as it is written in v3 and v4 files.
std::string_view ToString(Matcher matcher);

struct RuleDetails;

/// One matching rule.
struct Rule {
  Matcher matcher = Matcher::kEquality;
  std::string text;  ///< Pattern, included text, date format, media type, plugin rule name, or the
                     ///< class of a statusCode rule ("success"); empty = the matcher's default.
  std::optional<std::uint64_t> min;
  std::optional<std::uint64_t> max;
  std::shared_ptr<const RuleDetails> details;  ///< Only for matchers that need more.
  document::Value source;                      ///< As written in the contract.
};

enum class Combine : std::uint8_t { kAnd, kOr };

struct RuleList {
  Combine combine = Combine::kAnd;
  std::vector<Rule> rules;
  bool empty() const { return rules.empty(); }
};

/// Rules of one path or name. In `header` and `query` the key is a plain name and `path` is empty
/// unless an index follows a v2 query name.
struct RuleEntry {
  std::string key;      ///< As written; v2 keys as v3 spells them (`$.body.a` is `$.a`).
  PathExpression path;  ///< Parsed key, for body and metadata.
  RuleList list;
};

using RuleCategory = std::vector<RuleEntry>;

/// All rules of one request, response or message. Order is that of the contract.
struct MatchingRules {
  RuleCategory body;
  RuleCategory header;
  RuleCategory query;
  RuleCategory metadata;
  RuleList path;
  RuleList status;
  RuleList method;

  bool empty() const;
};

struct Generators;

/// One alternative of an arrayContains rule.
struct Variant {
  std::size_t index = 0;              ///< Which expected element it describes.
  std::optional<RuleCategory> rules;  ///< Relative to that element; nullopt = compare by equality.
  std::shared_ptr<const Generators> generators;  ///< May be nullptr.
};

struct RuleDetails {
  std::vector<Variant> variants;  ///< arrayContains.
  std::vector<Rule> rules;        ///< eachKey, eachValue.
  std::vector<int> status_codes;  ///< statusCode given as a list of codes.
};

}  // namespace accord::pact
