#pragma once

#include <set>
#include <string>

#include "accord/document/value.h"
#include "accord/finding/finding.h"
#include "accord/pact/matching_rules.h"

#include "conform/remarks.h"
#include "conform/schemas.h"

namespace accord::conform {

/// A payload that a consumer expects or sends.
struct Payload {
  document::Value example;
  const pact::RuleCategory* rules = nullptr;  ///< nullptr: none.
  std::string path;                           ///< `response.body`.
  finding::Span span;                         ///< When the example has no place of its own.
};

/// Paths of fields that were met: `$.items[*].id`.
using FieldPaths = std::set<std::string>;

/// Whether what the consumer expects is a part of what the provider may send. Nothing has to be
/// there, but each property must be described, and values must fit. `incompatible` is the rule of
/// what does not; remarks beyond that have rules of their own.
void CheckPromise(const CompiledSchema& promise,
                  const Payload& payload,
                  const finding::RuleInfo& incompatible,
                  Remarks& remarks,
                  FieldPaths* fields);

/// The same walk over what a consumer sends: only properties that nothing describes are told.
void CheckSent(const CompiledSchema& accepted,
               const Payload& payload,
               Remarks& remarks,
               FieldPaths* fields);

}  // namespace accord::conform
