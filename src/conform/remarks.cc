#include "conform/remarks.h"

#include <algorithm>
#include <iterator>

#include "accord/base/strings.h"

namespace accord::conform {

using finding::Finding;

Finding& Remarks::Add(const finding::RuleInfo& rule, std::string message, Place place) {
  Finding finding = finding::Make(rule, std::move(message), std::move(place.contract));
  finding.path = std::move(place.path);
  if (place.described.known()) {
    finding.related.push_back({"the specification says it here", std::move(place.described)});
  }
  Add(std::move(finding));
  return findings_.back();
}

void Remarks::Add(Finding finding) {
  finding.element = element_;
  findings_.push_back(std::move(finding));
}

void Remarks::NotChecked(std::string what) {
  if (std::find(not_checked_.begin(), not_checked_.end(), what) == not_checked_.end()) {
    not_checked_.push_back(std::move(what));
  }
}

void Remarks::Take(Remarks others) {
  std::move(others.findings_.begin(), others.findings_.end(), std::back_inserter(findings_));
  for (std::string& what : others.not_checked_) {
    NotChecked(std::move(what));
  }
}

bool Remarks::Has(const finding::RuleInfo& rule) const {
  return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
    return finding.rule == &rule;
  });
}

void Remarks::MoveInto(finding::Check& check) && {
  for (const Finding& finding : findings_) {
    if (finding.severity == finding::Severity::kError) {
      check.outcome = finding::Outcome::kFailed;
    }
  }
  for (std::string& what : not_checked_) {
    check.notes.push_back("not checked: " + std::move(what));
  }
  std::move(findings_.begin(), findings_.end(), std::back_inserter(check.findings));
}

finding::Span SpanInside(const document::Value& part,
                         std::string_view member,
                         std::string_view name) {
  if (!part) {
    return {};
  }
  const document::Node* object = part->Find(member);
  if (object == nullptr) {
    return part.Span();
  }
  for (const document::Member& entry : object->members()) {
    if (base::EqualsIgnoreCase(entry.key(), name)) {
      return part.document()->SpanOf(entry.value);
    }
  }
  return part.document()->SpanOf(*object);
}

}  // namespace accord::conform
