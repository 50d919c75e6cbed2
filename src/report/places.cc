#include "report/places.h"

#include <unordered_map>

#include <fmt/format.h>

namespace accord::report {
namespace {

constexpr std::string_view kGit = "git:";
constexpr std::string_view kHere = ".";

/// RFC 3986 §2.3, and the slash that parts segments.
bool IsPlain(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool digit = c >= '0' && c <= '9';
  return letter || digit || std::string_view("-._~/").find(c) != std::string_view::npos;
}

bool IsUrl(std::string_view file) {
  return file.starts_with("http://") || file.starts_with("https://");
}

std::string PercentEncode(std::string_view text, std::string_view also_plain) {
  std::string out;
  for (const char c : text) {
    if (IsPlain(c) || also_plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace

bool IsInGit(std::string_view file) {
  return file.starts_with(kGit) && file.find(':', kGit.size()) != std::string_view::npos;
}

std::string_view TreePath(std::string_view file) {
  if (IsInGit(file)) {
    file.remove_prefix(file.find(':', kGit.size()) + 1);
  }
  while (file.starts_with("./")) {
    file.remove_prefix(2);
  }
  return file;
}

std::string ToUri(std::string_view file) {
  if (IsUrl(file)) {
    return PercentEncode(file, ":?#[]@!$&'()*+,;=%");
  }
  file = TreePath(file);
  return (file.starts_with('/') ? "file://" : "") + PercentEncode(file, {});
}

std::string_view FileOf(const finding::Finding& finding) {
  return finding.span.file.empty() ? finding.previous.file : finding.span.file;
}

bool Located::pending() const {
  return check != nullptr && check->outcome == finding::Outcome::kPending;
}

const finding::Span& Located::span() const {
  const bool own = check == nullptr || finding->span.known() || !finding->span.file.empty();
  return own ? finding->span : check->span;
}

std::string_view Located::path() const {
  const std::string_view file = span().file.empty() ? finding->previous.file : span().file;
  const std::string_view path = TreePath(file);
  return path.empty() ? kHere : path;
}

std::vector<Located> AllFindings(const finding::Report& report) {
  std::vector<Located> all;
  for (const finding::Finding& finding : report.findings) {
    all.push_back({.finding = &finding, .check = nullptr});
  }
  for (const finding::Check& check : report.checks) {
    for (const finding::Finding& finding : check.findings) {
      all.push_back({.finding = &finding, .check = &check});
    }
  }
  return all;
}

std::vector<FileGroup> GroupByFile(const std::vector<finding::Finding>& findings) {
  std::vector<FileGroup> groups;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const finding::Finding& finding : findings) {
    const auto [place, is_new] = places.try_emplace(FileOf(finding), groups.size());
    if (is_new) {
      groups.push_back({.file = place->first, .findings = {}});
    }
    groups[place->second].findings.push_back(&finding);
  }
  return groups;
}

}  // namespace accord::report
