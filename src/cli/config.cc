#include "cli/config.h"

#include <charconv>
#include <filesystem>
#include <functional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "accord/document/input.h"
#include "accord/document/schema_check.h"

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

}  // namespace accord::cli
