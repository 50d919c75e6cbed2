#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace accord::openapi {

/// What an OpenAPI document is made of.
enum class Part : std::uint8_t {
  kDescription,
  kInfo,
  kServer,
  kServerVariable,
  kPaths,
  kPathItem,
  kOperation,
  kParameter,
  kRequestBody,
  kMediaType,
  kEncoding,
  kResponses,
  kResponse,
  kCallback,
  kExample,
  kLink,
  kHeader,
  kTag,
  kComponents,
  kSecurityScheme,
  kOAuthFlows,
  kOAuthFlow,
  kSecurityRequirement,
  kSchema,
  kAnything,
  // Scalars, and lists of them.
  kText,
  kFlag,
  kTexts,
};

enum class Shape : std::uint8_t { kOne, kList, kMap };

/// How much a field matters.
enum class Weight : std::uint8_t {
  kMinor,     ///< It only documents; of the wrong form it is a warning.
  kMeaning,   ///< It may be absent.
  kExpected,  ///< OpenAPI requires it, but much can be done without.
  kRequired,  ///< Nothing can be done without.
};

struct Field {
  std::string_view name;
  Part part = Part::kAnything;
  Shape shape = Shape::kOne;
  Weight weight = Weight::kMeaning;
};

struct Structure {
  Part part;
  std::string_view name;  ///< For people: "an operation".
  std::span<const Field> fields;
  std::optional<Part> others = {};  ///< What members of other names hold; extensions excepted.
  bool may_be_reference = false;
};

/// The form of an object; nullptr for schemas, scalars and what may be anything.
const Structure* StructureOf(Part part);
/// "a parameter".
std::string_view NameOf(Part part);

/// Where a keyword of a schema holds schemas; nullopt when it holds none.
enum class SchemaShape : std::uint8_t { kOne, kList, kMap, kOneOrList };
std::optional<SchemaShape> SchemasIn(std::string_view keyword);

}  // namespace accord::openapi
