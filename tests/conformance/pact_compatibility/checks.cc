#include "tests/conformance/pact_compatibility/checks.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/base/regex.h"

namespace accord::compatibility {
namespace {

struct ValueKind {
  std::string_view name;
  std::string_view pattern;
};
constexpr std::array<ValueKind, 12> kKinds = {{
    {"integer", R"(-?\d+)"},
    {"decimal number", R"(-?\d+\.\d+)"},
    {"hexadecimal number", "[0-9a-fA-F]+"},
    {"random string", "[0-9A-Za-z]+"},
    {"date", R"(\d{4}-\d{2}-\d{2})"},
    {"time", R"(\d{2}:\d{2}:\d{2})"},
    {"date-time", R"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2}))"},
    {"UUID", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"},
    {"simple UUID", "[0-9a-f]{32}"},
    {"lower-case-hyphenated UUID", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"},
    {"upper-case-hyphenated UUID", "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"},
    {"URN UUID", "urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"},
}};

bool Fits(std::string_view text, std::string_view pattern, bool whole) {
  const auto regex = base::Regex::Compile(pattern, {.whole = whole});
  return regex && regex->Match(text) == base::RegexOutcome::kMatch;
}

std::string PatternOf(std::string_view kind, const pact::Generators& generators) {
  if (kind == "boolean") {
    return "true|false";
  }
  if (kind == "string from the regex") {
    Require(!generators.body.empty(), "no generator of the body has a regex");
    return generators.body.front().generator.regex;
  }
  const auto* known = std::ranges::find(kKinds, kind, &ValueKind::name);
  Require(known != kKinds.end(), fmt::format("'{}' is no kind of value", kind));
  return std::string(known->pattern);
}

/// The suite spells a key of digits as an index: `$[100]`.
bool SamePath(std::string_view a, std::string_view b) {
  const auto left = pact::PathExpression::Parse(a);
  const auto right = pact::PathExpression::Parse(b);
  if (a == b || !left || !right) {
    return a == b;
  }
  const auto text = [](const pact::PathToken& token) {
    return token.kind == pact::PathToken::Kind::kIndex ? std::to_string(token.index) : token.name;
  };
  return std::ranges::equal(left->tokens(), right->tokens(), {}, text, text);
}

}  // namespace

void RequireEqual(std::string_view actual, std::string_view expected, std::string_view what) {
  Require(actual == expected, fmt::format("{} is '{}', not '{}'", what, actual, expected));
}

void RequireEqual(const document::Value& actual, const document::Value& expected) {
  Require(static_cast<bool>(actual), "there is no value");
  Require(document::Equal(*actual, *expected),
          fmt::format("{} is not {}",
                      document::WriteJson(*actual, {.indent = 0}),
                      document::WriteJson(*expected, {.indent = 0})));
}

void RequireDocument(const pact::Body& body, std::string_view name, const Fixtures& fixtures) {
  const std::string cell =
      name.starts_with("file:") ? std::string(name) : fmt::format("file: {}", name);
  const pact::Body expected = AsContract(*fixtures.Body(cell, {}, {}));
  if (expected.json) {
    RequireEqual(JsonOf(body), expected.json);
  } else {
    RequireEqual(body.Bytes(), expected.Bytes(), "the body");
  }
}

void RequireMismatch(const std::vector<match::Mismatch>& mismatches,
                     std::string_view part,
                     std::string_view name,
                     std::string_view error) {
  const bool found = std::ranges::any_of(mismatches, [&](const match::Mismatch& mismatch) {
    return (part.empty() || ToString(mismatch.part) == part) &&
           (name.empty() || SamePath(mismatch.name, name)) &&
           (mismatch.message.find(error) != std::string::npos ||
            Fits(mismatch.message, error, false));
  });
  std::string all;
  for (const match::Mismatch& mismatch : mismatches) {
    all += fmt::format("\n    {} {}: {}", ToString(mismatch.part), mismatch.name, mismatch.message);
  }
  Require(found, "no such mismatch among" + (all.empty() ? " none" : all));
}

document::Value ValueAt(const document::Value& root, std::string_view path) {
  const document::Node* node = root.get();
  const auto expression = Unwrap(pact::PathExpression::Parse(path));
  for (const pact::PathToken& token : expression.tokens()) {
    if (node == nullptr || token.kind == pact::PathToken::Kind::kRoot) {
      continue;
    }
    const bool is_item =
        token.kind == pact::PathToken::Kind::kIndex && token.index < node->items().size();
    node = is_item ? &node->items()[token.index] : node->Find(token.name);
  }
  Require(node != nullptr, fmt::format("there is nothing at {}", path));
  return root.Child(node);
}

std::string TextOf(const document::Value& value) {
  return value->is_string() ? std::string(value->text())
                            : document::WriteJson(*value, {.indent = 0});
}

void RequireKind(std::string_view text, std::string_view kind, const pact::Generators& generators) {
  Require(Fits(text, PatternOf(kind, generators), true), fmt::format("'{}' is no {}", text, kind));
}

}  // namespace accord::compatibility
