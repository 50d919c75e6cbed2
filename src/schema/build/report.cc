#include "schema/build/report.h"

#include <algorithm>
#include <tuple>

#include "accord/base/strings.h"

namespace accord::schema {

void SchemaFaults::Add(const finding::RuleInfo& rule, std::string message, finding::Span span) {
  Add(finding::Make(rule, std::move(message), std::move(span)));
}

void SchemaFaults::Add(finding::Finding finding) {
  if (Wants(*finding.rule)) {
    findings_.push_back(std::move(finding));
  }
}

bool SchemaFaults::Wants(const finding::RuleInfo& rule) {
  errors_ += rule.severity == finding::Severity::kError ? 1 : 0;
  return findings_.size() < kMost;
}

std::vector<finding::Finding> SchemaFaults::Take() && {
  const auto place = [](const finding::Finding& finding) {
    return std::tie(finding.span.file, finding.span.start.line, finding.span.start.column);
  };
  std::stable_sort(findings_.begin(), findings_.end(), [&](const auto& a, const auto& b) {
    return place(a) < place(b);
  });
  return std::move(findings_);
}

finding::Span MemberSpan(const document::Document& document, const document::Member& member) {
  if (member.value.is_container() || member.value.end() <= member.key_begin) {
    return document.KeySpanOf(member);
  }
  return document.SpanOf(member.key_begin, member.value.end());
}

const document::Member* FindMember(const document::Node& object, std::string_view key) {
  const document::Node* value = object.Find(key);
  for (const document::Member& member : object.members()) {
    if (&member.value == value) {
      return &member;
    }
  }
  return nullptr;
}

std::string Quoted(std::string_view text) {
  constexpr std::size_t kShown = 120;
  return "'" + base::Ellipsize(text, kShown) + "'";
}

}  // namespace accord::schema
