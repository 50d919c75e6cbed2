#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"
#include "accord/match/accepts.h"
#include "accord/schema/validate.h"

#include "conform/promise_walk.h"
#include "conform/rules.h"

namespace accord::conform {
namespace {

using document::Node;
using schema::SchemaNode;

constexpr std::size_t kShownValue = 60;

std::string Shown(const Node& value) {
  return base::Ellipsize(document::WriteJson(value, {.indent = 0}), kShownValue);
}

/// What validation says of a value on its own, said of `subject`.
std::string About(const std::string& subject, std::string_view message) {
  constexpr std::string_view kRoot = "the document";
  if (message.starts_with(kRoot)) {
    message.remove_prefix(kRoot.size());
  }
  return subject + std::string(message);
}

}  // namespace

void PromiseWalk::Scalar(const SchemaNodes& schemas, const Node& example) {
  const ProviderValues values(schema_, schemas);
  const bool fits = values.Hold(example);
  if (trying()) {
    if (!fits) {
      Unfit(schemas, example);
    }
    return;
  }
  const match::ActiveRules& rules = walker_.rules();
  if (fits) {
    RemarkRules(values, schemas, example);
    return;
  }
  const auto accepted = [&](const Node& value) { return match::Accepts(rules, example, value); };
  const Node* other = IsEquality(rules) ? nullptr : values.Find(accepted);
  if (other == nullptr) {
    Unfit(schemas, example);
    return;
  }
  Remark(kExampleImpossible,
         SpanOf(example),
         fmt::format("{} is never {}, but its rule also accepts {}, which may come",
                     Subject(),
                     Shown(example),
                     Shown(*other)),
         schema::SpanOf(*schemas.front(), ""));
  remarks_.findings().back().demand = match::InWords(rules);
}

void PromiseWalk::Unfit(const SchemaNodes& schemas, const Node& example) {
  for (const SchemaNode* node : schemas) {
    if (schema::IsValid(*schema_.graph, *node, example)) {
      continue;
    }
    if (trying() && first_problem_ == nullptr) {
      ++score_.problems;
      continue;
    }
    for (finding::Finding& fault :
         schema::Explain(*node, document::Value(payload_.example.document(), &example))) {
      Unfit(*node, example, fault);
    }
  }
}

void PromiseWalk::Unfit(const SchemaNode& node, const Node& example, finding::Finding& fault) {
  Problem(*incompatible_,
          example,
          About(Subject(), fault.message),
          fault.related.empty() ? schema::SpanOf(node, "") : fault.related.front().span);
  if (!judges()) {
    return;
  }
  finding::Finding& finding = remarks_.findings().back();
  finding.expected = std::move(fault.expected);
  finding.actual = std::move(fault.actual);
  finding.demand = match::InWords(walker_.rules());
  for (std::size_t i = 1; i < fault.related.size(); ++i) {
    finding.related.push_back(std::move(fault.related[i]));
  }
}

/// The example may come. What else may come, and does the consumer accept it?
void PromiseWalk::RemarkRules(const ProviderValues& values,
                              const SchemaNodes& schemas,
                              const Node& example) {
  if (schemas.empty()) {
    return;
  }
  RemarkNull(schemas, example);
  remarks_.ledger().Exercise(schemas.front()->source.get(), example);
  const match::ActiveRules& rules = walker_.rules();
  const auto refused = [&](const Node& value) { return !match::Accepts(rules, example, value); };
  const auto remark = [&](const finding::RuleInfo& rule, std::string message) {
    Remark(rule, SpanOf(example), std::move(message), schema::SpanOf(*schemas.front(), ""));
    remarks_.findings().back().demand = match::InWords(rules);
  };
  if (IsEquality(rules)) {
    auto untested = values.Listed().value_or(std::vector<const Node*>());
    std::erase_if(untested, [&](const Node* value) { return !refused(*value); });
    if (!untested.empty() && !example.is_null() && IsNews(kEnumUnexercised, *schemas.front())) {
      remark(kEnumUnexercised, fmt::format("{} was not tested with ", Subject()));
      remarks_.ledger().Postpone(
          schemas.front()->source.get(), untested, remarks_.findings().back());
    }
    return;
  }
  if (values.Exclude(rules, example)) {
    remark(kValueImpossible,
           fmt::format("nothing that {} may be satisfies the consumer's rule", Subject()));
  } else if (const Node* witness = values.FindRefused(rules, example); witness != nullptr) {
    remark(
        kValueWider,
        fmt::format("{} may be {}, which the consumer's rule refuses", Subject(), Shown(*witness)));
  }
}

void PromiseWalk::RemarkNull(const SchemaNodes& schemas, const Node& example) {
  const bool may_come = !schemas.empty() && ProviderValues(schema_, schemas).HoldNull();
  if (!may_come || example.is_null() || match::Accepts(walker_.rules(), example, Node())) {
    return;
  }
  // A schema that allows anything says nothing about null.
  const bool says_it = std::any_of(schemas.begin(), schemas.end(), [](const SchemaNode* node) {
    const SchemaNode& target = node->ref != nullptr ? *node->ref : *node;
    return target.types != schema::kAnyType || !target.any_of.empty() || !target.one_of.empty() ||
           !target.all_of.empty() || target.has_enum;
  });
  if (says_it && IsNews(kNullUnexercised, *schemas.front())) {
    static const Node null;
    Remark(kNullUnexercised,
           SpanOf(example),
           fmt::format("{} was not tested with ", Subject()),
           schema::SpanOf(*schemas.front(), "type"));
    remarks_.ledger().Postpone(schemas.front()->source.get(), {&null}, remarks_.findings().back());
  }
}

}  // namespace accord::conform
