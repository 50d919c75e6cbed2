#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "accord/document/value.h"
#include "accord/pact/read.h"

namespace accord::pact {

/// Parses JSON that must be well formed.
inline document::DocumentPtr ParseText(std::string text) {
  document::LoadResult loaded = document::Parse("pact.json", std::move(text));
  EXPECT_TRUE(loaded.ok()) << (loaded.findings.empty() ? "" : loaded.findings[0].message);
  return loaded.ok() ? loaded.document : document::Builder().Finish();
}

inline document::Value Json(std::string text) {
  return document::Value(ParseText(std::move(text)));
}

inline ReadResult ReadText(std::string text) {
  return Read(ParseText(std::move(text)));
}

/// `rule-id line:column` of each finding.
inline std::vector<std::string> Places(const std::vector<finding::Finding>& findings) {
  std::vector<std::string> places;
  for (const finding::Finding& finding : findings) {
    places.push_back(std::string(finding.rule->id) + " " + std::to_string(finding.span.start.line) +
                     ":" + std::to_string(finding.span.start.column));
  }
  return places;
}

/// JSON on one line; empty for an empty value.
inline std::string Compact(const document::Value& value) {
  return value ? document::WriteJson(*value, {.indent = 0}) : std::string();
}

/// A contract that holds the interactions given as JSON.
inline std::string PactOf(const std::string& version, const std::string& interaction) {
  return R"({"consumer": {"name": "shop"}, "provider": {"name": "orders"}, "interactions": [)" +
         interaction + R"(], "metadata": {"pactSpecification": {"version": ")" + version +
         R"("}}})";
}

}  // namespace accord::pact
