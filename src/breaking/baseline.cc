#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "accord/breaking/policy.h"
#include "accord/document/document.h"
#include "accord/document/input.h"
#include "accord/document/schema_check.h"

namespace accord::breaking {
namespace {

using document::Node;

constexpr std::size_t kLargestBaseline = 64U << 20U;

std::string TextOf(const Node& entry, std::string_view key) {
  const Node* value = entry.Find(key);
  return value == nullptr ? std::string() : std::string(value->text());
}

base::Error NotABaseline(const finding::Finding& fault) {
  return base::InputError(
      fmt::format("{}: not a baseline: {}", ToString(fault.span), fault.message));
}

}  // namespace

base::Result<Baseline> ReadBaseline(const std::string& path) {
  auto bytes = document::ReadFile(path, kLargestBaseline);
  if (!bytes) {
    return bytes.error();
  }
  document::LoadResult loaded =
      document::Parse(path, std::move(*bytes), {.format = document::Format::kJson});
  if (!loaded.document) {
    return NotABaseline(loaded.findings.front());
  }
  const Node& root = loaded.document->root();
  const auto faults = document::CheckFormat("baseline", *loaded.document, root);
  if (!faults.empty()) {
    return NotABaseline(faults.front());
  }
  Baseline baseline;
  baseline.file = path;
  for (const Node& entry : root.Find("findings")->items()) {
    baseline.entries.push_back({TextOf(entry, "fingerprint"),
                                TextOf(entry, "rule"),
                                TextOf(entry, "element"),
                                TextOf(entry, "message")});
  }
  return baseline;
}

std::string WriteBaseline(std::span<const finding::Finding> findings) {
  std::vector<Baseline::Entry> entries;
  for (const finding::Finding& finding : findings) {
    entries.push_back({finding::Fingerprint(finding),
                       std::string(finding.rule->id),
                       finding.element,
                       finding.message});
  }
  std::ranges::sort(entries, [](const Baseline::Entry& a, const Baseline::Entry& b) {
    return std::tie(a.rule, a.element, a.message, a.fingerprint) <
           std::tie(b.rule, b.element, b.message, b.fingerprint);
  });
  document::Builder builder;
  builder.StartObject();
  builder.Key("version");
  builder.Integer(1);
  builder.Key("findings");
  builder.StartArray();
  for (const Baseline::Entry& entry : entries) {
    builder.StartObject();
    for (const auto& [key, value] :
         {std::pair<std::string_view, const std::string*>{"fingerprint", &entry.fingerprint},
          {"rule", &entry.rule},
          {"element", &entry.element},
          {"message", &entry.message}}) {
      if (!value->empty()) {
        builder.Key(key);
        builder.String(*value);
      }
    }
    builder.EndObject();
  }
  builder.EndArray();
  builder.EndObject();
  return document::WriteJson(builder.Finish()->root()) + "\n";
}

}  // namespace accord::breaking
