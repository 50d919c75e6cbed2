#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "accord/document/value.h"
#include "accord/openapi/description.h"

#include "breaking/openapi/schema_hash.h"
#include "breaking/openapi/schema_rules.h"
#include "breaking/openapi/schema_view.h"

namespace accord::breaking::api {

/// What the comparison of two schemas depends on, apart from them.
enum class SchemaMode : std::uint8_t {
  kRequest,
  kRequestText,
  kResponse,
  kResponseText,
  kParameter,
  kExplodedParameter,  ///< One value and an array of one look alike.
  kParameterPart,      ///< Something inside of a parameter; how it is written is not known.
};
inline bool IsRequest(SchemaMode mode) {
  return mode != SchemaMode::kResponse && mode != SchemaMode::kResponseText;
}

/// An edit of a schema, wherever that schema is used.
struct SchemaFinding {
  const SchemaEditRow* row = nullptr;
  std::vector<std::string> values;
  std::string_view keyword;  ///< Where it was made.
  std::string property;      ///< When it is about a property of the schema.
  bool about_property = false;
  /// About something that is never sent this way.
  bool unsent = false;
  /// Not at the root of a body, where another edit says it.
  bool inside_only = false;
  document::Value before;  ///< Of `about_property`: the property. Else the schemas.
  document::Value after;
};

/// From a pair of schemas to one inside of it.
struct SchemaStep {
  std::string segment;      ///< In property paths: `items`, `anyOf[subschema #1]`, `name`.
  bool property = false;    ///< The segment is the name of a property.
  bool with_slash = false;  ///< Also at the beginning of a path.
  std::string pointer;      ///< `/properties/name`.
  std::size_t pair = 0;
};

/// Two schemas that stand for each other, and what differs between them.
struct SchemaPair {
  SchemaView before;
  SchemaView after;
  SchemaMode mode;
  bool compared = false;
  std::vector<SchemaFinding> findings = {};
  std::vector<SchemaStep> steps = {};  ///< Only to schemas that differ.
};

/// Pairs of schemas of two descriptions, compared when they are first looked at, and once.
class SchemaGraph {
 public:
  SchemaGraph(const openapi::Description& before, const openapi::Description& after, bool oasdiff);

  bool oasdiff() const { return oasdiff_; }
  const openapi::Description& before() const { return before_; }
  const openapi::Description& after() const { return after_; }

  bool Differ(const document::Value& before, const document::Value& after) {
    return hashes_.OfBefore(before) != hashes_.OfAfter(after);
  }
  SchemaHashes& hashes() { return hashes_; }

  std::size_t PairOf(const document::Value& before, const document::Value& after, SchemaMode mode);
  const SchemaPair& At(std::size_t index);

 private:
  struct Key {
    std::array<const document::Node*, 4> nodes;
    SchemaMode mode;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };

  const openapi::Description& before_;
  const openapi::Description& after_;
  const bool oasdiff_;
  SchemaHashes hashes_;
  std::deque<SchemaPair> pairs_;
  std::unordered_map<Key, std::size_t, KeyHash> known_;
};

}  // namespace accord::breaking::api
