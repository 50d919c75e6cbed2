#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accord/document/node.h"
#include "accord/schema/ir.h"
#include "accord/schema/schema.h"

#include "schema/program/key.h"
#include "schema/program/slots.h"
#include "schema/program/string_set.h"

namespace accord::schema {

class ShapeMemory;

/// In the order of their cost: a block runs the cheap ones first.
enum class Op : std::uint8_t {
  // Null, booleans.
  kBoolean,  // value: the boolean
  // Strings.
  kLength,    // index: least, value: greatest number of code points
  kStringIs,  // index in texts
  kStringIn,  // index in string_sets
  // Numbers.
  kInteger,
  kNumber,    // index in numbers
  kNumberIn,  // index in value_lists
  // Arrays.
  kItemCount,  // index: least, value: greatest
  // Objects.
  kMemberCount,  // index: least, value: greatest
  kRequired,     // index in texts
  kValues,       // index in dispatches: for every member
  kObject,       // index in objects
  kDependency,   // index in dependencies
  kItems,        // index in items
  kArray,        // index in arrays
  kValueIn,      // index in value_lists
  kPattern,      // index in patterns
  kFormat,       // index in texts
  // In place.
  kCall,                // index: code
  kScoped,              // index in scoped
  kTagged,              // index in tagged
  kNot,                 // index: code
  kIf,                  // index in codes: condition, then, else
  kAnyOf,               // index in codes, value: how many
  kOneOf,               // index in codes, value: how many
  kDynamic,             // index in dynamics
  kContains,            // index in contains
  kUnevaluatedMembers,  // index in unevaluated
  kUnevaluatedItems,    // index in unevaluated
  kUnique,
};

struct Instruction {
  Op op = Op::kCall;
  bool last = false;     ///< Of its block.
  bool tracked = false;  ///< Notes what it evaluates.
  std::uint32_t index = 0;
  std::uint64_t value = 0;
};

/// What a number must be. Bounds are exact; `low` and `high` are their integer parts, for values
/// and bounds that fit.
struct NumberCheck {
  enum class Form : std::uint8_t { kAny, kIntegral, kFraction, kIntegerText };
  struct Limit {
    Decimal value;
    bool exclusive = false;
    std::optional<std::int64_t> floor;  ///< Greatest integer ≤ value.
  };
  Form form = Form::kAny;
  std::int64_t low = INT64_MIN;   ///< For integers: inclusive.
  std::int64_t high = INT64_MAX;  ///< For integers: inclusive.
  bool plain = false;             ///< `low` and `high` say all about integers.
  /// Naturals of so many digits are all between them, when there are none in front for nothing.
  std::uint8_t least_digits = 1;
  std::uint8_t most_digits = 0;
  std::vector<Limit> minimums, maximums;
  std::vector<Decimal> steps;
  /// The only step as digits × 10^-scale; 0: there is none, or not of this form.
  std::int64_t step = 0;
  std::uint32_t step_scale = 0;
};

/// `patternProperties` with the `additionalProperties` beside them, for unnamed members.
struct PatternGroup {
  struct Entry {
    const Pattern* pattern = nullptr;
    Dispatch value{};
  };
  std::vector<Entry> patterns;
  Dispatch additional{};
  bool marks_additional = false;
  bool for_named = false;  ///< The patterns must be tried on named members too.
};

/// Everything about the members of an object in one walk over them.
struct ObjectCheck {
  Slots slots;
  std::uint32_t required = 0;  ///< How many slots are.
  bool closed = false;         ///< Unnamed members are forbidden.
  bool open = false;           ///< Nothing is said about unnamed members.
  bool general = false;        ///< Names or patterns concern named members too.
  bool marks_rest = false;
  Dispatch rest{};  ///< For unnamed members.
  std::vector<PatternGroup> groups;
  Code names = kPass;  ///< For the names themselves.
};

/// The same for all items.
struct ItemsCheck {
  Dispatch value{};
  std::uint64_t least = 0;  ///< Of the number of items.
  std::uint64_t greatest = UINT64_MAX;
  // What is all that is asked of items of one kind; may be null.
  const ObjectCheck* objects = nullptr;
  const NumberCheck* numbers = nullptr;
};

struct ArrayCheck {
  std::vector<Dispatch> prefix;
  Dispatch rest{};
  bool marks_rest = false;
};

struct ContainsCheck {
  Dispatch value{};
  std::uint64_t min = 1;
  std::uint64_t max = UINT64_MAX;
  bool marks = false;
};

struct DependencyCheck {
  Key name;
  std::vector<Key> required;
  Code code = kPass;
};

/// Alternatives told apart by the value of a member.
struct TagCheck {
  struct Range {
    std::uint32_t first = 0;  ///< In codes.
    std::uint32_t count = 0;
  };
  Key name;
  StringSet values;
  std::vector<Range> branches;  ///< One for each of `values`.
  Range other_text;             ///< For other strings.
  Range other_kind;             ///< For what is no string.
  Range absent;                 ///< When there is no such member.
  bool exactly_one = false;
};

struct UnevaluatedCheck {
  Code body = kPass;  ///< The schema without its `unevaluated…`; tracked.
  Dispatch value{};
};

/// Code that runs inside another resource.
struct ScopedCode {
  const Resource* resource = nullptr;
  Code code = kPass;
};

struct DynamicCheck {
  std::string anchor;  ///< Empty: `$recursiveRef`.
  const Resource* initial_resource = nullptr;
  Code initial = kPass;
  std::unordered_map<const Resource*, Code> targets;
};

/// A schema as instructions: a block for each schema (or set of schemas that apply to the same
/// value) and each kind of value, in which only what concerns that kind is left.
struct Program {
  Program();
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// What the keys refer to.
  std::deque<std::string> strings;
  std::vector<Instruction> instructions;
  std::vector<Code> codes;
  std::vector<Dispatch> dispatches;
  std::vector<Key> texts;
  std::vector<StringSet> string_sets;
  std::vector<std::vector<const document::Node*>> value_lists;
  std::vector<NumberCheck> numbers;
  std::vector<const Pattern*> patterns;
  std::vector<ObjectCheck> objects;
  std::vector<ItemsCheck> items;
  std::vector<ArrayCheck> arrays;
  std::vector<ContainsCheck> contains;
  std::vector<DependencyCheck> dependencies;
  std::vector<TagCheck> tagged;
  std::vector<UnevaluatedCheck> unevaluated;
  std::vector<ScopedCode> scoped;
  std::vector<DynamicCheck> dynamics;

  /// Where evaluation may begin. The first is the root.
  std::unordered_map<const SchemaNode*, Dispatch> entries;
  Dispatch root{};

  /// Filled by evaluation.
  std::unique_ptr<ShapeMemory> shapes;

  /// Programs for other entries, made when somebody asks for one.
  struct Others;
  std::unique_ptr<Others> others;
};

/// The program of a finished schema graph, entered at its root.
std::unique_ptr<Program> MakeProgram(const Schema& schema);
/// The same for a graph without a Schema around it, entered at any of `entries`.
std::unique_ptr<Program> MakeProgram(const std::vector<const SchemaNode*>& entries);

/// The verdict without a program, unless the schema is too deep to be interpreted: for schemas that
/// are asked about few values, where compiling would cost more.
bool IsValidOnce(const SchemaNode& schema, const document::Node& instance);

}  // namespace accord::schema
