#include "tests/conformance/pact_compatibility/step_registry.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "tests/conformance/pact_compatibility/expectation.h"

namespace accord::compatibility {
namespace {

struct Placeholder {
  std::string_view name;
  std::string_view pattern;
};
constexpr std::array<Placeholder, 4> kPlaceholders = {{
    {"<text>", R"re("((?:[^"\\]|\\.)*)")re"},
    {"<number>", R"re(\{?([0-9]+)\}?)re"},
    {"<ordinal>", R"re(\{?([a-z]+)\}?)re"},
    {"<any>", "(.*)"},
}};

constexpr std::array<std::string_view, 10> kOrdinals = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};

/// Quotes inside a quoted text are escaped; any other backslash stands for itself (`\d`).
std::string UnescapeQuotes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size() || text[i + 1] != '"') {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

std::size_t StepCall::Number(std::size_t index) const {
  return std::stoul(Text(index));
}

std::size_t StepCall::Index(std::size_t index) const {
  const auto found = std::ranges::find(kOrdinals, Text(index));
  Require(found != kOrdinals.end(), fmt::format("'{}' is no ordinal number", Text(index)));
  return static_cast<std::size_t>(found - kOrdinals.begin());
}

Record StepCall::OnlyRecord() const {
  auto records = step.Records();
  Require(records.size() == 1, "the step needs a table with one row below its header");
  return std::move(records.front());
}

void StepRegistry::Add(std::string_view pattern, Function function) {
  std::string text;
  std::vector<std::string> placeholders;
  while (!pattern.empty()) {
    const auto found = std::ranges::find_if(kPlaceholders, [&](const Placeholder& placeholder) {
      return pattern.starts_with(placeholder.name);
    });
    if (found == kPlaceholders.end()) {
      text += pattern.front();
      pattern.remove_prefix(1);
    } else {
      text += found->pattern;
      placeholders.emplace_back(found->name);
      pattern.remove_prefix(found->name.size());
    }
  }
  base::Regex regex = Unwrap(base::Regex::Compile(text, {.whole = true}));
  entries_.push_back(
      {std::move(text), std::move(regex), std::move(placeholders), std::move(function)});
}

void StepRegistry::Run(World& world, const Step& step) const {
  const Entry* chosen = nullptr;
  for (const Entry& entry : entries_) {
    if (entry.regex.Match(step.text) != base::RegexOutcome::kMatch) {
      continue;
    }
    Require(chosen == nullptr,
            chosen == nullptr ? ""
                              : fmt::format("two definitions fit the step: /{}/ and /{}/",
                                            chosen->pattern,
                                            entry.pattern));
    chosen = &entry;
  }
  Require(chosen != nullptr, "no definition fits the step");
  StepCall call{step, {}};
  for (std::size_t i = 0; i < chosen->placeholders.size(); ++i) {
    std::string group;
    chosen->regex.MatchGroup(step.text, static_cast<int>(i) + 1, group);
    call.arguments.push_back(chosen->placeholders[i] == "<text>" ? UnescapeQuotes(group) : group);
  }
  chosen->function(world, call);
}

}  // namespace accord::compatibility
