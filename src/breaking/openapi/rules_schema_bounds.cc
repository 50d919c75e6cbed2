#include <deque>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "breaking/openapi/schema_arguments.h"
#include "breaking/openapi/schema_rules.h"

namespace accord::breaking::api {
namespace {

/// A keyword that limits something: four edits, as far as they can happen.
struct BoundAxis {
  SchemaBound bound;
  std::string_view name;     ///< In ids.
  std::string_view keyword;  ///< In schemas.
  std::string_view words;
  bool upper;
  std::string_view around;  ///< What else stands in the example.
  int low;
  int high;
  // As SchemaEditRow::levels, in the order of BoundEdit.
  std::array<std::string_view, 4> levels;
};

constexpr std::string_view kArray = R"("type": "array", "items": {"type": "string"})";
constexpr std::string_view kContains = R"("type": "array", "contains": {"const": "a"})";

constexpr std::array<BoundAxis, kSchemaBounds> kBoundAxes{{
    {SchemaBound::kMax,
     "max",
     "maximum",
     "maximum",
     true,
     R"("type": "number")",
     10,
     100,
     {"WW-W~- ~~-~", "~~-~~- ~~-~", "II-I~- EE-~", "EEIE~- ~~-~"}},
    {SchemaBound::kExclusiveMax,
     "exclusive-max",
     "exclusiveMaximum",
     "exclusive maximum",
     true,
     R"("type": "number")",
     10,
     100,
     {"WW-W~- ~~-~", "~~-~~- ~~-~", "II-I~- EE-~", "EEIE~- ~~-~"}},
    {SchemaBound::kMin,
     "min",
     "minimum",
     "minimum",
     false,
     R"("type": "number")",
     10,
     100,
     {"WW-W~- ~~-~", "~~-~~- ~~-~", "EEIE~- ~~-~", "II-I~- EE-~"}},
    {SchemaBound::kExclusiveMin,
     "exclusive-min",
     "exclusiveMinimum",
     "exclusive minimum",
     false,
     R"("type": "number")",
     10,
     100,
     {"WW-W~- ~~-~", "~~-~~- ~~-~", "EEIE~- ~~-~", "II-I~- EE-~"}},
    {SchemaBound::kMaxLength,
     "max-length",
     "maxLength",
     "maximum length",
     true,
     R"("type": "string")",
     10,
     100,
     {"WW-W~- ~~-~", "~~-~~- EE-~", "II-I~- EE-~", "EEIE~- ~~-~"}},
    {SchemaBound::kMinLength,
     "min-length",
     "minLength",
     "minimum length",
     false,
     R"("type": "string")",
     1,
     10,
     {"", "", "EE-E~- ~~-~", "II-I~- EE-~"}},
    {SchemaBound::kMaxItems,
     "max-items",
     "maxItems",
     "maximum number of items",
     true,
     kArray,
     10,
     100,
     {"~~-~~- ~~-~", "~~-~~- ~~-~", "~~-I~- ~~-~", "~~-E~- ~~-~"}},
    {SchemaBound::kMinItems,
     "min-items",
     "minItems",
     "minimum number of items",
     false,
     kArray,
     1,
     10,
     {"WW-W~- ~~-~", "~~-~~- EE-~", "EE-E~- ~~-~", "~~-I~- EE-~"}},
    {SchemaBound::kMaxProperties,
     "max-properties",
     "maxProperties",
     "maximum number of properties",
     true,
     R"("type": "object")",
     10,
     100,
     {"~~-~~- ~~--", "~~-~~- ~~--", "~~-~~- ~~--", "~~-~~- ~~--"}},
    {SchemaBound::kMinProperties,
     "min-properties",
     "minProperties",
     "minimum number of properties",
     false,
     R"("type": "object")",
     1,
     10,
     {"", "", "~~-~~- ~~--", "~~-~~- ~~--"}},
    {SchemaBound::kMaxContains,
     "max-contains",
     "maxContains",
     "maximum number of items that fit `contains`",
     true,
     kContains,
     10,
     100,
     {"~~-~~- ~~--", "~~-~~- ~~--", "II-~~- EE--", "EE-~~- II--"}},
    {SchemaBound::kMinContains,
     "min-contains",
     "minContains",
     "minimum number of items that fit `contains`",
     false,
     kContains,
     2,
     10,
     {"", "", "EE-~~- II--", "II-~~- EE--"}},
}};

/// A keyword that holds one schema: added, removed.
struct PartAxis {
  SchemaPart part;
  std::string_view name;
  std::string_view keyword;
  std::string_view added;  ///< Summaries.
  std::string_view removed;
  std::string_view around;
  std::string_view schema;
  bool oasdiff = true;
};

constexpr std::array<PartAxis, kSchemaParts> kPartAxes{{
    {SchemaPart::kItems,
     "items",
     "items",
     "Items of {} have to fit a schema now.",
     "Items of {} need not fit a schema any more.",
     R"("type": "array")",
     R"({"type": "string"})",
     false},
    {SchemaPart::kContains,
     "contains",
     "contains",
     "Some item of {} has to fit a schema now.",
     "No item of {} has to fit a schema any more.",
     R"("type": "array")",
     R"({"const": "a"})"},
    {SchemaPart::kUnevaluatedItems,
     "unevaluated-items",
     "unevaluatedItems",
     "Items of {} that nothing else describes have to fit a schema now.",
     "Items of {} that nothing else describes need not fit a schema any more.",
     R"("type": "array")",
     R"({"type": "string"})"},
    {SchemaPart::kPropertyNames,
     "property-names",
     "propertyNames",
     "Names of properties of {} have to fit a schema now.",
     "Names of properties of {} need not fit a schema any more.",
     R"("type": "object")",
     R"({"pattern": "^a"})"},
    {SchemaPart::kUnevaluatedProperties,
     "unevaluated-properties",
     "unevaluatedProperties",
     "Properties of {} that nothing else describes have to fit a schema now.",
     "Properties of {} that nothing else describes need not fit a schema any more.",
     R"("type": "object")",
     R"({"type": "string"})"},
    {SchemaPart::kNot,
     "not",
     "not",
     "There are values now that {} may not have.",
     "Nothing is ruled out by `not` for {} any more.",
     R"("type": "string")",
     R"({"const": "a"})",
     false},
    {SchemaPart::kIf,
     "if",
     "if",
     "There is a condition for {} now.",
     "There is no condition for {} any more.",
     R"("type": "object")",
     R"({"required": ["a"]})"},
    {SchemaPart::kThen,
     "then",
     "then",
     "There is something now that {} has to fit when a condition holds.",
     "There is nothing any more that {} has to fit when a condition holds.",
     R"("if": {"required": ["a"]})",
     R"({"required": ["b"]})"},
    {SchemaPart::kElse,
     "else",
     "else",
     "There is something now that {} has to fit when a condition does not hold.",
     "There is nothing any more that {} has to fit when a condition does not hold.",
     R"("if": {"required": ["a"]})",
     R"({"required": ["b"]})"},
    {SchemaPart::kContentSchema,
     "content-schema",
     "contentSchema",
     "What is encoded in {} has to fit a schema now.",
     "What is encoded in {} need not fit a schema any more.",
     R"("type": "string", "contentMediaType": "application/json")",
     R"({"type": "object"})"},
}};

/// Rows with the texts that were composed for them.
class Composer {
 public:
  Composer() {
    rows_.reserve(kSchemaBounds * 4 + kSchemaParts * 2);
    for (const BoundAxis& axis : kBoundAxes) {
      for (const BoundEdit edit :
           {BoundEdit::kSet, BoundEdit::kUnset, BoundEdit::kIncreased, BoundEdit::kDecreased}) {
        AddBound(axis, edit);
      }
    }
    for (const PartAxis& axis : kPartAxes) {
      AddPart(axis, true);
      AddPart(axis, false);
    }
  }

