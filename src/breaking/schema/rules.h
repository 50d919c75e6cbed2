#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "accord/finding/finding.h"

namespace accord::breaking {

/// What about a schema changed.
enum class Axis : std::uint8_t {
  kSchema,
  kType,
  kConst,
  kEnum,
  kMinimum,
  kMaximum,
  kMultipleOf,
  kMinLength,
  kMaxLength,
  kPattern,
  kFormat,
  kMinItems,
  kMaxItems,
  kUniqueItems,
  kItems,
  kTuple,
  kContains,
  kMinContains,
  kMaxContains,
  kUnevaluatedItems,
  kProperty,
  kRequired,
  kPatternProperty,
  kAdditionalProperties,
  kPropertyNames,
  kMinProperties,
  kMaxProperties,
  kDependency,
  kUnevaluatedProperties,
  kAllOf,
  kAnyOf,
  kOneOf,
  kNot,
  kCondition,
};

/// How it changed. Tightened: taken alone, less fits than before; loosened: more.
enum class Action : std::uint8_t { kAdded, kRemoved, kTightened, kLoosened, kChanged };

struct KeywordRule {
  Axis axis;
  Action action;
  finding::RuleInfo rule;
};

inline constexpr std::array kJsonReaders{finding::Audience::kJson};

// Remedies of many rules: when readers with the new version refuse old data, when those with the
// old one refuse new data, and when both do.
inline constexpr std::string_view kKeepTheOld =
    "Keep the old constraint for readers until no data that needs it is left, or publish the "
    "stricter "
    "schema under a new name.";
inline constexpr std::string_view kReadersFirst =
    "Give readers the new version first; writers may use what is new once all of them have it.";
inline constexpr std::string_view kBothForms =
    "Leave the old form readable beside the new one, for instance with `anyOf`, until readers and "
    "data "
    "have moved on.";

std::span<const KeywordRule> ValueRules();
std::span<const KeywordRule> ArrayRules();
std::span<const KeywordRule> ObjectRules();
std::span<const KeywordRule> CompositionRules();

/// The rule of a change; kSchemaChanged when it has no name of its own.
const finding::RuleInfo& RuleOf(Axis axis, Action action);

extern const finding::RuleInfo kSchemaChanged;  ///< What no other rule names.
extern const finding::RuleInfo kSchemaDeleted;
extern const finding::RuleInfo kCompatibilityUnknown;

}  // namespace accord::breaking
