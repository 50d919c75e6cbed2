#include "match/generate/generate_value.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/regex.h"
#include "accord/base/strings.h"
#include "accord/match/date_pattern.h"

#include "match/generate/generate_regex.h"
#include "match/generate/generate_state.h"

namespace accord::match {
namespace {

using Form = Generated::Form;
using pact::GeneratorKind;

constexpr std::uint32_t kMaxSize = 1'000'000;

std::string RandomText(std::string_view alphabet, std::uint32_t size, base::Random& random) {
  std::string out;
  out.reserve(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    // The upper half of a draw scaled to the alphabet: long texts are worth the tiny bias.
    out.push_back(alphabet[((random.Next() >> 32U) * alphabet.size()) >> 32U]);
  }
  return out;
}

std::string RandomDigits(std::uint32_t size, base::Random& random) {
  return RandomText("0123456789", size, random);
}

// A JSON number with `digits` digits, one of them at least before the point.
std::string RandomDecimal(std::uint32_t digits, base::Random& random) {
  if (digits <= 1) {
    return RandomDigits(1, random);
  }
  const auto whole = static_cast<std::uint32_t>(random.Between(1, std::int64_t{digits} - 1));
  std::string out = whole == 1
                        ? RandomDigits(1, random)
                        : std::to_string(random.Between(1, 9)) + RandomDigits(whole - 1, random);
  out += '.';
  return out + RandomDigits(digits - whole, random);
}

std::optional<Generated> Uuid(const pact::Generator& generator,
                              base::Random& random,
                              std::string& problem) {
  const std::string digits = random.UuidDigits();
  const std::string hyphenated = fmt::format("{}-{}-{}-{}-{}",
                                             digits.substr(0, 8),
                                             digits.substr(8, 4),
                                             digits.substr(12, 4),
                                             digits.substr(16, 4),
                                             digits.substr(20));
  if (generator.format.empty() || generator.format == "lower-case-hyphenated") {
    return Generated{Form::kString, hyphenated, {}};
  }
  if (generator.format == "simple") {
    return Generated{Form::kString, digits, {}};
  }
  if (generator.format == "upper-case-hyphenated") {
    return Generated{Form::kString, base::ToUpperAscii(hyphenated), {}};
  }
  if (base::EqualsIgnoreCase(generator.format, "URN")) {
    return Generated{Form::kString, "urn:uuid:" + hyphenated, {}};
  }
  problem = fmt::format("the format '{}' is not known", generator.format);
  return std::nullopt;
}

struct DateKind {
  ExpressionPart part;
  std::string_view format;
};

DateKind DateKindOf(GeneratorKind kind) {
  switch (kind) {
    case GeneratorKind::kDate:
      return {ExpressionPart::kDate, "yyyy-MM-dd"};
    case GeneratorKind::kTime:
      return {ExpressionPart::kTime, "HH:mm:ss"};
    default:
      return {ExpressionPart::kDateTime, "yyyy-MM-dd'T'HH:mm:ss.SSSZ"};
  }
}

std::optional<Generated> Date(const pact::Generator& generator,
                              std::chrono::system_clock::time_point now,
                              std::string& problem) {
  const DateKind kind = DateKindOf(generator.kind);
  const auto pattern =
      DatePattern::Compile(generator.format.empty() ? kind.format : generator.format);
  if (!pattern) {
    problem = pattern.error().message;
    return std::nullopt;
  }
  const auto moment = ApplyDateExpression(generator.expression, kind.part, now);
  if (!moment) {
    problem = moment.error().message;
    return std::nullopt;
  }
  return Generated{Form::kString, pattern->Format(*moment), {}};
}

std::optional<Generated> MockServerUrl(const pact::Generator& generator,
                                       std::string_view url,
                                       std::string& problem) {
  if (url.empty()) {
    problem = "the URL of the mock server is not known";
    return std::nullopt;
  }
  const auto regex = base::Regex::Compile(generator.regex);
  if (!regex) {
    problem = regex.error().message;
    return std::nullopt;
  }
  std::string path;
  if (regex->MatchGroup(generator.example, 1, path) != base::RegexOutcome::kMatch) {
    problem =
        fmt::format("'{}' does not match the example '{}'", generator.regex, generator.example);
    return std::nullopt;
  }
  if (url.ends_with('/')) {
    url.remove_suffix(1);
  }
  const bool joined = path.empty() || path.find_first_of("/?#") == 0;
  return Generated{Form::kString, fmt::format("{}{}{}", url, joined ? "" : "/", path), {}};
}

std::optional<Generated> Regex(const pact::Generator& generator,
                               base::Random& random,
                               std::string& problem) {
  auto text = GenerateFromRegex(generator.regex, random);
  if (!text) {
    problem = text.error().message;
    return std::nullopt;
  }
  return Generated{Form::kString, std::move(text).value(), {}};
}

}  // namespace

std::string Generated::Text() const {
  if (form != Form::kJson) {
    return text;
  }
  return json->is_string() ? std::string(json->text())
                           : document::WriteJson(*json, {.indent = 0, .sort_keys = false});
}

void Generated::Write(document::Builder& builder) const {
  switch (form) {
    case Form::kString:
      builder.String(text);
      break;
    case Form::kNumber:
      builder.Number(text);
      break;
    case Form::kBoolean:
      builder.Bool(text == "true");
      break;
    case Form::kJson:
      builder.Copy(*json);
      break;
  }
}

std::optional<Generated> GenerateValue(const pact::Generator& generator,
                                       bool text_example,
                                       GeneratorContext& context,
                                       std::string& problem) {
  base::Random& random = *context.random;
  const Form number = text_example ? Form::kString : Form::kNumber;
  const std::uint32_t size = std::min(generator.size, kMaxSize);
  switch (generator.kind) {
    case GeneratorKind::kRandomInt:
      return Generated{number, std::to_string(random.Between(generator.min, generator.max)), {}};
    case GeneratorKind::kRandomDecimal:
      return Generated{number, RandomDecimal(size, random), {}};
    case GeneratorKind::kRandomHexadecimal:
      return Generated{Form::kString, RandomText("0123456789ABCDEF", size, random), {}};
    case GeneratorKind::kRandomString:
      return Generated{
          Form::kString,
          RandomText(
              "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", size, random),
          {}};
    case GeneratorKind::kRandomBoolean:
      return Generated{
          text_example ? Form::kString : Form::kBoolean, random.Coin() ? "true" : "false", {}};
    case GeneratorKind::kRegex:
      return Regex(generator, random, problem);
    case GeneratorKind::kUuid:
      return Uuid(generator, random, problem);
    case GeneratorKind::kDate:
    case GeneratorKind::kTime:
    case GeneratorKind::kDateTime:
      return Date(generator, context.now, problem);
    case GeneratorKind::kProviderState:
      return context.mode == GeneratorMode::kProvider
                 ? FromProviderState(generator, context.state_values, problem)
                 : std::nullopt;
    case GeneratorKind::kMockServerUrl:
      return context.mode == GeneratorMode::kConsumer
                 ? MockServerUrl(generator, context.mock_server_url, problem)
                 : std::nullopt;
    case GeneratorKind::kArrayContains:
      problem = "it stands only in arrayContains rules";
      return std::nullopt;
    case GeneratorKind::kPlugin:
      problem = "it needs a plugin";
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace accord::match
