#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "accord/document/document.h"
#include "accord/finding/finding.h"
#include "accord/pact/pact.h"

namespace accord::pact {

/// Holds the parts of one contract against the JSON Schema of its version.
///
/// Interactions of a contract repeat each other in form: the same members with values of the same
/// types. A form that was found to be right is not looked at again, which is most of the work on
/// large files.
class FormCheck {
 public:
  FormCheck(document::DocumentPtr document, SpecVersion version);

  /// Adds what the schema says about a part (`interaction`, `message`, `metadata` …) to what
  /// `findings` say about it already. Two complaints about one place become one.
  void Check(const char* part, const document::Node& node, std::vector<finding::Finding>& findings);

 private:
  document::DocumentPtr document_;
  std::string schema_;
  std::unordered_set<std::uint64_t> good_forms_;
};

/// Hash of everything that the schemas look at: member names, types, numbers and the few texts that
/// name kinds. Not the payloads.
std::uint64_t HashForm(const document::Node& node);

}  // namespace accord::pact
