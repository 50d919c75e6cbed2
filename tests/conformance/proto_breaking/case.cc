#include "tests/conformance/proto_breaking/case.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/breaking/proto.h"
#include "accord/document/document.h"
#include "accord/document/input.h"

namespace accord::breaking::test {
namespace {

namespace fs = std::filesystem;
using document::Node;

base::Result<document::LoadResult> Load(const fs::path& file) {
  const base::Result<std::string> bytes = document::ReadFile(file.string(), 1U << 26U);
  if (!bytes.ok()) {
    return bytes.error();
  }
  return document::Parse(file.string(), *bytes);
}

std::vector<std::string> Texts(const Node* list) {
  std::vector<std::string> out;
  for (const Node& item : list->items()) {
    out.emplace_back(item.text());
  }
  return out;
}

std::string Line(std::string_view rule,
                 std::string_view path,
                 std::array<std::string_view, 4> place,
                 std::string_view message) {
  return fmt::format("{} {} {}:{}-{}:{} {}",
                     rule,
                     path.empty() ? "-" : path,
                     place[0],
                     place[1],
                     place[2],
                     place[3],
                     message);
}

std::vector<std::string> Lines(const Node& findings) {
  std::vector<std::string> out;
  for (const Node& finding : findings.items()) {
    const auto text = [&](std::string_view key) { return finding.Find(key)->text(); };
    out.push_back(
        Line(text("rule"),
             text("path"),
             {text("start_line"), text("start_column"), text("end_line"), text("end_column")},
             text("message")));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> Lines(const std::vector<finding::Finding>& findings,
                               const std::string& root) {
  std::vector<std::string> out;
  for (const finding::Finding& finding : findings) {
    if (!finding.suppressed.empty()) {
      continue;
    }
    const auto number = [&](std::uint32_t value) {
      return std::to_string(finding.span.known() ? value : 1);
    };
    const std::string start_line = number(finding.span.start.line);
    const std::string start_column = number(finding.span.start.column);
    const std::string end_line = number(finding.span.end.line);
    const std::string end_column = number(finding.span.end.column);
    std::string_view path = finding.span.file;
    path.remove_prefix(path.starts_with(root) ? root.size() : 0);
    out.push_back(Line(
        finding.rule->id, path, {start_line, start_column, end_line, end_column}, finding.message));
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

base::Result<Case> ReadCase(const fs::path& folder) {
  const auto loaded = Load(folder / "case.json");
  if (!loaded.ok()) {
    return loaded.error();
  }
  const Node& root = loaded->document->root();
  Case out;
  out.folder = folder;
  out.use = Texts(root.Find("use"));
  out.except = Texts(root.Find("except"));
  out.ignore_unstable_packages = root.Find("ignore_unstable_packages")->boolean();
  for (std::string& path : Texts(root.Find("ignore"))) {
    out.ignores.push_back({.path = std::move(path), .quiet = true});
  }
  for (const document::Member& rule : root.Find("ignore_only")->members()) {
    for (std::string& path : Texts(&rule.value)) {
      out.ignores.push_back(
          {.rule = std::string(rule.key()), .path = std::move(path), .quiet = true});
    }
  }
  return out;
}

base::Result<std::vector<Expectation>> ReadExpectations(const fs::path& folder) {
  const auto whole = Load(folder / "expected.json");
  const auto by_category = Load(folder / "expected-by-category.json");
  if (!whole.ok()) {
    return whole.error();
  }
  if (!by_category.ok()) {
    return by_category.error();
  }
  std::vector<Expectation> out = {{"", Lines(whole->document->root())}};
  for (const document::Member& category : by_category->document->root().members()) {
    out.push_back({std::string(category.key()), Lines(category.value)});
  }
  return out;
}

base::Result<std::vector<std::string>> Judge(const Case& subject, const std::string& category) {
  std::vector<std::string> use = category.empty() ? subject.use : std::vector{category};
  if (use.empty()) {
    use = {"FILE"};
  }
  const auto selection = RuleSelection::Make(
      ProtoRules(), use, category.empty() ? subject.except : std::vector<std::string>());
  const std::string old_root = (subject.folder / "previous").string();
  const std::string new_root = (subject.folder / "current").string();
  const auto before = proto::Open(old_root, {.roots = {""}});
  const auto after = proto::Open(new_root, {.roots = {""}});
  if (!selection.ok()) {
    return selection.error();
  }
  if (!before.ok()) {
    return before.error();
  }
  if (!after.ok()) {
    return after.error();
  }
  ProtoOptions options;
  options.modules = {{*selection, subject.ignore_unstable_packages}};
  options.like_buf = true;
  options.witnesses = false;
  const ProtoComparison comparison = CompareProto(*before, *after, options);
  Policy policy;
  policy.ignores = subject.ignores;
  policy.today = "2026-01-01";
  policy.roots = {old_root + "/", new_root + "/"};
  std::vector<std::string> lines = Lines(Apply(policy, comparison.findings), new_root + "/");
  for (const finding::Finding& fault : comparison.faults) {
    lines.push_back("fault: " + ToString(fault.span) + " " + fault.message);
  }
  return lines;
}

}  // namespace accord::breaking::test
