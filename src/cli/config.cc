#include "cli/config.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "accord/document/input.h"
#include "accord/document/schema_check.h"

#include "cli/exit_code.h"
#include "cli/reporting.h"

namespace accord::cli {
namespace {

using document::Node;
namespace fs = std::filesystem;

constexpr std::size_t kLargestConfig = 1U << 20U;
constexpr std::string_view kFileName = "accord.yaml";

std::string FindConfig() {
  std::error_code error;
  for (fs::path folder = fs::current_path(error); !error && !folder.empty();
       folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / kFileName, error)) {
      return fs::relative(folder / kFileName, error).string();
    }
    if (fs::exists(folder / ".git", error) || folder == folder.parent_path()) {
      break;
    }
  }
  return {};
}

/// Takes values from one object of the file by name; a key that is absent leaves the setting.
class Section {
 public:
  Section(const Node* node, std::string folder) : node_(node), folder_(std::move(folder)) {}

  Section Child(std::string_view key) const { return {Find(key), folder_}; }
  const Node* Find(std::string_view key) const {
    return node_ == nullptr ? nullptr : node_->Find(key);
  }

  void Take(std::string_view key, std::string& out) const {
    if (const Node* value = Find(key)) {
      out = value->text();
    }
  }
  void Take(std::string_view key, bool& out) const {
    if (const Node* value = Find(key)) {
      out = value->boolean();
    }
  }
  void Take(std::string_view key, std::size_t& out) const {
    if (const Node* value = Find(key)) {
      std::from_chars(value->text().data(), value->text().data() + value->text().size(), out);
    }
  }
  void Take(std::string_view key, std::vector<std::string>& out) const {
    if (const Node* value = Find(key)) {
      out.clear();
      for (const Node& item : value->items()) {
        out.emplace_back(item.text());
      }
      if (value->is_string()) {
        out.emplace_back(value->text());
      }
    }
  }
  /// A file or folder, relative to the configuration file.
  void TakePath(std::string_view key, std::string& out) const {
    Take(key, out);
    if (Find(key) != nullptr) {
      out = Located(out);
    }
  }
  void TakePaths(std::string_view key, std::vector<std::string>& out) const {
    Take(key, out);
    if (Find(key) != nullptr) {
      for (std::string& path : out) {
        path = Located(path);
      }
    }
  }

 private:
  std::string Located(const std::string& path) const {
    const bool url = path.find("://") != std::string::npos;
    return folder_.empty() || path.empty() || path == "-" || url || path.front() == '/'
               ? path
               : folder_ + "/" + path;
  }

  const Node* node_;
  std::string folder_;
};

Section Root(const Config& config) {
  return {config.document ? &config.document->root() : nullptr, config.folder};
}

bool HasErrors(const std::vector<finding::Finding>& findings) {
  return std::ranges::any_of(findings, [](const finding::Finding& finding) {
    return finding.severity == finding::Severity::kError;
  });
}

breaking::Ignore ReadIgnore(const Config& config, const Node& node) {
  const Section section(&node, {});
  breaking::Ignore ignore;
  section.Take("rule", ignore.rule);
  section.Take("path", ignore.path);
  section.Take("element", ignore.element);
  section.Take("reason", ignore.reason);
  section.Take("owner", ignore.owner);
  section.Take("expires", ignore.expires);
  ignore.span = config.document->SpanOf(node);
  return ignore;
}

/// What a team says about findings, for every command that has rules.
template <typename Settings>
void TakePolicy(const Config& config, const Section& section, Settings& settings) {
  if (const Node* severities = section.Find("severities")) {
    settings.severities.clear();
    for (const document::Member& member : severities->members()) {
      settings.severities.push_back(fmt::format("{}={}", member.key(), member.value.text()));
    }
  }
  if (const Node* ignores = section.Find("ignore")) {
    for (const Node& node : ignores->items()) {
      settings.ignores.push_back(ReadIgnore(config, node));
    }
  }
  section.TakePath("baseline", settings.baseline);
}

}  // namespace

base::Result<Config> LoadConfig(const std::string& path) {
  Config config;
  const std::string file = path.empty() ? FindConfig() : path;
  if (file.empty()) {
    return config;
  }
  auto bytes = document::ReadFile(file, kLargestConfig);
  if (!bytes) {
    return bytes.error();
  }
  document::LoadResult loaded =
      document::Parse(file, std::move(*bytes), {.format = document::Format::kYaml});
  config.findings = std::move(loaded.findings);
  if (loaded.document) {
    auto complaints = document::CheckFormat("config", *loaded.document, loaded.document->root());
    config.findings.insert(config.findings.end(), complaints.begin(), complaints.end());
  }
  config.document = std::move(loaded.document);
  config.folder = fs::path(file).parent_path().string();
  return config;
}

void ApplyConfig(const Config& config, ReportSettings& settings) {
  const Section root = Root(config);
  root.Take("failOn", settings.fail_on);
  const Node* outputs = root.Find("output");
  if (outputs == nullptr) {
    return;
  }
  settings.outputs.clear();
  for (const Node& entry : outputs->items()) {
    const Section section(&entry, config.folder);
    Output output;
    section.Take("format", output.format);
    section.TakePath("file", output.file);
    settings.outputs.push_back(std::move(output));
  }
}

