#include "match/parameters.h"

#include <unordered_map>

#include <fmt/format.h>

#include "match/matchers.h"
#include "match/value_lists.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using pact::QueryParameter;

/// All parameters by name; values of a name that is repeated are joined in order.
class Names {
 public:
  explicit Names(const std::vector<QueryParameter>& parameters) {
    for (const QueryParameter& parameter : parameters) {
      std::vector<std::string_view>& values = values_[parameter.name];
      for (const std::optional<std::string>& value : parameter.values) {
        values.push_back(value ? std::string_view(*value) : std::string_view());
      }
    }
  }

  const std::vector<std::string_view>* Find(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? nullptr : &found->second;
  }
  /// The values of a name the first time it is asked for, then nullptr.
  const std::vector<std::string_view>* Take(std::string_view name) {
    return taken_.emplace(name, true).second ? Find(name) : nullptr;
  }

 private:
  std::unordered_map<std::string_view, std::vector<std::string_view>> values_;
  std::unordered_map<std::string_view, bool> taken_;
};

void CompareOne(const ParameterComparison& comparison,
                const ParameterRules& rules,
                ValueLists lists,
                std::vector<Mismatch>& out) {
  std::vector<ActiveRules> item_rules;
  for (std::size_t i = 0; i < lists.actual.size(); ++i) {
    item_rules.push_back(rules.Find(lists.subject, static_cast<std::ptrdiff_t>(i)));
  }
  lists.rules = rules.Find(lists.subject, -1);
  lists.item_rules = item_rules;
  lists.noun = comparison.noun;
  lists.verb = "with";
  lists.part = comparison.part;
  lists.name = rules.Name(lists.subject);
  lists.source = comparison.source;
  CompareValueLists(lists, out);
}

}  // namespace

void CompareParameters(const ParameterComparison& comparison,
                       const ParameterRules& rules,
                       std::vector<Mismatch>& out) {
  Names expected(comparison.expected);
  Names actual(comparison.actual);
  for (const QueryParameter& parameter : comparison.expected) {
    const std::vector<std::string_view>* values = expected.Take(parameter.name);
    if (values == nullptr) {
      continue;
    }
    if (const std::vector<std::string_view>* found = actual.Find(parameter.name)) {
      ValueLists lists;
      lists.expected = *values;
      lists.actual = *found;
      lists.subject = parameter.name;
      CompareOne(comparison, rules, std::move(lists), out);
      continue;
    }
    AddMismatch(
        fmt::format("Expected {} '{}' but was missing", comparison.noun, Excerpt(parameter.name)),
        {comparison.part, rules.Name(parameter.name), ShownNames(*values), {}, comparison.source},
        out);
  }
  for (const QueryParameter& parameter : comparison.actual) {
    const std::vector<std::string_view>* values = actual.Take(parameter.name);
    if (values != nullptr && expected.Find(parameter.name) == nullptr) {
      AddMismatch(
          fmt::format("Unexpected {} '{}' received", comparison.noun, Excerpt(parameter.name)),
          {comparison.part, rules.Name(parameter.name), {}, ShownNames(*values), comparison.source},
          out);
    }
  }
}

}  // namespace accord::match
