#include "schema/build/keywords.h"

#include <array>
#include <vector>

#include "accord/base/hash.h"

#include "schema/build/readers.h"

namespace accord::schema {
namespace {

constexpr std::uint8_t Bit(Dialect dialect) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(dialect));
}

constexpr std::uint8_t k4 = Bit(Dialect::kDraft4);
constexpr std::uint8_t k6 = Bit(Dialect::kDraft6);
constexpr std::uint8_t k7 = Bit(Dialect::kDraft7);
constexpr std::uint8_t k2019 = Bit(Dialect::k2019_09);
constexpr std::uint8_t k2020 = Bit(Dialect::k2020_12) | Bit(Dialect::kOpenApi31);
constexpr std::uint8_t kOas30 = Bit(Dialect::kOpenApi30);
constexpr std::uint8_t kOas = kOas30 | Bit(Dialect::kOpenApi31);
constexpr std::uint8_t kSince2019 = k2019 | k2020;
constexpr std::uint8_t kSince7 = k7 | kSince2019;
constexpr std::uint8_t kSince6 = k6 | kSince7;
constexpr std::uint8_t kDrafts = k4 | kSince6;
constexpr std::uint8_t kAll = kDrafts | kOas30;

constexpr VocabularySet kCore = kCoreVocabulary;
constexpr VocabularySet kApply = kApplicatorVocabulary;
constexpr VocabularySet kCheck = kValidationVocabulary;

using Shape = KeywordShape;

