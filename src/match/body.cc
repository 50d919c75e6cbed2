#include "match/body.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"
#include "accord/match/rule_resolver.h"

#include "match/body_comparer.h"
#include "match/matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using base::MediaType;
using pact::Body;
using pact::BodyState;

const MediaType kUnknown{"*", "*", {}};

/// The declared type, else what the bytes look like.
MediaType TypeOf(const Body& body, const std::string& declared) {
  if (!declared.empty()) {
    return MediaType::Parse(declared).value_or(kUnknown);
  }
  if (!body.present()) {
    return kUnknown;
  }
  if (body.json) {
    return {"application", "json", {}};
  }
  return base::SniffText(body.Bytes()).value_or(kUnknown);
}

bool HeaderRuleAccepts(const pact::MatchingRules& rules,
                       const MediaType& expected,
                       const MediaType& actual) {
  const ActiveRules active = FindNamedRules(rules.header, "content-type", true);
  return !active.empty() && CheckTextRules(active, expected.ToString(), actual.ToString()).empty();
}

bool TypesFit(const BodySides& sides, const MediaType& expected, const MediaType& actual) {
  if (base::IsEquivalent(expected, actual)) {
    return true;
  }
  if (sides.is_message) {
    // Nothing came and nothing is said about it: its absence is the news, not its type.
    return !sides.actual.present() && sides.actual_type.empty();
  }
  return expected.IsUnknown() || actual.IsUnknown() ||
         base::IsEquivalent(expected, actual.BaseType()) ||
         HeaderRuleAccepts(sides.rules, expected, actual);
}

std::string Summary(const Body& body, const MediaType& type) {
  return body.present() ? fmt::format("{} bytes of {}", body.Bytes().size(), type.ToString())
                        : std::string(pact::ToString(body.state));
}

/// The bytes where people can read them.
std::string Readable(const Body& body, const MediaType& type) {
  const std::string bytes = body.Bytes();
  return base::IsUtf8(bytes) ? Excerpt(bytes) : Summary(body, type);
}

bool MustNotBeEmpty(const pact::RuleCategory& rules) {
  const RuleIndex index(rules);
  return std::ranges::any_of(RuleWalker(index).rules().rules, [](const pact::Rule& rule) {
    return rule.matcher == pact::Matcher::kNotEmpty;
  });
}

std::string NothingCame(const BodySides& sides, const std::string& expected) {
  if (sides.actual.state == BodyState::kEmpty && MustNotBeEmpty(sides.rules.body)) {
    return "Expected [] (0 bytes) to not be empty";
  }
  return fmt::format("Expected body {} but was {}",
                     Quoted(expected),
                     sides.actual.state == BodyState::kEmpty ? "empty" : "missing");
}

/// What the states alone decide; true when the contents have to be compared.
bool CompareStates(const BodySides& sides,
                   const MediaType& expected_type,
                   const MediaType& actual_type,
                   std::vector<Mismatch>& out) {
  const Body& expected = sides.expected;
  const Body& actual = sides.actual;
  if (expected.state == BodyState::kMissing) {
    return false;
  }
  if (expected.present() && (actual.present() || actual.state == BodyState::kNull)) {
    return true;
  }
  if (!expected.present() && !actual.present()) {
    return false;
  }
  const Place place{Part::kBody,
                    "$",
                    Readable(expected, expected_type),
                    Readable(actual, actual_type),
                    expected.source};
  if (!expected.present()) {
    AddMismatch("Expected empty body but received " + Summary(actual, actual_type), place, out);
    return false;
  }
  AddMismatch(NothingCame(sides, place.expected), place, out);
  return false;
}

}  // namespace

void CompareBodies(const BodySides& sides, const Options& options, std::vector<Mismatch>& out) {
  const MediaType expected = TypeOf(sides.expected, sides.expected_type);
  const MediaType actual = TypeOf(sides.actual, sides.actual_type);
  if (!TypesFit(sides, expected, actual)) {
    if (sides.expected.present()) {
      AddMismatch(
          fmt::format("Expected a body of '{}' but the actual content type was '{}'",
                      Excerpt(expected.ToString()),
                      Excerpt(actual.ToString())),
          {Part::kBodyType, "$", expected.ToString(), actual.ToString(), sides.expected.source},
          out);
    }
    return;
  }
  if (!CompareStates(sides, expected, actual, out)) {
    return;
  }
  const BodyContext context{sides.expected,
                            sides.actual,
                            expected,
                            actual,
                            sides.rules.body,
                            sides.expected_headers,
                            sides.actual_headers,
                            sides.allow_unexpected,
                            options};
  FindBodyComparer(expected, sides.rules.body).Compare(context, out);
}

}  // namespace accord::match
