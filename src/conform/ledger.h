#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "accord/document/node.h"
#include "accord/finding/finding.h"

namespace accord::conform {

/// What the interactions of one contract say together about the values that a specification
/// describes. Schemas are known by where they are written.
class Ledger {
 public:
  /// True the first time: a remark about a schema is made once for a contract.
  bool IsNews(const finding::RuleInfo& rule, const document::Node* schema) {
    return told_.emplace(&rule, schema).second;
  }
  /// Some interaction expects this value.
  void Exercise(const document::Node* schema, const document::Node& value);
  /// Marks a remark about values that this interaction does not test: others may.
  void Postpone(const document::Node* schema,
                const std::vector<const document::Node*>& untested,
                finding::Finding& remark);
  /// Completes a remark that was postponed; false when all its values are tested elsewhere.
  bool Complete(finding::Finding& remark) const;

 private:
  struct Postponed {
    const document::Node* schema = nullptr;
    std::vector<std::string> untested;
  };

  std::set<std::pair<const finding::RuleInfo*, const document::Node*>> told_;
  std::map<const document::Node*, std::set<std::string>> exercised_;
  std::vector<Postponed> postponed_;
};

}  // namespace accord::conform
