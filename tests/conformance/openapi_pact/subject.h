#pragma once

#include <string>
#include <vector>

#include "accord/document/document.h"
#include "accord/finding/report.h"

namespace accord::conform::test {

/// A finding as the suite has it.
struct Remark {
  std::string code;
  std::string type;         ///< `error`, `warning`, `info`.
  std::string interaction;  ///< Its description; empty for what belongs to none.
  std::string location;     ///< `[root].interactions[0].response.body.id`.
  std::string message;
};

/// What accord says about a contract and its specifications.
struct Verdict {
  std::vector<Remark> remarks;  ///< All of them, in accord's words.
  std::vector<finding::Check> checks;
  bool failed = false;  ///< Some finding is an error.
};

Verdict Judge(const document::DocumentPtr& pact,
              const std::vector<document::DocumentPtr>& specifications);

}  // namespace accord::conform::test