  std::span<const SchemaEditRow> rows() const { return rows_; }
  const SchemaEditRow* Bound(SchemaBound bound, BoundEdit edit) const {
    const std::size_t at = static_cast<std::size_t>(bound) * 4 + static_cast<std::size_t>(edit);
    return rows_[at].levels.empty() ? nullptr : &rows_[at];
  }
  const SchemaEditRow& Part(SchemaPart part, bool added) const {
    return rows_[kSchemaBounds * 4 + static_cast<std::size_t>(part) * 2 + (added ? 0 : 1)];
  }

 private:
  std::string_view Keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  std::string_view Example(const BoundAxis& axis, std::optional<int> value) {
    return Keep(value ? fmt::format(R"({{{}, "{}": {}}})", axis.around, axis.keyword, *value)
                      : fmt::format("{{{}}}", axis.around));
  }

  void AddBound(const BoundAxis& axis, BoundEdit edit);
  void AddPart(const PartAxis& axis, bool added);

  std::deque<std::string> texts_;
  std::vector<SchemaEditRow> rows_;
};

void Composer::AddBound(const BoundAxis& axis, BoundEdit edit) {
  struct Words {
    std::string_view id, summary, message;
  };
  static constexpr std::array<Words, 4> kWords{{
      {"set", "There is now a {} for {{}}.", "the {} was set to {{0}}"},
      {"unset", "There is no {} for {{}} any more.", "the {} of {{0}} was dropped"},
      {"increased", "The {} for {{}} was raised.", "the {} was raised from {{0}} to {{1}}"},
      {"decreased", "The {} for {{}} was lowered.", "the {} was lowered from {{0}} to {{1}}"},
  }};
  const Words& words = kWords.at(static_cast<std::size_t>(edit));
  const bool stricter = edit == BoundEdit::kSet ||
                        edit == (axis.upper ? BoundEdit::kDecreased : BoundEdit::kIncreased);
  const bool up = edit == BoundEdit::kIncreased || edit == BoundEdit::kUnset;
  SchemaEditRow row;
  row.levels = axis.levels.at(static_cast<std::size_t>(edit));
  row.pattern = Keep(fmt::format("{{}}-{}-{}", axis.name, words.id));
  row.facet = SchemaFacet::kConstraints;
  row.leaning = stricter ? Leaning::kNarrower : Leaning::kWider;
  row.summary = Keep(fmt::format(fmt::runtime(words.summary), axis.words));
  row.message = Keep(fmt::format(fmt::runtime(words.message), axis.words));
  row.before = Example(
      axis, edit == BoundEdit::kSet ? std::nullopt : std::optional(up ? axis.low : axis.high));
  row.after = Example(
      axis, edit == BoundEdit::kUnset ? std::nullopt : std::optional(up ? axis.high : axis.low));
  const bool length = axis.bound == SchemaBound::kMinLength;
  const bool one_value = edit == BoundEdit::kSet || edit == BoundEdit::kUnset;
  const bool counter =
      axis.bound == SchemaBound::kMaxContains || axis.bound == SchemaBound::kMinContains;
  row.arguments = counter                             ? &arguments::kValuesLast
                  : stricter && !length && !one_value ? &arguments::kStricter
                                                      : &arguments::kBounds;
  row.quiet_when_write_only = !counter;
  row.quiet_when_read_only = edit == BoundEdit::kSet || axis.bound == SchemaBound::kMinItems ||
                             axis.levels[2].find_first_of("EI") == std::string_view::npos;
  rows_.push_back(row);
}

void Composer::AddPart(const PartAxis& axis, bool added) {
  const std::string_view example = Keep(fmt::format("{{{}}}", axis.around));
  const std::string_view longer =
      Keep(fmt::format(R"({{{}, "{}": {}}})", axis.around, axis.keyword, axis.schema));
  SchemaEditRow row;
  row.pattern = Keep(fmt::format("{{}}-{}-{}", axis.name, added ? "added" : "removed"));
  row.levels = !axis.oasdiff ? "~~-~~- ~~-~" : added ? "EE-~~- II--" : "II-~~- EE--";
  row.facet =
      axis.part == SchemaPart::kContentSchema ? SchemaFacet::kExistence : SchemaFacet::kStructure;
  row.leaning = added ? Leaning::kNarrower : Leaning::kWider;
  row.arguments = &arguments::kBare;
  row.summary = added ? axis.added : axis.removed;
  row.message = Keep(fmt::format("{} was {}", axis.keyword, added ? "added" : "removed"));
  row.before = added ? example : longer;
  row.after = added ? longer : example;
  rows_.push_back(row);
}

const Composer& Composed() {
  static const Composer composer;
  return composer;
}

}  // namespace

std::string_view KeywordOf(SchemaBound bound) {
  return kBoundAxes.at(static_cast<std::size_t>(bound)).keyword;
}

std::string_view KeywordOf(SchemaPart part) {
  return kPartAxes.at(static_cast<std::size_t>(part)).keyword;
}

const SchemaEditRow* EditRowOf(SchemaBound bound, BoundEdit edit) {
  return Composed().Bound(bound, edit);
}

const SchemaEditRow& EditRowOf(SchemaPart part, bool added) {
  return Composed().Part(part, added);
}

std::span<const SchemaEditRow> ComposedRows() {
  return Composed().rows();
}

}  // namespace accord::breaking::api
