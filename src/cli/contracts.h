#pragma once

#include <functional>
#include <string>
#include <vector>

#include "accord/base/result.h"
#include "accord/document/input.h"
#include "accord/finding/report.h"
#include "accord/pact/pact.h"

namespace accord::cli {

/// An OpenAPI document.
struct DescriptionFile {
  document::DocumentPtr document;
  std::string uri;  ///< Where it was found.
};

/// Contracts that could be read, and what is wrong with the others.
struct Contracts {
  std::vector<pact::Pact> pacts;
  std::vector<DescriptionFile> descriptions;  ///< When they were asked for; not yet read.
  std::vector<finding::Finding> findings;
  std::size_t unreadable = 0;  ///< Inputs that gave no contract.
};

struct ContractQuery {
  std::vector<std::string> inputs;  ///< Files, folders, globs, URLs, `-`.
  std::string provider;             ///< Only contracts of this provider; empty = all.
  document::FetchUrl fetch;
  bool descriptions = false;  ///< OpenAPI documents are welcome too.
};

/// Reads every input. What a folder or glob holds besides contracts is left alone; an input that
/// was named itself and cannot be read is a finding, and the others still load. An error only
/// when a name is empty.
base::Result<Contracts> LoadContracts(const ContractQuery& query);

}  // namespace accord::cli
