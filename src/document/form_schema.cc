#include "document/form_schema.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "accord/document/rules.h"

#include "document/rapidjson_value.h"
#include "document/schema_wording.h"

namespace accord::document {
namespace {

using Adapter = valijson::adapters::RapidJsonAdapter;

constexpr std::size_t kMaxFindings = 100;
// Sorting out which complaint is the better one is quadratic.
constexpr std::size_t kMaxComplaints = 2000;
// valijson's patterns run on std::regex, which recurses with the length of the text.
constexpr std::size_t kMaxString = 4096;

// `<root>`, `[key]`, `[0]` → key, 0.
std::vector<std::string> PathOf(const std::vector<std::string>& context) {
  std::vector<std::string> path;
  for (const std::string& step : context) {
    if (step.starts_with('[') && step.ends_with(']')) {
      path.push_back(step.substr(1, step.size() - 2));
    }
  }
  return path;
}

std::vector<Complaint> Complaints(const valijson::Schema& schema, const Node& node) {
  rapidjson::Document::AllocatorType allocator;
  const rapidjson::Value value = ToRapidJson(node, kMaxString, allocator);
  const Adapter target(value);
  valijson::Validator validator;
  // Collecting complaints is slow, and most documents are as they should be.
  if (validator.validate(schema, target, nullptr)) {
    return {};
  }
  valijson::ValidationResults results;
  validator.validate(schema, target, &results);
  std::vector<Complaint> complaints;
  for (const valijson::ValidationResults::Error& error : results) {
    if (complaints.size() == kMaxComplaints) {
      break;
    }
    complaints.push_back({.path = PathOf(error.context), .description = error.description});
  }
  if (complaints.empty()) {
    complaints.emplace_back();
  }
  return complaints;
}

}  // namespace

struct FormSchema::Compiled {
  rapidjson::Document::AllocatorType allocator;
  rapidjson::Value values;
  valijson::Schema schema;
};

FormSchema::FormSchema() : compiled_(std::make_unique<Compiled>()) {}
FormSchema::~FormSchema() = default;

base::Result<std::unique_ptr<FormSchema>> FormSchema::Compile(std::string name, std::string text) {
  LoadResult loaded = Parse(name, std::move(text));
  if (!loaded.ok()) {
    return base::InputError(
        fmt::format("the schema {} is no JSON: {}", name, loaded.findings.front().message));
  }
  std::unique_ptr<FormSchema> schema(new FormSchema);
  schema->name_ = std::move(name);
  schema->source_ = std::move(loaded.document);
  Compiled& compiled = *schema->compiled_;
  compiled.values = ToRapidJson(schema->source_->root(), std::string::npos, compiled.allocator);
  try {
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(Adapter(compiled.values), compiled.schema);
  } catch (const std::exception& error) {
    return base::InputError(
        fmt::format("the schema {} cannot be used: {}", schema->name_, error.what()));
  }
  return schema;
}

std::vector<finding::Finding> FormSchema::Check(const Document& document, const Node& node) const {
  std::vector<Complaint> complaints;
  try {
    complaints = Complaints(compiled_->schema, node);
  } catch (const std::exception& error) {
    return {finding::Make(kSchemaViolation,
                          fmt::format("cannot be checked as {}: {}", name_, error.what()),
                          document.SpanOf(node))};
  }
  std::vector<finding::Finding> findings;
  std::set<std::pair<std::string, std::string>> seen;
  for (const Complaint& complaint : MostSpecific(std::move(complaints), source_->root(), node)) {
    finding::Finding out = Word(complaint, source_->root(), document, node);
    if (findings.size() < kMaxFindings && seen.emplace(out.path, out.message).second) {
      findings.push_back(std::move(out));
    }
  }
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
    return std::pair(a.span.start.line, a.span.start.column) <
           std::pair(b.span.start.line, b.span.start.column);
  });
  return findings;
}

}  // namespace accord::document
