#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"

#include "match/matchers.h"
#include "match/text_form_matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using document::Node;
using pact::Matcher;

std::optional<std::string> When(bool failed, const Node& actual, std::string_view demand) {
  if (!failed) {
    return std::nullopt;
  }
  return fmt::format("Expected {} to {}", ShownWithType(actual), demand);
}

bool IsBooleanText(const Node& node) {
  return node.is_string() && (node.text() == "true" || node.text() == "false");
}

bool IsEmpty(const Node& node) {
  return node.is_null() || (node.is_string() && node.text().empty()) ||
         (node.is_array() && node.items().empty()) || (node.is_object() && node.members().empty());
}

std::optional<std::string> CheckJsonTextForm(const pact::Rule& rule, const Node& actual) {
  std::string buffer;
  const std::string_view text = TextForm(actual, buffer);
  if (rule.matcher == Matcher::kContentType && actual.is_string()) {
    // Short words decode as well; what decodes to nothing known is taken as it stands.
    const std::optional<std::string> bytes = base::Base64Decode(text);
    if (bytes && base::SniffBytes(*bytes).subtype != "octet-stream") {
      return CheckTextForm(rule, *bytes);
    }
  }
  return CheckTextForm(rule, text);
}

std::optional<std::string> CheckJsonEquality(const Node& expected,
                                             const Node& actual,
                                             const Options& options) {
  if (document::Equal(expected, actual, options.numbers_by_value)) {
    return std::nullopt;
  }
  return fmt::format(
      "Expected {} to be equal to {}", ShownWithType(actual), ShownWithType(expected));
}

std::optional<std::string> CheckSameType(const Node& expected, const Node& actual) {
  if (expected.kind() == actual.kind()) {
    return std::nullopt;
  }
  return fmt::format(
      "Expected {} to be the same type as {}", ShownWithType(actual), ShownWithType(expected));
}

}  // namespace

std::optional<std::string> CheckJson(const pact::Rule& rule,
                                     const Node& expected,
                                     const Node& actual,
                                     const Options& options) {
  if (JudgesTextForm(rule.matcher)) {
    return CheckJsonTextForm(rule, actual);
  }
  switch (rule.matcher) {
    case Matcher::kEquality:
    case Matcher::kValues:
      return CheckJsonEquality(expected, actual, options);
    case Matcher::kType:
      return CheckSameType(expected, actual);
    case Matcher::kNumber:
      return When(!actual.is_number(), actual, "be a number");
    case Matcher::kInteger:
      return When(!actual.is_integer_text(), actual, "be an integer");
    case Matcher::kDecimal:
      return When(!actual.is_number() || actual.is_integer_text(), actual, "be a decimal number");
    case Matcher::kBoolean:
      return When(!actual.is_bool() && !IsBooleanText(actual), actual, "match a boolean");
    case Matcher::kNull:
      return When(!actual.is_null(), actual, "be a null value");
    case Matcher::kNotEmpty:
      return When(IsEmpty(actual), actual, "not be empty");
    case Matcher::kSemver:
      return actual.is_string() || actual.is_number() ? CheckSemver(actual.text())
                                                      : When(true, actual, "be a semantic version");
    case Matcher::kStatusCode:
      return fmt::format("Unable to match {} using statusCode", Shown(actual));
    case Matcher::kPlugin:
      return PluginSentence(rule);
    default:
      return std::nullopt;  // About containers: nothing to say about this value itself.
  }
}

}  // namespace accord::match
