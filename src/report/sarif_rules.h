#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/json_writer.h"
#include "report/places.h"

namespace accord::report {

std::string_view SarifLevel(finding::Severity severity);

/// The rules that findings name, in the order in which they first appear.
class SarifRules {
 public:
  explicit SarifRules(const std::vector<Located>& findings);

  /// Place of the finding's rule in the array; nothing for a finding without rule.
  std::optional<std::size_t> IndexOf(const finding::Finding& finding) const;

  /// The member `rules` of the tool (SARIF 2.1.0 §3.19.23).
  void Write(JsonWriter& json) const;

 private:
  std::vector<const finding::RuleInfo*> rules_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

}  // namespace accord::report
