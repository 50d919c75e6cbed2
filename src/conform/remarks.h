#pragma once

#include <string>
#include <utility>
#include <vector>

#include "accord/document/value.h"
#include "accord/finding/report.h"

#include "conform/ledger.h"

namespace accord::conform {

/// Where a remark belongs.
struct Place {
  finding::Span contract;
  std::string path;         ///< In the interaction: `response.body.items[0].id`.
  finding::Span described;  ///< In the specification; unknown: nothing to point at.
};

/// What is found out about one interaction.
class Remarks {
 public:
  explicit Remarks(Ledger& ledger) : ledger_(ledger) {}

  Ledger& ledger() { return ledger_; }
  /// `element`: what later remarks are about: `GET /orders/{id}`.
  void SetElement(std::string element) { element_ = std::move(element); }
  const std::string& element() const { return element_; }

  /// The reference is good until the next call.
  finding::Finding& Add(const finding::RuleInfo& rule, std::string message, Place place);
  void Add(finding::Finding finding);
  /// Something that was not looked at, in words; said once.
  void NotChecked(std::string what);

  /// All that others hold.
  void Take(Remarks others);

  bool Has(const finding::RuleInfo& rule) const;
  std::vector<finding::Finding>& findings() { return findings_; }
  /// Outcome, findings and notes of the check.
  void MoveInto(finding::Check& check) &&;

 private:
  Ledger& ledger_;
  std::string element_;
  std::vector<finding::Finding> findings_;
  std::vector<std::string> not_checked_;
};

/// Where a member of a part of the contract stands; names without case. Else where the part stands.
finding::Span SpanInside(const document::Value& part,
                         std::string_view member,
                         std::string_view name);

}  // namespace accord::conform
