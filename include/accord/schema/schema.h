#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/document/document.h"
#include "accord/document/value.h"
#include "accord/finding/finding.h"
#include "accord/schema/ir.h"

namespace accord::schema {

/// Delivers the document with an absolute URI (without fragment). Injected: this module reads no
/// file and opens no socket. Meta-schemas of the known dialects never get here.
using LoadDocument = std::function<base::Result<document::DocumentPtr>(const std::string& uri)>;

enum class Formats : std::uint8_t {
  kByDialect,  ///< As the dialect's vocabulary says; annotation where it is silent.
  kAnnotate,   ///< Never decides validity.
  kAssert,     ///< Always decides validity.
};

/// Whose message a schema describes: OpenAPI's `readOnly` properties are not part of requests, and
/// `writeOnly` ones not of responses. There they are never demanded.
enum class View : std::uint8_t {
  kWhole,
  kRequest,       ///< As its reader sees it: what a `readOnly` property holds is free.
  kResponse,      ///< The same for `writeOnly` properties of responses.
  kSentRequest,   ///< As its writer makes it: `readOnly` properties are left out.
  kSentResponse,  ///< The same for `writeOnly` properties of responses.
};

struct CompileOptions {
  Dialect dialect = Dialect::k2020_12;  ///< For documents without `$schema`.
  std::string uri;                      ///< Where the document was found; base of its references.
  LoadDocument load;                    ///< Empty: references to other documents are faults.
  Formats formats = Formats::kByDialect;
  View view = View::kWhole;
  /// Values arrive as text, so a `string` takes what spells a number or a boolean, and a number or
  /// boolean takes its spelling. Only where nothing else is said about the value: with bounds,
  /// patterns, enums … the schema is left as it is.
  bool as_text = false;
  bool strict_integers = false;   ///< Draft 4: `1.0` is no integer.
  bool check_meta_schema = true;  ///< Faults of form are found by the dialect's meta-schema.
  /// False for schemas that few values are validated against: less is made ready.
  bool with_program = true;
  std::size_t max_schemas = 1000000;
};

struct Program;

/// A compiled schema with all it refers to. Immutable; safe to share between threads.
class Schema {
 public:
  ~Schema();
  Schema(const Schema&) = delete;
  Schema& operator=(const Schema&) = delete;

  const SchemaNode& root() const { return *root_; }
  /// The schemas that were asked for and can be used.
  std::span<const SchemaNode* const> roots() const;
  /// How many nodes there are; their numbers are less.
  std::size_t size() const;
  /// The schema that was read from a place of a document; nullptr: none was.
  const SchemaNode* NodeAt(const document::Node& place) const;
  /// Every resource, the root's first.
  std::span<const Resource* const> resources() const;
  /// Of the root; empty when there is one for each schema, made when it is worth it.
  const Program& program() const { return *program_; }
  bool has_program() const { return has_program_; }

 private:
  friend struct SchemaMaker;
  Schema();
  struct Storage;
  std::unique_ptr<Storage> storage_;
  const SchemaNode* root_ = nullptr;
  std::unique_ptr<Program> program_;
  bool has_program_ = true;
};
using SchemaPtr = std::shared_ptr<const Schema>;

struct CompileResult {
  SchemaPtr schema;  ///< nullptr when it cannot be used; then `findings` holds an error.
  std::vector<finding::Finding> findings;
};

/// Compiles the schema at `value`: a whole document, or a place in one (a Schema Object of an
/// OpenAPI document). References are resolved against the whole document.
CompileResult Compile(const document::Value& value, const CompileOptions& options);

/// A schema and where its document was found.
struct PlacedSchema {
  document::Value value;
  std::string uri;
};
struct SchemaSet {
  SchemaPtr schema;  ///< nullptr when none of them can be used; its root is the first that can.
  std::vector<const SchemaNode*> roots;  ///< One for each that was asked for; nullptr: unusable.
  std::vector<finding::Finding> findings;
};

/// Compiles several schemas at once; what they refer to is shared. Costs what is reached from
/// them, not what else their documents hold. One that cannot be used spoils no other.
SchemaSet CompileAll(std::span<const PlacedSchema> schemas, const CompileOptions& options);

/// The text of a built-in meta-schema by its URI; nullptr for others.
document::DocumentPtr MetaSchema(std::string_view uri);

/// Every rule about schemas and about instances that do not fit them.
std::span<const finding::RuleInfo* const> Rules();

extern const finding::RuleInfo kSchemaInvalid;  ///< schema-invalid (does not fit its meta-schema)
extern const finding::RuleInfo kSchemaDialect;  ///< schema-dialect-unknown
extern const finding::RuleInfo kSchemaVocabulary;      ///< schema-vocabulary-unknown
extern const finding::RuleInfo kSchemaReference;       ///< schema-reference-unresolved
extern const finding::RuleInfo kSchemaReferenceCycle;  ///< schema-reference-cycle
extern const finding::RuleInfo kSchemaIdClash;         ///< schema-id-clash
extern const finding::RuleInfo kSchemaPattern;         ///< schema-pattern-invalid
extern const finding::RuleInfo kSchemaPatternLenient;  ///< schema-pattern-lenient (warning)
extern const finding::RuleInfo kInstanceInvalid;       ///< instance-invalid
extern const finding::RuleInfo kPatternTooExpensive;   ///< pattern-too-expensive

}  // namespace accord::schema
