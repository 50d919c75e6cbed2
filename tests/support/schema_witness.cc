#include "tests/support/schema_witness.h"

#include "accord/schema/validate.h"

#include "schema/trace/trace.h"

namespace accord::test {
namespace {

std::string Disagreement(const schema::Schema& schema,
                         const document::Node& instance,
                         bool valid,
                         const std::string& which) {
  std::string out;
  const auto compare = [&](const std::string& evaluator, bool verdict) {
    if (verdict != valid) {
      out += evaluator + " says that it is " + (verdict ? "valid" : "invalid") + which + "\n";
    }
  };
  compare("IsValid", schema::IsValid(schema, instance));
  compare("TraceIsValid", schema::TraceIsValid(schema.root(), instance));
  compare("Trace", schema::Trace(schema, instance).valid);
  return out;
}

}  // namespace

std::string WitnessFault(const schema::Schema& accepts,
                         const schema::Schema& rejects,
                         const document::Node& instance) {
  return Disagreement(accepts, instance, true, " under the schema that should accept it") +
         Disagreement(rejects, instance, false, " under the schema that should reject it");
}

std::string EvaluatorFault(const schema::Schema& schema, const document::Node& instance) {
  return Disagreement(schema, instance, schema::IsValid(schema, instance), ", IsValid does not");
}

}  // namespace accord::test
