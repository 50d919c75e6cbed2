#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"
#include "accord/match/accepts.h"
#include "accord/schema/validate.h"

#include "conform/promise_walk.h"
#include "conform/rules.h"
#include "conform/value_remarks.h"

namespace accord::conform {
namespace {

using document::Node;
using schema::SchemaNode;

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
  const Acceptance accepts{walker_.rules(), example};
  const auto subject = [this] { return Subject(); };
  if (!fits) {
    if (const auto remark = RemarkOnOthers(values, accepts, subject)) {
      Remark(*remark, *schemas.front(), example);
    } else {
      Unfit(schemas, example);
    }
    return;
  }
  if (schemas.empty()) {
    return;
  }
  RemarkNull(schemas, example);
  remarks_.ledger().Exercise(schemas.front()->source.get(), example);
  if (const auto remark = RemarkOn(values, accepts, subject)) {
    Remark(*remark, *schemas.front(), example);
  }
}

void PromiseWalk::Remark(const ValueRemark& remark, const SchemaNode& schema, const Node& example) {
  if (!remark.untested.empty() && !IsNews(*remark.rule, schema)) {
    return;
  }
  Remark(*remark.rule, SpanOf(example), remark.message, schema::SpanOf(schema, ""));
  finding::Finding& finding = remarks_.findings().back();
  finding.demand = match::InWords(walker_.rules());
  if (!remark.untested.empty()) {
    remarks_.ledger().Postpone(schema.source.get(), remark.untested, finding);
  }
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
