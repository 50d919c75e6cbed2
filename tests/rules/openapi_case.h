#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace accord::breaking::test {

/// What one rule says of two versions of an API, and what it does not:
///
///     === rule-id                   several for one rule: in profiles, of places
///     at: operation                 where the fragments stand, see OpenApiCase::Document
///     mirror: other-rule            what the way back gives; `-` and a reason: nothing of its own
///     days: 30                      --deprecation-days-stable
///     profile: oasdiff
///     --- old
///     …
///     --- new
///     …
///     --- ok                        another new version, of which the rule says nothing
///     …
struct OpenApiCase {
  std::string rule;
  std::string at;
  std::string mirror;
  std::string profile;
  int days = 0;
  std::string before;
  std::string after;
  std::string ok;

  /// A whole document around a fragment: of `document`, `item` (the path /orders), `operation`
  /// (its GET), `parameters`, `body`, `responses`, `response` (its 200), `components`, `webhook`
  /// (the POST of one).
  std::string Document(const std::string& fragment) const;
};

/// Reads all of a file.
std::vector<OpenApiCase> ReadOpenApiCases(const std::filesystem::path& file);

}  // namespace accord::breaking::test
