#include "match/text_form_matchers.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"

#include "match/pattern_cache.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using pact::Matcher;

std::optional<std::string> CheckRegex(std::string_view pattern, std::string_view actual) {
  const CompiledRegex regex = WholeRegex(pattern);
  if (!regex->ok()) {
    return "Could not apply the regex rule - " + base::Ellipsize(regex->error().message, 500);
  }
  switch ((*regex)->Match(actual)) {
    case base::RegexOutcome::kMatch:
      return std::nullopt;
    case base::RegexOutcome::kNoMatch:
      return fmt::format("Expected {} to match {}", Quoted(actual), Quoted(pattern));
    case base::RegexOutcome::kTooExpensive:
      return fmt::format("Could not decide whether {} matches {}: the pattern is too expensive",
                         Quoted(actual),
                         Quoted(pattern));
    case base::RegexOutcome::kInvalidSubject:
      break;
  }
  return fmt::format("Expected text to match {}, but the bytes are not UTF-8", Quoted(pattern));
}

std::string_view DateNoun(Matcher matcher) {
  if (matcher == Matcher::kDate) {
    return "date";
  }
  return matcher == Matcher::kTime ? "time" : "timestamp";
}

std::optional<std::string> CheckDate(const pact::Rule& rule, std::string_view actual) {
  const std::string_view format = DateFormat(rule);
  const CompiledDate pattern = CompiledDatePattern(format);
  if (!pattern->ok()) {
    return fmt::format("{} is not a valid {} pattern - {}",
                       Quoted(format),
                       DateNoun(rule.matcher),
                       pattern->error().message);
  }
  std::string why;
  if ((*pattern)->Accepts(actual, why)) {
    return std::nullopt;
  }
  std::string sentence = fmt::format("Expected {} to match a {} pattern of {}",
                                     Quoted(actual),
                                     DateNoun(rule.matcher),
                                     Quoted(format));
  return why.empty() ? sentence : sentence + ": " + base::Ellipsize(why, 300);
}

std::optional<std::string> CheckContentType(std::string_view wanted, std::string_view actual) {
  const base::MediaType detected = base::SniffBytes(actual);
  const std::optional<base::MediaType> expected = base::MediaType::Parse(wanted);
  if (expected && base::IsEquivalent({expected->type, expected->subtype, {}}, detected)) {
    return std::nullopt;
  }
  return fmt::format(
      "Expected binary contents to have content type {} but detected contents was '{}'",
      Quoted(wanted),
      detected.Essence());
}

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsIdentifierChar(char c) {
  const char lower = base::ToLowerAscii(c);
  return IsDigit(c) || (lower >= 'a' && lower <= 'z') || c == '-';
}

/// `0`, or digits without a leading zero.
bool IsPlainNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit) &&
         (text.size() == 1 || text.front() != '0');
}

/// Dot-separated identifiers of a pre-release or a build.
std::optional<std::string> CheckIdentifiers(std::string_view text,
                                            std::string_view what,
                                            bool plain_numbers) {
  for (const std::string_view part : base::Split(text, '.')) {
    if (part.empty()) {
      return fmt::format("empty {} identifier", what);
    }
    if (!std::all_of(part.begin(), part.end(), IsIdentifierChar)) {
      return fmt::format("unexpected character in the {} {}", what, Quoted(part));
    }
    if (plain_numbers && std::all_of(part.begin(), part.end(), IsDigit) && !IsPlainNumber(part)) {
      return fmt::format("leading zero in the {} {}", what, Quoted(part));
    }
  }
  return std::nullopt;
}

/// What is wrong with the text as a version (semver.org §2, §9, §10).
std::optional<std::string> SemverFault(std::string_view text) {
  const std::size_t plus = text.find('+');
  const std::string_view build = plus == std::string_view::npos ? "" : text.substr(plus + 1);
  const std::string_view main = text.substr(0, plus);
  const std::size_t dash = main.find('-');
  const std::string_view pre = dash == std::string_view::npos ? "" : main.substr(dash + 1);
  const std::vector<std::string_view> numbers = base::Split(main.substr(0, dash), '.');
  if (numbers.size() != 3) {
    return fmt::format("expected major.minor.patch, got {} part(s)", numbers.size());
  }
  for (const std::string_view number : numbers) {
    if (!IsPlainNumber(number)) {
      return fmt::format("{} is not a number without leading zeros", Quoted(number));
    }
  }
  if (dash != std::string_view::npos) {
    if (std::optional<std::string> fault = CheckIdentifiers(pre, "pre-release", true)) {
      return fault;
    }
  }
  return plus == std::string_view::npos ? std::nullopt : CheckIdentifiers(build, "build", false);
}

}  // namespace

bool JudgesTextForm(Matcher matcher) {
  switch (matcher) {
    case Matcher::kRegex:
    case Matcher::kInclude:
    case Matcher::kDate:
    case Matcher::kTime:
    case Matcher::kDateTime:
    case Matcher::kContentType:
      return true;
    default:
      return false;
  }
}

std::optional<std::string> CheckTextForm(const pact::Rule& rule, std::string_view actual) {
  switch (rule.matcher) {
    case Matcher::kRegex:
      return CheckRegex(rule.text, actual);
    case Matcher::kInclude:
      if (actual.find(rule.text) != std::string_view::npos) {
        return std::nullopt;
      }
      return fmt::format("Expected {} to include {}", Quoted(actual), Quoted(rule.text));
    case Matcher::kContentType:
      return CheckContentType(rule.text, actual);
    default:
      return CheckDate(rule, actual);
  }
}

std::optional<std::string> CheckSemver(std::string_view text) {
  const std::optional<std::string> fault = SemverFault(text);
  if (!fault) {
    return std::nullopt;
  }
  return fmt::format("{} is not a valid semantic version - {}", Quoted(text), *fault);
}

std::string PluginSentence(const pact::Rule& rule) {
  return fmt::format(
      "Could not apply the {} matching rule - it needs a plugin, and accord runs none",
      Quoted(rule.text));
}

std::string_view DateFormat(const pact::Rule& rule) {
  if (!rule.text.empty()) {
    return rule.text;
  }
  switch (rule.matcher) {
    case Matcher::kDate:
      return "yyyy-MM-dd";
    case Matcher::kTime:
      return "HH:mm:ss";
    default:
      return "yyyy-MM-dd'T'HH:mm:ssXXX";
  }
}

}  // namespace accord::match
