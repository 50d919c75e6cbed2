#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "match/matchers.h"
#include "match/text_form_matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using base::IsDigit;
using pact::Matcher;

std::string_view WithoutSign(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    text.remove_prefix(1);
  }
  return text;
}

std::size_t TakeDigits(std::string_view& text) {
  const auto* const end = std::find_if_not(text.begin(), text.end(), IsDigit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  text.remove_prefix(count);
  return count;
}

bool IsIntegerText(std::string_view text) {
  text = WithoutSign(text);
  return TakeDigits(text) > 0 && text.empty();
}

/// `12`, `-1.5`, `.5`, `5.`, `1e9`; no names such as `nan`.
bool IsNumberText(std::string_view text) {
  text = WithoutSign(text);
  std::size_t digits = TakeDigits(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    digits += TakeDigits(text);
  }
  if (digits == 0) {
    return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text = WithoutSign(text.substr(1));
    return TakeDigits(text) > 0 && text.empty();
  }
  return text.empty();
}

struct StatusClass {
  std::string_view name;
  std::string_view words;
  int first;
  int last;
};
constexpr std::array<StatusClass, 7> kStatusClasses = {{
    {"info", "Informational response (100–199)", 100, 199},
    {"success", "Successful response (200–299)", 200, 299},
    {"redirect", "Redirect (300–399)", 300, 399},
    {"clientError", "Client error (400–499)", 400, 499},
    {"serverError", "Server error (500–599)", 500, 599},
    {"nonError", "Non-error response (< 400)", 0, 399},
    {"error", "Error response (>= 400)", 400, std::numeric_limits<int>::max()},
}};

std::optional<std::string> CheckStatus(const pact::Rule& rule, std::string_view actual) {
  int status = 0;
  const char* const end = actual.data() + actual.size();
  const auto [stop, error] = std::from_chars(actual.data(), end, status);
  if (error != std::errc() || stop != end) {
    return fmt::format("Expected {} to be a status code", Quoted(actual));
  }
  if (rule.details != nullptr && !rule.details->status_codes.empty()) {
    const std::vector<int>& codes = rule.details->status_codes;
    if (std::find(codes.begin(), codes.end(), status) != codes.end()) {
      return std::nullopt;
    }
    return fmt::format("Expected status code {} to be a {}", status, fmt::join(codes, ", "));
  }
  const std::string_view name = rule.text.empty() ? "success" : std::string_view(rule.text);
  for (const StatusClass& row : kStatusClasses) {
    if (row.name != name) {
      continue;
    }
    if (status >= row.first && status <= row.last) {
      return std::nullopt;
    }
    return fmt::format("Expected status code {} to be a {}", status, row.words);
  }
  return fmt::format("Could not apply the statusCode rule: {} is no class of status codes",
                     Quoted(name));
}

std::optional<std::string> When(bool failed, std::string_view actual, std::string_view demand) {
  if (!failed) {
    return std::nullopt;
  }
  return fmt::format("Expected {} to {}", Quoted(actual), demand);
}

/// Rules about containers; below the place where they are written they say nothing about a text.
bool IsStructural(Matcher matcher) {
  return matcher == Matcher::kArrayContains || matcher == Matcher::kEachKey ||
         matcher == Matcher::kEachValue;
}

}  // namespace

std::optional<std::string> CheckTextEquality(std::string_view expected, std::string_view actual) {
  if (expected == actual) {
    return std::nullopt;
  }
  return fmt::format("Expected {} to be equal to {}", Quoted(actual), Quoted(expected));
}

std::optional<std::string> CheckText(const pact::Rule& rule,
                                     std::string_view expected,
                                     std::string_view actual) {
  if (JudgesTextForm(rule.matcher)) {
    return CheckTextForm(rule, actual);
  }
  switch (rule.matcher) {
    case Matcher::kEquality:
    case Matcher::kValues:
      return CheckTextEquality(expected, actual);
    case Matcher::kNumber:
      return When(!IsNumberText(actual), actual, "match a number");
    case Matcher::kDecimal:
      return When(!IsNumberText(actual), actual, "match a decimal number");
    case Matcher::kInteger:
      return When(!IsIntegerText(actual), actual, "match an integer number");
    case Matcher::kBoolean:
      return When(actual != "true" && actual != "false", actual, "match a boolean");
    case Matcher::kNull:
      return When(true, actual, "be a null value");
    case Matcher::kNotEmpty:
      return When(actual.empty(), actual, "not be empty");
    case Matcher::kSemver:
      return CheckSemver(actual);
    case Matcher::kStatusCode:
      return CheckStatus(rule, actual);
    case Matcher::kPlugin:
      return PluginSentence(rule);
    default:
      return std::nullopt;  // Every text is of the same type; the others are about containers.
  }
}

std::vector<Failure> CheckTextRules(const ActiveRules& rules,
                                    std::string_view expected,
                                    std::string_view actual) {
  std::vector<Failure> failures;
  if (rules.empty()) {
    if (std::optional<std::string> message = CheckTextEquality(expected, actual)) {
      failures.push_back({nullptr, *std::move(message)});
    }
    return failures;
  }
  for (const pact::Rule& rule : rules.rules) {
    std::optional<std::string> message = CheckText(rule, expected, actual);
    if (!message && !rules.cascaded && IsStructural(rule.matcher)) {
      message =
          fmt::format("Unable to match {} using {}", Quoted(actual), pact::ToString(rule.matcher));
    }
    if (message) {
      failures.push_back({&rule, *std::move(message)});
    } else if (rules.combine == pact::Combine::kOr) {
      return {};
    }
  }
  return failures;
}

}  // namespace accord::match
