#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "accord/schema/schema.h"
#include "accord/schema/validate.h"

namespace accord::schema::test {

inline document::DocumentPtr ParseDocument(const std::string& text,
                                           const std::string& name = "schema.json") {
  document::LoadResult loaded = document::Parse(name, text);
  EXPECT_TRUE(loaded.ok()) << text;
  return loaded.document;
}

inline CompileResult CompileText(const std::string& text, const CompileOptions& options = {}) {
  return Compile(document::Value(ParseDocument(text)), options);
}

/// The schema, which must compile without an error.
inline SchemaPtr SchemaOf(const std::string& text, const CompileOptions& options = {}) {
  CompileResult result = CompileText(text, options);
  EXPECT_NE(result.schema, nullptr)
      << text << "\n"
      << (result.findings.empty() ? "" : result.findings.front().message);
  return result.schema;
}

/// Rule and place of every finding: `schema-invalid 1:10`.
inline std::vector<std::string> Faults(const std::string& text,
                                       const CompileOptions& options = {}) {
  const CompileResult result = CompileText(text, options);
  std::vector<std::string> faults;
  for (const finding::Finding& finding : result.findings) {
    faults.push_back(std::string(finding.rule->id) + " " + std::to_string(finding.span.start.line) +
                     ":" + std::to_string(finding.span.start.column));
  }
  return faults;
}

inline std::string FirstMessage(const std::string& text, const CompileOptions& options = {}) {
  const CompileResult result = CompileText(text, options);
  return result.findings.empty() ? "" : result.findings.front().message;
}

/// Serves documents from a table; everything else cannot be loaded.
inline LoadDocument Serve(std::map<std::string, std::string> documents) {
  return [documents =
              std::move(documents)](const std::string& uri) -> base::Result<document::DocumentPtr> {
    const auto found = documents.find(uri);
    if (found == documents.end()) {
      return base::InputError("there is no such file");
    }
    return ParseDocument(found->second, uri);
  };
}

inline bool Fits(const Schema& schema, const std::string& instance) {
  return IsValid(schema, ParseDocument(instance, "instance.json")->root());
}

inline CompileOptions In(Dialect dialect) {
  CompileOptions options;
  options.dialect = dialect;
  return options;
}

}  // namespace accord::schema::test
