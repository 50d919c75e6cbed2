#include "openapi/faults.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace accord::openapi {

using finding::Finding;

Finding& Faults::Add(const finding::RuleInfo& rule, std::string message, finding::Span span) {
  if (!wanted()) {
    unwanted_ = {};
    return unwanted_;
  }
  return findings_.emplace_back(finding::Make(rule, std::move(message), std::move(span)));
}

Finding& Faults::Warn(const finding::RuleInfo& rule, std::string message, finding::Span span) {
  Finding& finding = Add(rule, std::move(message), std::move(span));
  finding.severity = finding::Severity::kWarning;
  return finding;
}

std::vector<Finding> Faults::Take() && {
  const auto place = [&](const Finding& finding) {
    const finding::Span& span = finding.span;
    return std::tuple(
        span.file != main_, std::string_view(span.file), span.start.line, span.start.column);
  };
  std::stable_sort(findings_.begin(), findings_.end(), [&](const Finding& a, const Finding& b) {
    return place(a) < place(b);
  });
  const auto same = [&](const Finding& a, const Finding& b) {
    return a.rule == b.rule && a.span == b.span && a.message == b.message;
  };
  findings_.erase(std::unique(findings_.begin(), findings_.end(), same), findings_.end());
  return std::move(findings_);
}

finding::Span MemberSpan(const document::Document& document, const document::Member& member) {
  return document.SpanOf(member.key_begin,
                         member.value.is_container() ? member.key_end : member.value.end());
}

finding::Span MemberSpan(const document::Value& object, std::string_view key) {
  const document::Node* value = object->Find(key);
  for (const document::Member& member : object->members()) {
    if (&member.value == value) {
      return MemberSpan(*object.document(), member);
    }
  }
  return object.Span();
}

}  // namespace accord::openapi
