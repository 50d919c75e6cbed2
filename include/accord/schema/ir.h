#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accord/document/value.h"
#include "accord/schema/decimal.h"
#include "accord/schema/dialect.h"
#include "accord/schema/pattern.h"

namespace accord::schema {

/// Sets of JSON values by type, as bits. They are disjoint: a number is either integral (no
/// fractional part, however it is written) or a fraction.
using TypeSet = std::uint8_t;
inline constexpr TypeSet kNullType = 1;
inline constexpr TypeSet kBooleanType = 2;
inline constexpr TypeSet kObjectType = 4;
inline constexpr TypeSet kArrayType = 8;
inline constexpr TypeSet kStringType = 16;
inline constexpr TypeSet kIntegerType = 32;
inline constexpr TypeSet kFractionType = 64;
inline constexpr TypeSet kNumberType = kIntegerType | kFractionType;
inline constexpr TypeSet kAnyType = 127;

struct SchemaNode;

struct Property {
  std::string name;
  const SchemaNode* schema = nullptr;
};
struct PatternProperty {
  PatternPtr pattern;
  const SchemaNode* schema = nullptr;
};
/// `dependentRequired`, `dependentSchemas` and both forms of `dependencies`.
struct Dependency {
  std::string name;
  std::vector<std::string> required;
  const SchemaNode* schema = nullptr;  ///< nullptr: only `required`.
  std::string_view keyword;
};
struct Bound {
  Decimal value;
  bool exclusive = false;
  std::string_view keyword;  ///< Where it is written: `minimum`, `exclusiveMinimum`.
};
struct Contains {
  const SchemaNode* schema = nullptr;
  std::uint64_t min = 1;
  std::optional<std::uint64_t> max;
};
/// `$dynamicRef` and `$recursiveRef`.
struct DynamicReference {
  const SchemaNode* initial = nullptr;  ///< Where it leads when nothing in the scope overrides it.
  /// Name of the dynamic anchor to look for from the outermost resource on; empty for
  /// `$recursiveRef`. nullopt: behaves like `$ref`.
  std::optional<std::string> anchor;
};

/// A schema resource: a document root or a subschema with an identifier.
struct Resource {
  std::string uri;  ///< Canonical, without fragment.
  Dialect dialect = Dialect::k2020_12;
  const SchemaNode* root = nullptr;  ///< nullptr when nothing needs it.
  std::map<std::string, const SchemaNode*, std::less<>> dynamic_anchors;
  bool recursive_anchor = false;  ///< `$recursiveAnchor: true` at its root.
};

/// One schema, whatever dialect it was written in, with every keyword that can matter. Absent
/// keywords are empty, null or nullopt. Keywords that a dialect does not have are not here, nor
/// those beside a `$ref` that hides its siblings.
struct SchemaNode {
  // Where it comes from.
  const Resource* resource = nullptr;
  std::string pointer;       ///< From the resource's root, as a JSON pointer.
  document::Value source;    ///< The JSON value, with its document.
  std::uint32_t number = 0;  ///< Its place among the nodes of its graph.

  /// A boolean schema (`true`: nothing else is set; `false`: nothing is valid).
  std::optional<bool> boolean;

  // Any value.
  TypeSet types = kAnyType;
  bool strict_integer = false;  ///< Draft 4 strictly: `1.0` is no integer.
  bool has_enum = false;        ///< `enum` or `const` is there, possibly with no values.
  std::vector<const document::Node*> values;    ///< Of `enum`; of `const` the only one.
  std::string_view enum_keyword;                ///< `enum` or `const`.
  const document::Node* const_value = nullptr;  ///< `const`, when there is an `enum` beside it.

  // Numbers.
  std::optional<Bound> minimum, maximum;
  std::optional<Bound> second_minimum, second_maximum;  ///< `minimum` and `exclusiveMinimum` both.
  std::optional<Decimal> multiple_of;

  // Strings.
  std::uint64_t min_length = 0;
  std::optional<std::uint64_t> max_length;
  PatternPtr pattern;
  std::string format;          ///< Name; empty: none.
  bool assert_format = false;  ///< It decides validity.

  // Arrays.
  std::vector<const SchemaNode*> prefix_items;
  std::string_view prefix_keyword;    ///< `prefixItems` or `items`.
  const SchemaNode* items = nullptr;  ///< For what follows the prefix.
  std::string_view items_keyword;     ///< `items` or `additionalItems`.
  std::optional<Contains> contains;
  std::uint64_t min_items = 0;
  std::optional<std::uint64_t> max_items;
  bool unique_items = false;
  const SchemaNode* unevaluated_items = nullptr;
  bool contains_evaluates = false;  ///< 2020-12: what `contains` matches counts as evaluated.

  // Objects.
  std::vector<Property> properties;
  std::vector<PatternProperty> pattern_properties;
  const SchemaNode* additional_properties = nullptr;
  const SchemaNode* property_names = nullptr;
  std::vector<std::string> required;
  std::uint64_t min_properties = 0;
  std::optional<std::uint64_t> max_properties;
  std::vector<Dependency> dependencies;
  const SchemaNode* unevaluated_properties = nullptr;

  // In place.
  const SchemaNode* ref = nullptr;
  std::optional<DynamicReference> dynamic_ref;
  std::vector<const SchemaNode*> all_of, any_of, one_of;
  const SchemaNode* not_schema = nullptr;
  const SchemaNode* if_schema = nullptr;
  const SchemaNode* then_schema = nullptr;  ///< Only beside an `if`.
  const SchemaNode* else_schema = nullptr;

  /// Keywords that only annotate (title, default, format as an annotation, unknown ones …), in
  /// the order of the text.
  std::vector<std::pair<std::string, const document::Node*>> annotations;
  std::string discriminator;  ///< OpenAPI: the property that tells branches apart. A hint only.

  bool read_only = false;
  bool write_only = false;
};

/// Where a keyword of a schema is written; the schema itself when it has no such keyword.
finding::Span SpanOf(const SchemaNode& node, std::string_view keyword);
/// `https://example.org/order#/properties/id`, with `/keyword` appended when it is not empty.
std::string AbsoluteLocation(const SchemaNode& node, std::string_view keyword);

}  // namespace accord::schema
