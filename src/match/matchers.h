#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accord/document/node.h"
#include "accord/match/compare.h"
#include "accord/match/rule_resolver.h"

namespace accord::match {

/// A rule that does not hold, with the sentence that says so.
struct Failure {
  const pact::Rule* rule = nullptr;
  std::string message;
};

/// Applies one rule to a text that came (header, query value, path, XML text, form value, bytes).
/// nullopt when it holds.
std::optional<std::string> CheckText(const pact::Rule& rule,
                                     std::string_view expected,
                                     std::string_view actual);

/// Applies one rule to a JSON value: the value itself, not what is inside it, except for equality.
std::optional<std::string> CheckJson(const pact::Rule& rule,
                                     const document::Node& expected,
                                     const document::Node& actual,
                                     const Options& options);

/// Plain equality of texts.
std::optional<std::string> CheckTextEquality(std::string_view expected, std::string_view actual);

/// The whole list: with AND every failure; with OR none when one rule holds, else all. An empty
/// list is equality (a Failure without rule).
std::vector<Failure> CheckTextRules(const ActiveRules& rules,
                                    std::string_view expected,
                                    std::string_view actual);

/// The rule in words with its path: `regex \d+ (rule at $.items[*].id)`. Empty without a rule.
std::string Demand(const pact::Rule* rule, const ActiveRules& rules);

/// What a mismatch says beside its sentence.
struct Place {
  Part part = Part::kBody;
  std::string name;
  std::string expected;
  std::string actual;
  document::Value source;
};
/// One mismatch for each failure. Expected and actual text are cut.
void AddMismatches(const std::vector<Failure>& failures,
                   const ActiveRules& rules,
                   const Place& place,
                   std::vector<Mismatch>& out);
void AddMismatch(std::string message, const Place& place, std::vector<Mismatch>& out);

}  // namespace accord::match