void ApplyConfig(const Config& config, VerifySettings& settings) {
  ApplyConfig(config, settings.report);
  const Section verify = Root(config).Child("verify");
  verify.TakePaths("contracts", settings.contracts);
  verify.Take("providerUrl", settings.provider_url);
  verify.Take("provider", settings.provider);
  verify.Take("messageUrl", settings.message_url);
  verify.Take("headers", settings.headers);

  const Section states = verify.Child("states");
  states.Take("url", settings.state_change_url);
  states.Take("headers", settings.state_headers);
  states.Take("asQuery", settings.state_as_query);
  states.Take("teardown", settings.teardown);

  const Section filter = verify.Child("filter");
  filter.Take("consumers", settings.consumers);
  filter.Take("description", settings.description);
  filter.Take("state", settings.state);
  filter.Take("withoutState", settings.without_state);

  const Section tls = verify.Child("tls");
  tls.TakePath("caFile", settings.ca_file);
  tls.TakePath("certificate", settings.certificate);
  tls.TakePath("key", settings.key);
  tls.Take("insecure", settings.insecure);

  verify.Take("timeout", settings.timeout);
  verify.Take("connectTimeout", settings.connect_timeout);
  verify.Take("maxBody", settings.max_body);
  verify.Take("maxResponseTime", settings.max_response_time);
  verify.Take("jobs", settings.jobs);
  verify.Take("failFast", settings.fail_fast);
  verify.Take("allowEmpty", settings.allow_empty);

  const Section match = verify.Child("match");
  match.Take("numbersByValue", settings.numbers_by_value);
  match.Take("oneToOneVariants", settings.one_to_one_variants);

  const Section publish = verify.Child("publish");
  publish.Take("enabled", settings.publish);
  publish.Take("providerVersion", settings.provider_version);
  publish.Take("providerBranch", settings.provider_branch);
  publish.Take("buildUrl", settings.build_url);
}

void ApplyConfig(const Config& config, BreakingSettings& settings) {
  ApplyConfig(config, settings.report);
  const Section breaking = Root(config).Child("breaking");
  breaking.TakePaths("paths", settings.inputs);
  breaking.Take("against", settings.against);
  breaking.Take("roots", settings.roots);
  breaking.Take("use", settings.use);
  breaking.Take("except", settings.except);
  TakePolicy(config, breaking, settings);
  breaking.Take("ignoreUnstablePackages", settings.ignore_unstable_packages);
  breaking.Take("compat", settings.compat);
  breaking.Take("witnesses", settings.witnesses);
  breaking.Take("allowEmpty", settings.allow_empty);
  breaking.Take("family", settings.family);
  breaking.TakePaths("consumers", settings.consumers);
  breaking.Take("gate", settings.gate);

  const Section openapi = breaking.Child("openapi");
  openapi.Take("profile", settings.profile);
  openapi.Take("level", settings.level);
  openapi.Take("deprecationDaysBeta", settings.deprecation_days_beta);
  openapi.Take("deprecationDaysStable", settings.deprecation_days_stable);
  openapi.Take("stabilityLevel", settings.stability_level);

  const Section schema = breaking.Child("schema");
  schema.Take("mode", settings.mode);
  schema.Take("policies", settings.schema_policies);
  schema.TakePaths("schemaDirs", settings.schema_dirs);
  schema.Take("dialect", settings.dialect);
  schema.Take("assertFormats", settings.assert_formats);
  schema.Take("explainUnknown", settings.explain_unknown);
}

void ApplyConfig(const Config& config, CheckSettings& settings) {
  ApplyConfig(config, settings.report);
  const Section check = Root(config).Child("check");
  check.TakePaths("contracts", settings.contracts);
  check.TakePaths("specs", settings.specs);
  check.Take("message", settings.message);
  check.Take("consumers", settings.consumers);
  check.Take("provider", settings.provider);
  TakePolicy(config, check, settings);
  check.Take("usage", settings.usage);
  check.Take("allowEmpty", settings.allow_empty);
}

void AddConfigOption(CLI::App& command, std::string& path) {
  command
      .add_option(
          "--config", path, "Configuration file (default: accord.yaml here or in a folder above)")
      ->type_name("FILE");
}

bool Configure(CLI::App& command,
               Config& config,
               const std::string& path,
               const std::function<void(const Config&)>& apply,
               Streams& streams,
               int& exit_code) {
  auto loaded = LoadConfig(path);
  if (!loaded) {
    exit_code = PrintError(loaded.error(), streams);
    return false;
  }
  config = std::move(*loaded);
  if (HasErrors(config.findings)) {
    PrintFindings(config.findings, streams);
    exit_code = kUsage;
    return false;
  }
  apply(config);
  for (CLI::Option* option : command.get_options()) {
    if (option->count() > 0 && option->get_name() != "--help") {
      option->run_callback();
    }
  }
  return true;
}

}  // namespace accord::cli
