#include "accord/match/compare.h"

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "match/body.h"
#include "match/headers.h"
#include "match/matchers.h"
#include "match/metadata.h"
#include "match/parameters.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using document::Value;

/// Where the contract writes a part; the whole request or response when it does not.
Value Inside(const Value& whole, std::string_view key) {
  const Value part = whole ? whole.Child(whole->Find(key)) : Value();
  return part ? part : whole;
}

void CompareMethod(const pact::Request& expected,
                   const pact::Request& actual,
                   std::vector<Mismatch>& out) {
  if (!base::EqualsIgnoreCase(expected.method, actual.method)) {
    AddMismatch(
        fmt::format(
            "Expected method {} but was {}", Quoted(expected.method), Quoted(actual.method)),
        {Part::kMethod, {}, expected.method, actual.method, Inside(expected.source, "method")},
        out);
  }
}

void ComparePath(const pact::Request& expected,
                 const pact::Request& actual,
                 std::vector<Mismatch>& out) {
  const ActiveRules rules = AsActiveRules(expected.rules.path);
  const std::vector<Failure> failures = CheckTextRules(rules, expected.path, actual.path);
  if (failures.empty()) {
    return;
  }
  AddMismatches(failures,
                rules,
                {Part::kPath, {}, expected.path, actual.path, Inside(expected.source, "path")},
                out);
  if (rules.empty()) {
    out.back().message =
        fmt::format("Expected path {} but was {}", Quoted(expected.path), Quoted(actual.path));
  }
}

/// Rules of a query: by name, and by index for single values.
class QueryRules : public ParameterRules {
 public:
  explicit QueryRules(const pact::RuleCategory& category) : category_(category) {}

  ActiveRules Find(std::string_view name, std::ptrdiff_t index) const override {
    if (index < 0) {
      return FindNamedRules(category_, name, false);
    }
    for (const pact::RuleEntry& entry : category_) {
      if (entry.key == name && !entry.list.empty() && IsIndex(entry.path, index)) {
        ActiveRules rules = AsActiveRules(entry.list);
        rules.entry = &entry;
        return rules;
      }
    }
    return {};
  }
  std::string Name(std::string_view name) const override { return std::string(name); }

 private:
  static bool IsIndex(const pact::PathExpression& path, std::ptrdiff_t index) {
    if (path.empty()) {
      return false;
    }
    const pact::PathToken& last = path.tokens().back();
    return last.kind == pact::PathToken::Kind::kIndex &&
           last.index == static_cast<std::size_t>(index);
  }

  const pact::RuleCategory& category_;
};

void CompareStatus(const pact::Response& expected,
                   const pact::Response& actual,
                   std::vector<Mismatch>& out) {
  const std::string wanted = std::to_string(expected.status);
  const std::string got = std::to_string(actual.status);
  const Place place{Part::kStatus, {}, wanted, got, Inside(expected.source, "status")};
  const ActiveRules rules = AsActiveRules(expected.rules.status);
  if (!rules.empty()) {
    AddMismatches(CheckTextRules(rules, wanted, got), rules, place, out);
  } else if (expected.status != actual.status) {
    AddMismatch(fmt::format("Expected status {} but was {}", wanted, got), place, out);
  }
}

}  // namespace

std::string_view ToString(Part part) {
  switch (part) {
    case Part::kMethod:
      return "method";
    case Part::kPath:
      return "path";
    case Part::kQuery:
      return "query";
    case Part::kHeader:
      return "header";
    case Part::kStatus:
      return "status";
    case Part::kBody:
      return "body";
    case Part::kBodyType:
      return "body-content-type";
    case Part::kMetadata:
      return "metadata";
  }
  return "body";
}

std::vector<Mismatch> CompareRequest(const pact::Request& expected,
                                     const pact::Request& actual,
                                     const Options& options) {
  std::vector<Mismatch> out;
  CompareMethod(expected, actual, out);
  ComparePath(expected, actual, out);
  CompareParameters({expected.query,
                     actual.query,
                     Part::kQuery,
                     "query parameter",
                     Inside(expected.source, "query")},
                    QueryRules(expected.rules.query),
                    out);
  CompareHeaders(expected.headers,
                 actual.headers,
                 expected.rules.header,
                 Inside(expected.source, "headers"),
                 out);
  CompareBodies({expected.body,
                 actual.body,
                 expected.ContentType(),
                 actual.ContentType(),
                 expected.headers,
                 actual.headers,
                 expected.rules,
                 false},
                options,
                out);
  return out;
}

std::vector<Mismatch> CompareResponse(const pact::Response& expected,
                                      const pact::Response& actual,
                                      const Options& options) {
  std::vector<Mismatch> out;
  CompareStatus(expected, actual, out);
  CompareHeaders(expected.headers,
                 actual.headers,
                 expected.rules.header,
                 Inside(expected.source, "headers"),
                 out);
  CompareBodies({expected.body,
                 actual.body,
                 expected.ContentType(),
                 actual.ContentType(),
                 expected.headers,
                 actual.headers,
                 expected.rules},
                options,
                out);
  return out;
}

std::vector<Mismatch> CompareMessage(const pact::Message& expected,
                                     const pact::Message& actual,
                                     const Options& options) {
  static const std::vector<pact::Header> no_headers;
  std::vector<Mismatch> out;
  CompareMetadata(expected, actual, options, out);
  CompareBodies({expected.contents,
                 actual.contents,
                 expected.ContentType(),
                 actual.ContentType(),
                 no_headers,
                 no_headers,
                 expected.rules,
                 true,
                 true},
                options,
                out);
  return out;
}

}  // namespace accord::match
