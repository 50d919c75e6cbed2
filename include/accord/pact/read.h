#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/document.h"
#include "accord/pact/pact.h"

namespace accord::pact {

struct ReadResult {
  /// nullopt when nothing useful could be made of the file.
  std::optional<Pact> pact;
  /// What is wrong with it, each with its place. An interaction with an error is left out of
  /// `pact`; the others are there.
  std::vector<finding::Finding> findings;
};

/// Reads a contract of any version (v1, v1.1, v2, v3, v4), legacy spellings included. Never fails
/// on unknown fields: they are kept. Checks the file against accord's own JSON Schema of its
/// version.
ReadResult Read(const document::DocumentPtr& document);

/// True when the document looks like a contract: an object with interactions or messages.
bool LooksLikePact(const document::Node& root);

/// Parts of a contract alone; used by test suites and importers. `version` says how rules, bodies
/// and queries are spelled.
Request ReadRequest(const document::Value& value,
                    SpecVersion version,
                    std::vector<finding::Finding>& findings);
Response ReadResponse(const document::Value& value,
                      SpecVersion version,
                      std::vector<finding::Finding>& findings);
Message ReadMessage(const document::Value& value,
                    SpecVersion version,
                    std::vector<finding::Finding>& findings);
/// `matchingRules` in either spelling: keys that start with `$` are v2's, others v3 categories.
MatchingRules ReadMatchingRules(const document::Value& value,
                                std::vector<finding::Finding>& findings);
Generators ReadGenerators(const document::Value& value, std::vector<finding::Finding>& findings);

/// `a=1&b=2` as Pact reads it: empty pairs dropped, `+` is a space, bad escapes kept.
std::vector<QueryParameter> ParseQuery(std::string_view query);

/// Splits a header value into a list only for the fields whose grammar says so (pact: accept,
/// allow, cache-control, vary …); every piece is trimmed.
std::vector<std::string> SplitHeaderValue(std::string_view name, std::string_view value);

/// Rules this module may report, for `accord rules`.
std::span<const finding::RuleInfo* const> Rules();

}  // namespace accord::pact
