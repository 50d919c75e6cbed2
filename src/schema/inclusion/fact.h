#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "accord/schema/includes.h"

#include "schema/inclusion/classes.h"

namespace accord::schema::inclusion {

inline constexpr std::uint64_t kUnbounded = std::numeric_limits<std::uint64_t>::max();

/// Decisions that a fact rests on, as bits; the last bit stands for all from the 64th on. 0: it
/// holds in any case.
using Reasons = std::uint64_t;

/// What a fact is about. All facts speak of one value of one known type.
enum class Aspect : std::uint8_t {
  kSchema,           ///< It fits `schema`, or does not.
  kUnion,            ///< It fits one of `node`'s `any_of`.
  kExclusive,        ///< It fits exactly one of `node`'s `one_of`, or does not.
  kCondition,        ///< `node`'s `if` holds, with `then` (or not), or else.
  kDependency,       ///< `node`'s dependency number `index` holds, or does not.
  kEnum,             ///< It is one of `node`'s values, or is not; index 1: of `const_value`.
  kLower,            ///< At least `node`'s `minimum`, or below; index 1: `second_minimum`.
  kUpper,            ///< At most `node`'s `maximum`, or above; index 1: `second_maximum`.
  kMultiple,         ///< A multiple of `node`'s `multiple_of`, or not.
  kSize,             ///< Code points, items or members: `low` to `high`.
  kPattern,          ///< `pattern` is found in the string, or is not.
  kFormat,           ///< `node`'s format fits, or does not.
  kElements,         ///< `node`'s `prefix_items` and `items` hold.
  kPrefixItem,       ///< Item number `index` is there and does not fit `schema`.
  kItems,            ///< An item from number `index` on does not fit `schema`.
  kCount,            ///< `low` to `high` items fit `schema`.
  kUnique,           ///< Its items differ, or two are equal.
  kMembers,          ///< `node`'s properties, patterns and additional properties hold.
  kProperty,         ///< Member `name` is there and does not fit `schema`.
  kPatternProperty,  ///< A member whose name has `pattern` does not fit `schema`.
  kAdditional,       ///< A member that is additional for `node` does not fit `schema`.
  kNames,            ///< All names fit `schema`, or one does not.
  kRequired,         ///< All of `node`'s `required` are there.
  kPresent,          ///< Member `name` is there.
  kAbsent,           ///< Member `name` is not there.
  kUnevaluated,  ///< Members or items that `node` leaves unevaluated fit `schema`, or one does not.
  kOpaque,       ///< Cannot be reasoned about; `opaque` says why.
};

/// The members or items that some schemas evaluate, once it is known which of them hold.
struct Evaluated {
  bool all = false;
  std::vector<const SchemaNode*> nodes;  ///< Names in their properties and patterns are evaluated,
  std::size_t items = 0;                 ///< or so many items from the first on,
  std::vector<ClassId> contained;        ///< and those that fit one of these.
};

/// An elementary claim about a value.
struct Fact {
  Aspect aspect = Aspect::kSchema;
  bool positive = true;
  const SchemaNode* node = nullptr;
  std::uint32_t index = 0;
  ClassId schema = 0;
  std::uint64_t low = 0;
  std::uint64_t high = kUnbounded;
  std::string_view name = {};
  const Pattern* pattern = nullptr;
  UnknownReason opaque = UnknownReason::kNone;
  Reasons reasons = 0;
  std::shared_ptr<const Evaluated> evaluated;  ///< For kUnevaluated, once it is known.
};
using Facts = std::vector<Fact>;

/// A schema for one type of value, taken apart.
struct Parts {
  bool never = false;  ///< No value of the type fits.
  Facts facts;         ///< All of them must hold …
};
/// … and for the negation one of these.
struct NegatedParts {
  bool always = false;  ///< Whatever the value is.
  std::vector<Facts> options;
};

/// The keyword of `option.node` that an option of its negation breaks; empty when it is no single
/// one or the fault lies deeper.
std::string_view KeywordOf(const Fact& option, TypeSet type);

Parts PartsOf(const SchemaNode& node, TypeSet type, const SchemaClasses& classes);
NegatedParts NegatedPartsOf(const SchemaNode& node, TypeSet type, const SchemaClasses& classes);

}  // namespace accord::schema::inclusion
