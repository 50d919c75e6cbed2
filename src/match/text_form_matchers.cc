#include "match/text_form_matchers.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"

#include "match/pattern_cache.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using base::IsDigit;
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

bool IsIdentifierChar(char c) {
  const char lower = base::ToLowerAscii(c);
  return IsDigit(c) || (lower >= 'a' && lower <= 'z') || c == '-';
}

/// Reads a version from its beginning (semver.org §2, §9, §10). Each step returns what is wrong,
/// or nothing.
class SemverReader {
 public:
  explicit SemverReader(std::string_view text) : rest_(text) {}

  std::optional<std::string> Read() {
    if (rest_.empty()) {
      return "empty string, expected a semver version";
    }
    for (const std::string_view number : kNumbers) {
      if (std::optional<std::string> fault = ReadNumber(number)) {
        return fault;
      }
    }
    std::optional<std::string> fault;
    std::string_view last = kNumbers.back();
    if (rest_.starts_with('-')) {
      last = "pre-release identifier";
      fault = ReadIdentifiers(last, true);
    }
    if (!fault && rest_.starts_with('+')) {
      last = "build metadata";
      fault = ReadIdentifiers(last, false);
    }
    if (!fault && !rest_.empty()) {
      return fmt::format("unexpected character '{}' after {}", NextCharacter(), last);
    }
    return fault;
  }

 private:
  static constexpr std::array<std::string_view, 3> kNumbers = {
      "major version number", "minor version number", "patch version number"};

  std::string_view NextCharacter() const {
    std::size_t end = 1;
    while (end < rest_.size() && (static_cast<unsigned char>(rest_[end]) & 0xC0U) == 0x80U) {
      ++end;
    }
    return rest_.substr(0, end);
  }

  std::string_view TakeWhile(bool (*fits)(char)) {
    const auto* const end = std::find_if_not(rest_.begin(), rest_.end(), fits);
    const std::string_view taken(rest_.data(), static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  /// A number and, unless it is the last, the dot behind it.
  std::optional<std::string> ReadNumber(std::string_view what) {
    const std::string_view digits = TakeWhile(IsDigit);
    if (digits.empty() && !rest_.empty()) {
      return fmt::format("unexpected character '{}' while parsing {}", NextCharacter(), what);
    }
    if (digits.size() > 1 && digits.front() == '0') {
      return fmt::format("invalid leading zero in {}", what);
    }
    if (rest_.empty() && (digits.empty() || what != kNumbers.back())) {
      return fmt::format("unexpected end of input while parsing {}", what);
    }
    if (what == kNumbers.back()) {
      return std::nullopt;
    }
    if (!rest_.starts_with('.')) {
      return fmt::format("unexpected character '{}' after {}", NextCharacter(), what);
    }
    rest_.remove_prefix(1);
    return std::nullopt;
  }

  /// Identifiers with dots between them, behind a sign.
  std::optional<std::string> ReadIdentifiers(std::string_view what, bool plain_numbers) {
    do {
      rest_.remove_prefix(1);
      const std::string_view part = TakeWhile(IsIdentifierChar);
      if (part.empty()) {
        return fmt::format("empty identifier segment in {}", what);
      }
      const bool number = std::all_of(part.begin(), part.end(), IsDigit);
      if (plain_numbers && number && part.size() > 1 && part.front() == '0') {
        return fmt::format("invalid leading zero in {}", what);
      }
    } while (rest_.starts_with('.'));
    return std::nullopt;
  }

  std::string_view rest_;
};

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
  const std::optional<std::string> fault = SemverReader(text).Read();
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