// `definitions` and `dependencies` are kept by later drafts for old schemas.
constexpr std::array kKeywords = {
    KeywordRow{"$schema", Shape::kValue, kDrafts, kCore, ReadName},
    KeywordRow{"id", Shape::kValue, k4, kCore, ReadName},
    KeywordRow{"$id", Shape::kValue, kSince6, kCore, ReadName},
    KeywordRow{"$anchor", Shape::kValue, kSince2019, kCore, ReadName},
    KeywordRow{"$dynamicAnchor", Shape::kValue, k2020, kCore, ReadName},
    KeywordRow{"$recursiveAnchor", Shape::kValue, k2019, kCore, ReadNothing},
    KeywordRow{"$vocabulary", Shape::kValue, kSince2019, kCore, ReadNothing},
    KeywordRow{"$comment", Shape::kValue, kSince7, kCore, ReadName},
    KeywordRow{"$defs", Shape::kSchemaMap, kSince2019, kCore, ReadDefinitions},
    KeywordRow{"definitions", Shape::kSchemaMap, kDrafts, kCore, ReadDefinitions},
    KeywordRow{"$ref", Shape::kValue, kAll, kCore, ReadRef},
    KeywordRow{"$dynamicRef", Shape::kValue, k2020, kCore, ReadDynamicRef},
    KeywordRow{"$recursiveRef", Shape::kValue, k2019, kCore, ReadRecursiveRef},

    KeywordRow{"type", Shape::kValue, kAll, kCheck, ReadType},
    KeywordRow{"nullable", Shape::kValue, kOas30, kCheck, ReadNullable},
    KeywordRow{"enum", Shape::kValue, kAll, kCheck, ReadEnum},
    KeywordRow{"const", Shape::kValue, kSince6, kCheck, ReadConst},
    KeywordRow{"multipleOf", Shape::kValue, kAll, kCheck, ReadMultipleOf},
    KeywordRow{"minimum", Shape::kValue, kAll, kCheck, ReadMinimum},
    KeywordRow{"maximum", Shape::kValue, kAll, kCheck, ReadMaximum},
    KeywordRow{"exclusiveMinimum", Shape::kValue, k4 | kOas30, kCheck, ReadBooleanBound},
    KeywordRow{"exclusiveMaximum", Shape::kValue, k4 | kOas30, kCheck, ReadBooleanBound},
    KeywordRow{"exclusiveMinimum", Shape::kValue, kSince6, kCheck, ReadExclusiveMinimum},
    KeywordRow{"exclusiveMaximum", Shape::kValue, kSince6, kCheck, ReadExclusiveMaximum},
    KeywordRow{"minLength", Shape::kValue, kAll, kCheck, ReadMinLength},
    KeywordRow{"maxLength", Shape::kValue, kAll, kCheck, ReadMaxLength},
    KeywordRow{"pattern", Shape::kValue, kAll, kCheck, ReadPattern},
    KeywordRow{"format", Shape::kValue, kAll, kFormatVocabulary, ReadFormat},

    KeywordRow{"prefixItems", Shape::kSchemas, k2020, kApply, ReadPrefixItems},
    KeywordRow{"items", Shape::kSchema, k2020 | kOas30, kApply, ReadItems},
    KeywordRow{"items", Shape::kItems, k4 | k6 | k7 | k2019, kApply, ReadItemsOrTuple},
    KeywordRow{
        "additionalItems", Shape::kSchema, k4 | k6 | k7 | k2019, kApply, ReadAdditionalItems},
    KeywordRow{"contains", Shape::kSchema, kSince6, kApply, ReadContains},
    KeywordRow{"minContains", Shape::kValue, kSince2019, kCheck, ReadContainsBound},
    KeywordRow{"maxContains", Shape::kValue, kSince2019, kCheck, ReadContainsBound},
    KeywordRow{"minItems", Shape::kValue, kAll, kCheck, ReadMinItems},
    KeywordRow{"maxItems", Shape::kValue, kAll, kCheck, ReadMaxItems},
    KeywordRow{"uniqueItems", Shape::kValue, kAll, kCheck, ReadUniqueItems},
    KeywordRow{"unevaluatedItems",
               Shape::kSchema,
               kSince2019,
               kUnevaluatedVocabulary,
               ReadUnevaluatedItems},

    KeywordRow{"properties", Shape::kSchemaMap, kAll, kApply, ReadProperties},
    KeywordRow{"patternProperties", Shape::kSchemaMap, kDrafts, kApply, ReadPatternProperties},
    KeywordRow{"additionalProperties", Shape::kSchema, kAll, kApply, ReadAdditionalProperties},
    KeywordRow{"propertyNames", Shape::kSchema, kSince6, kApply, ReadPropertyNames},
    KeywordRow{"required", Shape::kValue, kAll, kCheck, ReadRequired},
    KeywordRow{"minProperties", Shape::kValue, kAll, kCheck, ReadMinProperties},
    KeywordRow{"maxProperties", Shape::kValue, kAll, kCheck, ReadMaxProperties},
    KeywordRow{"dependencies", Shape::kDependency, kDrafts, kApply, ReadDependencies},
    KeywordRow{"dependentRequired", Shape::kValue, kSince2019, kCheck, ReadDependentRequired},
    KeywordRow{"dependentSchemas", Shape::kSchemaMap, kSince2019, kApply, ReadDependentSchemas},
    KeywordRow{"unevaluatedProperties",
               Shape::kSchema,
               kSince2019,
               kUnevaluatedVocabulary,
               ReadUnevaluatedProperties},

    KeywordRow{"allOf", Shape::kSchemas, kAll, kApply, ReadAllOf},
    KeywordRow{"anyOf", Shape::kSchemas, kAll, kApply, ReadAnyOf},
    KeywordRow{"oneOf", Shape::kSchemas, kAll, kApply, ReadOneOf},
    KeywordRow{"not", Shape::kSchema, kAll, kApply, ReadNot},
    KeywordRow{"if", Shape::kSchema, kSince7, kApply, ReadIf},
    KeywordRow{"then", Shape::kSchema, kSince7, kApply, ReadThen},
    KeywordRow{"else", Shape::kSchema, kSince7, kApply, ReadElse},

    KeywordRow{"contentSchema", Shape::kSchema, kSince2019, kContentVocabulary, ReadContentSchema},
    KeywordRow{"readOnly", Shape::kValue, kSince7 | kOas30, kMetadataVocabulary, ReadReadOnly},
    KeywordRow{"writeOnly", Shape::kValue, kSince7 | kOas30, kMetadataVocabulary, ReadWriteOnly},
    KeywordRow{"discriminator", Shape::kValue, kOas, kOpenApiVocabulary, ReadDiscriminator},
};

// Positions in the table by the hash of the name. Names that share one follow each other.
class KeywordIndex {
 public:
  KeywordIndex() {
    for (std::size_t i = 0; i < kKeywords.size(); ++i) {
      slots_[base::Hash32(kKeywords[i].name) % kSlots].push_back(static_cast<std::uint8_t>(i));
    }
  }
  const std::vector<std::uint8_t>& At(std::uint32_t hash) const { return slots_[hash % kSlots]; }

 private:
  static constexpr std::size_t kSlots = 256;
  std::array<std::vector<std::uint8_t>, kSlots> slots_;
};

}  // namespace

const KeywordRow* FindKeyword(const Language& language, const document::Member& member) {
  static const KeywordIndex index;
  for (const std::uint8_t i : index.At(member.key_hash)) {
    const KeywordRow& row = kKeywords[i];
    if ((row.dialects & Bit(language.dialect)) != 0 &&
        (row.vocabulary & language.vocabularies) != 0 && row.name == member.key()) {
      return &row;
    }
  }
  return nullptr;
}

}  // namespace accord::schema
