#include "proto/config_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/proto/rules.h"

#include "proto/module_files.h"

namespace accord::proto {

using document::Kind;
using document::Node;

namespace {

std::string_view Article(Kind kind) {
  return kind == Kind::kArray || kind == Kind::kObject ? "an" : "a";
}

}  // namespace

void ConfigReader::Fault(const Node& node, std::string message) const {
  findings_.push_back(finding::Make(kBufConfig, std::move(message), document_.SpanOf(node)));
}

void ConfigReader::WarnOfUnknownKeys(const Node& object,
                                     std::span<const std::string_view> known) const {
  for (const document::Member& member : object.members()) {
    if (std::find(known.begin(), known.end(), member.key()) != known.end()) {
      continue;
    }
    finding::Finding finding = finding::Make(
        kBufConfig, fmt::format("unknown key `{}`", member.key()), document_.KeySpanOf(member));
    finding.severity = finding::Severity::kWarning;
    const std::vector<std::string> candidates(known.begin(), known.end());
    if (const auto near = base::NearestWord(member.key(), candidates)) {
      finding.help = fmt::format("did you mean `{}`?", *near);
    }
    findings_.push_back(std::move(finding));
  }
}

const Node* ConfigReader::Member(const Node& object, std::string_view key, Kind kind) const {
  const Node* node = object.Find(key);
  if (node == nullptr || node->is_null()) {
    return nullptr;
  }
  if (node->kind() != kind) {
    Fault(*node,
          fmt::format("`{}` must be {} {}, not {} {}",
                      key,
                      Article(kind),
                      document::ToString(kind),
                      Article(node->kind()),
                      document::ToString(node->kind())));
    return nullptr;
  }
  return node;
}

std::string ConfigReader::String(const Node& object, std::string_view key) const {
  const Node* node = Member(object, key, Kind::kString);
  return node == nullptr ? std::string() : std::string(node->text());
}

bool ConfigReader::Flag(const Node& object, std::string_view key) const {
  const Node* node = Member(object, key, Kind::kBool);
  return node != nullptr && node->boolean();
}

std::vector<std::string> ConfigReader::Strings(const Node& object, std::string_view key) const {
  std::vector<std::string> strings;
  const Node* list = Member(object, key, Kind::kArray);
  if (list == nullptr) {
    return strings;
  }
  for (const Node& item : list->items()) {
    if (item.is_string()) {
      strings.emplace_back(item.text());
    } else {
      Fault(item, fmt::format("`{}` must hold strings", key));
    }
  }
  return strings;
}

ConfigReader::Paths ConfigReader::FolderPaths(const Node& list, std::string_view what) const {
  Paths paths;
  for (const Node& item : list.items()) {
    if (std::optional<std::string> path = FolderPath(item, what)) {
      paths.push_back(std::move(*path));
    }
  }
  return paths;
}

std::optional<std::string> ConfigReader::FolderPath(const Node& node, std::string_view what) const {
  if (!node.is_string()) {
    Fault(node, fmt::format("`{}` must hold strings", what));
    return std::nullopt;
  }
  std::optional<std::string> path = FolderInside(node.text());
  if (!path) {
    Fault(node, fmt::format("`{}` of `{}` lies outside of the folder", node.text(), what));
  }
  return path;
}

}  // namespace accord::proto
