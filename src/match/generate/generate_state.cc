#include "match/generate/generate_state.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"

namespace accord::match {
namespace {

using Form = Generated::Form;

constexpr std::size_t kShownBytes = 100;

const document::Value* Find(const StateValues& values, std::string_view name) {
  const auto found = std::find_if(
      values.rbegin(), values.rend(), [name](const auto& value) { return value.first == name; });
  return found == values.rend() || !found->second ? nullptr : &found->second;
}

std::string Missing(std::string_view name) {
  return fmt::format("no provider state gave a value named '{}'",
                     base::Ellipsize(name, kShownBytes));
}

std::optional<Generated> Single(std::string_view name,
                                const StateValues& values,
                                std::string& problem) {
  const document::Value* value = Find(values, name);
  if (value == nullptr) {
    problem = Missing(name);
    return std::nullopt;
  }
  return Generated{Form::kJson, {}, *value};
}

// Text with `${name}` in it.
std::optional<Generated> Template(std::string_view text,
                                  const StateValues& values,
                                  std::string& problem) {
  std::string out;
  while (!text.empty()) {
    const std::size_t start = text.find("${");
    out += text.substr(0, start);
    if (start == std::string_view::npos) {
      break;
    }
    const std::size_t end = text.find('}', start);
    if (end == std::string_view::npos) {
      problem = fmt::format("'${{' without '}}' in '{}'", base::Ellipsize(text, kShownBytes));
      return std::nullopt;
    }
    const std::string_view name = base::Trim(text.substr(start + 2, end - start - 2));
    auto value = Single(name, values, problem);
    if (!value) {
      return std::nullopt;
    }
    if (start == 0 && end + 1 == text.size() && out.empty()) {
      return value;
    }
    out += value->Text();
    text.remove_prefix(end + 1);
  }
  return Generated{Form::kString, std::move(out), {}};
}

// The JSON number that a text is as a whole.
document::Value AsNumber(const std::string& text) {
  if (text.empty() || (text.front() != '-' && (text.front() < '0' || text.front() > '9'))) {
    return {};
  }
  document::LoadOptions options;
  options.format = document::Format::kJson;
  const auto parsed = document::Parse("", text, options);
  return parsed.ok() && parsed.document->root().is_number() ? document::Value(parsed.document)
                                                            : document::Value();
}

std::optional<Generated> NotA(std::string_view kind,
                              const std::string& text,
                              std::string& problem) {
  problem = fmt::format("'{}' is no {}", base::Ellipsize(text, kShownBytes), kind);
  return std::nullopt;
}

std::optional<Generated> ToInteger(const std::string& text, std::string& problem) {
  const document::Value number = AsNumber(text);
  if (number && number->is_integer_text()) {
    return Generated{Form::kNumber, std::string(number->text()), {}};
  }
  std::int64_t whole = 0;
  if (number && document::ToInt64(*number, whole)) {
    return Generated{Form::kNumber, std::to_string(whole), {}};
  }
  return NotA("integer", text, problem);
}

std::optional<Generated> ToDecimal(const std::string& text, std::string& problem) {
  const document::Value number = AsNumber(text);
  if (!number) {
    return NotA("decimal number", text, problem);
  }
  std::string digits(number->text());
  if (number->is_integer_text()) {
    digits += ".0";
  }
  return Generated{Form::kNumber, std::move(digits), {}};
}

std::optional<Generated> Convert(Generated value, std::string_view type, std::string& problem) {
  const std::string text = value.Text();
  if (base::EqualsIgnoreCase(type, "STRING")) {
    return Generated{Form::kString, text, {}};
  }
  if (base::EqualsIgnoreCase(type, "INTEGER")) {
    return ToInteger(text, problem);
  }
  if (base::EqualsIgnoreCase(type, "DECIMAL") || base::EqualsIgnoreCase(type, "FLOAT")) {
    return ToDecimal(text, problem);
  }
  if (base::EqualsIgnoreCase(type, "BOOLEAN")) {
    return text == "true" || text == "false" ? std::optional(Generated{Form::kBoolean, text, {}})
                                             : NotA("boolean", text, problem);
  }
  if (!type.empty() && !base::EqualsIgnoreCase(type, "RAW")) {
    problem = fmt::format("the data type '{}' is not known", type);
    return std::nullopt;
  }
  return value;
}

}  // namespace

std::optional<Generated> FromProviderState(const pact::Generator& generator,
                                           const StateValues& values,
                                           std::string& problem) {
  const bool is_template = generator.expression.find("${") != std::string::npos;
  auto value = is_template ? Template(generator.expression, values, problem)
                           : Single(generator.expression, values, problem);
  return value ? Convert(*std::move(value), generator.data_type, problem) : std::nullopt;
}

}  // namespace accord::match
