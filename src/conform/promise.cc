#include "conform/promise.h"

#include <fmt/format.h>

#include "accord/schema/validate.h"

#include "conform/promise_walk.h"
#include "conform/rules.h"

namespace accord::conform {
namespace {

using document::Node;
using schema::SchemaNode;

const pact::RuleCategory& NoRules() {
  static const pact::RuleCategory none;
  return none;
}

/// `$.items[3].id` with `[*]` for each index.
std::string FieldPath(const std::string& path) {
  std::string out;
  bool in_index = false;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const bool opens =
        path[i] == '[' && i + 1 < path.size() && path[i + 1] >= '0' && path[i + 1] <= '9';
    in_index = in_index ? path[i] != ']' : opens;
    if (opens) {
      out += "[*";
    } else if (!in_index) {
      out += path[i];
    }
  }
  return out;
}

}  // namespace

PromiseWalk::PromiseWalk(const CompiledSchema& schema,
                         const Payload& payload,
                         const finding::RuleInfo* incompatible,
                         Remarks& remarks,
                         FieldPaths* fields)
    : schema_(schema),
      payload_(payload),
      incompatible_(incompatible),
      remarks_(remarks),
      fields_(fields),
      index_(payload.rules != nullptr ? *payload.rules : NoRules()),
      walker_(index_) {}

void PromiseWalk::Run() {
  Value({schema_.root}, *payload_.example);
  if (steps_ > kMaxSteps) {
    remarks_.NotChecked(payload_.path + ", all of it: there are too many alternatives");
  }
}

void PromiseWalk::Value(const SchemaNodes& schemas, const Node& example) {
  if (++steps_ > kMaxSteps) {
    return;
  }
  if (fields_ != nullptr && !trying()) {
    fields_->insert(FieldPath(walker_.Path()));
  }
  if (example.is_container()) {
    Container(schemas, example);
  } else if (trying() || judges()) {
    Scalar(schemas, example);
  }
}

void PromiseWalk::Container(const SchemaNodes& schemas, const Node& example) {
  Scope scope;
  for (const SchemaNode* node : schemas) {
    Gather(*node, example, {}, scope);
  }
  const Around* const outer_around = std::exchange(around_, nullptr);
  const std::size_t findings_before = remarks_.findings().size();
  std::vector<FailedUnion> outer = std::exchange(failed_, {});
  Choose(example, scope);
  std::vector<FailedUnion> own = std::exchange(failed_, {});
  Contents(scope, example);
  failed_ = std::move(own);
  if (!failed_.empty() && judges()) {
    AddAlternatives(example, findings_before);
  }
  failed_ = std::move(outer);
  around_ = outer_around;
  if (judges()) {
    RemarkNull(schemas, example);
  }
}

void PromiseWalk::Contents(const Scope& scope, const Node& example) {
  if (!FitsKind(scope, example)) {
    return;
  }
  if (example.is_object()) {
    Object(scope, example);
  } else {
    Array(scope, example);
  }
}

void PromiseWalk::Problem(const finding::RuleInfo& rule,
                          const Node& at,
                          std::string message,
                          finding::Span described) {
  if (trying()) {
    ++score_.problems;
    if (first_problem_ != nullptr && first_problem_->empty()) {
      *first_problem_ = std::move(message);
    }
    return;
  }
  Remark(rule, SpanOf(at), std::move(message), std::move(described));
}

void PromiseWalk::Remark(const finding::RuleInfo& rule,
                         finding::Span span,
                         std::string message,
                         finding::Span described) {
  if (judges() || (incompatible_ == nullptr && !trying())) {
    remarks_.Add(rule, std::move(message), {std::move(span), Path(), std::move(described)});
  }
}

std::string PromiseWalk::Path() const {
  return payload_.path + walker_.Path().substr(1);
}

std::string PromiseWalk::Subject() const {
  const std::string path = walker_.Path();
  return path == "$" ? "the body" : fmt::format("'{}'", path.substr(path[1] == '.' ? 2 : 1));
}

finding::Span PromiseWalk::SpanOf(const Node& node) const {
  const document::DocumentPtr& document = payload_.example.document();
  const bool has_place = document && !document->source().empty() && !payload_.span.known();
  return has_place ? document->SpanOf(node) : payload_.span;
}

void CheckPromise(const CompiledSchema& promise,
                  const Payload& payload,
                  const finding::RuleInfo& incompatible,
                  Remarks& remarks,
                  FieldPaths* fields) {
  PromiseWalk(promise, payload, &incompatible, remarks, fields).Run();
}

void CheckSent(const CompiledSchema& accepted,
               const Payload& payload,
               Remarks& remarks,
               FieldPaths* fields) {
  PromiseWalk(accepted, payload, nullptr, remarks, fields).Run();
}

}  // namespace accord::conform
