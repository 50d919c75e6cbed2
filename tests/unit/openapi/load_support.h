#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "accord/openapi/description.h"

namespace accord::openapi::test {

inline document::DocumentPtr Parse(const std::string& text,
                                   const std::string& name = "openapi.yaml") {
  document::LoadResult loaded = document::Parse(name, text);
  EXPECT_TRUE(loaded.ok()) << text;
  return loaded.document;
}

/// Loads a document that stands beside the `others`: texts by their URI.
inline LoadResult LoadText(const std::string& text,
                           std::map<std::string, std::string> others = {}) {
  LoadOptions options;
  options.uri = "file:///api/openapi.yaml";
  options.load =
      [others = std::move(others)](const std::string& uri) -> base::Result<document::DocumentPtr> {
    const auto found = others.find(uri);
    if (found == others.end()) {
      return base::InputError("there is no such file");
    }
    return Parse(found->second, uri.substr(uri.rfind('/') + 1));
  };
  return Load(Parse(text), options);
}

/// The description, which must be one.
inline DescriptionPtr DescriptionOf(const std::string& text,
                                    std::map<std::string, std::string> others = {}) {
  LoadResult result = LoadText(text, std::move(others));
  EXPECT_NE(result.description, nullptr) << text;
  return result.description;
}

/// Rule and place of every finding: `openapi-duplicate-path openapi.yaml:9:3`; warnings end in `?`.
inline std::vector<std::string> FaultsIn(const LoadResult& result) {
  std::vector<std::string> faults;
  for (const finding::Finding& finding : result.findings) {
    const bool is_error = finding.severity == finding::Severity::kError;
    faults.push_back(std::string(finding.rule->id) + " " + ToString(finding.span) +
                     (is_error ? "" : "?"));
  }
  return faults;
}

inline std::vector<std::string> Faults(const std::string& text,
                                       std::map<std::string, std::string> others = {}) {
  return FaultsIn(LoadText(text, std::move(others)));
}

}  // namespace accord::openapi::test
