#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/value.h"
#include "accord/finding/finding.h"
#include "accord/schema/decimal.h"
#include "accord/schema/schema.h"

namespace accord::schema {

/// The fast answer. Allocates nothing in the common case. Safe to call from many threads. A pattern
/// that gives up (see Pattern::Search) counts as no match.
bool IsValid(const Schema& schema, const document::Node& instance);
/// The same against any schema of `schema`, as if it were the root.
bool IsValid(const Schema& schema, const SchemaNode& node, const document::Node& instance);

/// One node of the standard output (JSON Schema 2020-12 core, section 12).
struct OutputUnit {
  bool valid = true;
  std::string keyword_location;           ///< Through references: `/properties/a/$ref/minimum`.
  std::string absolute_keyword_location;  ///< Canonical URI and pointer.
  std::string instance_location;          ///< JSON pointer.
  std::string error;                      ///< For people; empty when valid.
  const document::Node* annotation = nullptr;  ///< The keyword's value, when it annotates.
  document::DocumentPtr made_annotation;  ///< An annotation that is computed (evaluated names).
  std::vector<OutputUnit> children;

  // For findings; not part of the standard output.
  const SchemaNode* schema = nullptr;
  std::string keyword;
  const document::Node* instance = nullptr;
};

/// Runs with a full trace. The result is the verbose form: a tree with every evaluated keyword.
OutputUnit Trace(const Schema& schema, const document::Node& instance);
/// The same against any schema, as if it were the root.
OutputUnit Trace(const SchemaNode& node, const document::Node& instance);

/// What an instance does not fit: a keyword, or a schema as a whole.
struct Failure {
  const SchemaNode& schema;
  std::string_view keyword;            ///< Empty: the schema.
  std::string_view instance_location;  ///< JSON pointer.
};
/// Calls `visit` with all that an instance does not fit, from the root of the schema inwards. Much
/// cheaper than a trace.
void EachFailure(const SchemaNode& node,
                 const document::Node& instance,
                 const std::function<void(const Failure&)>& visit);

enum class OutputFormat : std::uint8_t { kFlag, kBasic, kDetailed, kVerbose };
/// One of the standard output forms as JSON.
document::DocumentPtr MakeOutput(const OutputUnit& trace, OutputFormat format);

/// What is wrong with an instance, with spans on both sides; of a failed union the branch that got
/// closest first, the others in short. Empty when it is valid.
std::vector<finding::Finding> Explain(const Schema& schema, const document::Value& instance);
/// The same against any schema, as if it were the root.
std::vector<finding::Finding> Explain(const SchemaNode& node, const document::Value& instance);

/// Whether a text fits a named format; unknown formats fit anything.
bool FitsFormat(std::string_view format, std::string_view text);
/// The same for numbers: `int32`, `int64`, `float`, `double`; all other formats fit any number.
bool FitsNumberFormat(std::string_view format, const Decimal& number);

}  // namespace accord::schema
