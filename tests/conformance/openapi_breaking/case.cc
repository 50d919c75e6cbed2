#include "tests/conformance/openapi_breaking/case.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"
#include "accord/document/input.h"

#include "breaking/openapi/differences.h"

namespace accord::breaking::test {
namespace {

namespace fs = std::filesystem;
using document::Node;
using finding::Severity;

constexpr std::string_view kDefaultToday = "2026-01-15";

base::Result<document::DocumentPtr> Load(const fs::path& file) {
  const base::Result<std::string> bytes = document::ReadFile(file.string(), 1U << 26U);
  if (!bytes) {
    return bytes.error();
  }
  document::LoadResult loaded = document::Parse(file.string(), *bytes);
  if (!loaded.document) {
    return base::InputError(loaded.findings.front().message);
  }
  return std::move(loaded.document);
}

std::optional<Severity> ParseLevel(std::string_view word) {
  if (word.starts_with("err")) {
    return Severity::kError;
  }
  if (word.starts_with("warn")) {
    return Severity::kWarning;
  }
  return word == "info" ? std::optional(Severity::kInfo) : std::nullopt;
}

/// Numbers and lists as messages show them.
std::string Shown(const Node& node) {
  return node.is_string() ? std::string(node.text()) : document::WriteJson(node, {.indent = 0});
}

std::vector<std::string> Texts(const Node* list) {
  std::vector<std::string> out;
  if (list != nullptr) {
    std::ranges::transform(list->items(), std::back_inserter(out), Shown);
  }
  return out;
}

std::optional<std::string> OptionalText(const Node* node) {
  return node == nullptr || node->is_null() ? std::nullopt
                                            : std::optional(std::string(node->text()));
}

std::string TextOf(const Node& node, std::string_view key) {
  const Node* member = node.Find(key);
  return member == nullptr ? std::string() : std::string(member->text());
}

bool BoolOf(const Node& node, std::string_view key, bool otherwise) {
  const Node* member = node.Find(key);
  return member == nullptr ? otherwise : member->boolean();
}

std::optional<int> NumberOf(const Node& node, std::string_view key) {
  const Node* member = node.Find(key);
  std::int64_t value = 0;
  return member != nullptr && ToInt64(*member, value) ? std::optional(static_cast<int>(value))
                                                      : std::nullopt;
}

Stated ReadStated(const Node& node) {
  Stated out;
  out.id = TextOf(node, "id");
  out.level = ParseLevel(TextOf(node, "level")).value_or(Severity::kError);
  out.method = OptionalText(node.Find("method"));
  out.path = OptionalText(node.Find("path"));
  const Node* args = node.Find("args");
  args = args == nullptr ? node.Find("args_text") : args;
  if (args != nullptr) {
    out.args = Texts(args);
  }
  return out;
}

void ReadConfig(const Node& config, Case& out) {
  OpenApiOptions& options = out.options;
  options.version_policy = BoolOf(config, "versioning_policy", true);
  options.deprecation_days_beta = NumberOf(config, "deprecation_days_beta");
  options.deprecation_days_stable = NumberOf(config, "deprecation_days_stable");
  if (config.Find("stability_level") != nullptr) {
    options.stability_level = TextOf(config, "stability_level");
  }
  const std::vector<std::string> loading = Texts(config.Find("load_options"));
  out.merge_parameters = std::ranges::any_of(loading, [](const std::string& option) {
    return option.find("FlattenParams") != std::string::npos;
  });
  if (const Node* severities = config.Find("severity")) {
    for (const document::Member& member : severities->members()) {
      out.severities[std::string(member.key())] = ParseLevel(member.value.text());
    }
  }
}

fs::path Version(const fs::path& folder, const std::string& name) {
  const fs::path json = folder / (name + ".json");
  return fs::exists(json) ? json : folder / (name + ".yaml");
}

base::Result<openapi::DescriptionPtr> LoadApi(const fs::path& file) {
  const auto document = Load(file);
  if (!document) {
    return document.error();
  }
  const openapi::LoadResult loaded = openapi::Load(*document, {});
  if (!loaded.description) {
    return base::InputError("no OpenAPI document: " + file.string());
  }
  return loaded.description;
}

/// Some cases leave what they expect out of their scope.
bool InScope(const Case& subject, const std::string& id) {
  return !subject.scope || subject.scope->count(id) != 0 ||
         std::ranges::find(subject.findings, id, &Stated::id) != subject.findings.end();
}

bool Fits(const Stated& expected, const Stated& found) {
  return expected.id == found.id && expected.level == found.level &&
         (!expected.method || expected.method == found.method) &&
         (!expected.path || expected.path == found.path);
}

std::string Line(std::string_view sign, const Stated& stated) {
  return fmt::format("  {} {} {} {} {} [{}]\n",
                     sign,
                     ToString(stated.level),
                     stated.id,
                     stated.method.value_or("-"),
                     stated.path.value_or("-"),
                     stated.args ? base::Join(*stated.args, " | ") : "");
}

}  // namespace

base::Result<Case> ReadCase(const fs::path& folder) {
  const auto document = Load(folder / "expected.json");
  if (!document) {
    return document.error();
  }
  const Node& root = (*document)->root();
  Case out;
  out.before = Version(folder, "base");
  out.after = Version(folder, "revision");
  for (const Node& node : root.Find("findings")->items()) {
    out.findings.push_back(ReadStated(node));
  }
  out.complete = BoolOf(root, "complete", false);
  out.nonempty = BoolOf(root, "nonempty", false);
  out.least = ParseLevel(TextOf(root, "min_level")).value_or(Severity::kInfo);
  if (const auto count = NumberOf(root, "count")) {
    out.count = static_cast<std::size_t>(*count);
  }
  if (const Node* scope = root.Find("scope_ids")) {
    const std::vector<std::string> ids = Texts(scope);
    out.scope.emplace(ids.begin(), ids.end());
  }
  out.absent = Texts(root.Find("absent"));
  out.options.profile = OpenApiProfile::kOasdiff;
  out.options.today = root.Find("today") == nullptr ? kDefaultToday : TextOf(root, "today");
  const auto rules = RuleSelection::Make(OpenApiRules(), {"OPENAPI"}, {});
  if (!rules) {
    return rules.error();
  }
  out.options.rules = *rules;
  if (const Node* config = root.Find("config")) {
    ReadConfig(*config, out);
  }
  return out;
}

base::Result<std::vector<Stated>> Judge(const Case& subject) {
  const auto before = LoadApi(subject.before);
  if (!before) {
    return before.error();
  }
  const auto after = LoadApi(subject.after);
  if (!after) {
    return after.error();
  }
  api::Differences differences =
      api::CompareDescriptions(**before, **after, subject.options, subject.merge_parameters);
  const auto level_of = [&subject](const api::Change& change) {
    const auto set = subject.severities.find(std::string(change.rule->id));
    return set == subject.severities.end() ? std::optional(change.rule->severity) : set->second;
  };
  const bool broken = std::ranges::any_of(differences.changes, [&](const api::Change& change) {
    return level_of(change) == Severity::kError;
  });
  if (broken && subject.options.version_policy) {
    std::ranges::move(api::VersionChanges(**before, **after),
                      std::back_inserter(differences.changes));
  }
  std::vector<Stated> found;
  for (api::Change& change : differences.changes) {
    const auto level = level_of(change);
    if (level) {
      found.push_back({std::string(change.rule->id),
                       *level,
                       change.method,
                       change.path,
                       std::move(change.args)});
    }
  }
  return found;
}

std::string Differ(const Case& subject, const std::vector<Stated>& found, Severity least) {
  const Severity from = std::max(least, subject.least);
  std::vector<Stated> left;
  std::ranges::copy_if(found, std::back_inserter(left), [&](const Stated& one) {
    return one.level >= from && InScope(subject, one.id);
  });
  std::string text;
  if (from == subject.least && subject.count && *subject.count != left.size()) {
    text += fmt::format("  {} findings in place of {}\n", left.size(), *subject.count);
  }
  if (from == subject.least && subject.nonempty && left.empty()) {
    text += "  no finding at all\n";
  }
  for (const std::string& id : subject.absent) {
    if (std::ranges::find(left, id, &Stated::id) != left.end()) {
      text += fmt::format("  ! {}\n", id);
    }
  }
  for (const Stated& expected : subject.findings) {
    if (expected.level < from) {
      continue;
    }
    const auto match =
        std::ranges::find_if(left, [&expected](const Stated& one) { return Fits(expected, one); });
    if (match == left.end()) {
      text += Line("-", expected);
    } else {
      left.erase(match);
    }
  }
  if (subject.complete) {
    for (const Stated& one : left) {
      text += Line("+", one);
    }
  }
  if (!text.empty()) {
    for (const Stated& one : found) {
      text += Line(" ", one);
    }
  }
  return text;
}

ArgumentCount CompareArguments(const Case& subject, const std::vector<Stated>& found) {
  ArgumentCount count;
  std::vector<Stated> left = found;
  for (const Stated& expected : subject.findings) {
    if (!expected.args) {
      continue;
    }
    ++count.stated;
    const auto match = std::ranges::find_if(left, [&expected](const Stated& one) {
      return Fits(expected, one) && expected.args == one.args;
    });
    if (match != left.end()) {
      ++count.same;
      left.erase(match);
    }
  }
  return count;
}

}  // namespace accord::breaking::test
