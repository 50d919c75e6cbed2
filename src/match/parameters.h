#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "accord/match/compare.h"
#include "accord/match/rule_resolver.h"

namespace accord::match {

/// Named lists of values: a query or a form.
struct ParameterComparison {
  const std::vector<pact::QueryParameter>& expected;
  const std::vector<pact::QueryParameter>& actual;
  Part part = Part::kQuery;
  std::string_view noun;  ///< "query parameter", "form post parameter".
  document::Value source;
};

/// Finds the rules of one parameter (`index` < 0) or of one of its values.
class ParameterRules {
 public:
  ParameterRules() = default;
  ParameterRules(const ParameterRules&) = delete;
  ParameterRules& operator=(const ParameterRules&) = delete;
  virtual ~ParameterRules() = default;
  virtual ActiveRules Find(std::string_view name, std::ptrdiff_t index) const = 0;
  /// How a mismatch names the parameter.
  virtual std::string Name(std::string_view name) const = 0;
};

/// Names in any order; missing and unexpected names are mismatches; values of one name are an
/// ordered list, relaxed by rules on the name.
void CompareParameters(const ParameterComparison& comparison,
                       const ParameterRules& rules,
                       std::vector<Mismatch>& out);

}  // namespace accord::match
