#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "accord/base/result.h"

namespace accord::compatibility {

using Row = std::vector<std::string>;
/// One row of a table under its header row: column → cell.
using Record = std::map<std::string, std::string, std::less<>>;

/// One step, without its keyword.
struct Step {
  std::string text;
  std::vector<Row> table;
  std::string doc_string;
  std::size_t line = 0;

  /// The rows below the first one, by the names in the first one.
  std::vector<Record> Records() const;
};

/// One scenario with everything that runs in it: the background's steps come first.
struct Scenario {
  std::string name;
  std::vector<std::string> tags;  ///< With `@`; those of the feature first.
  std::vector<Step> steps;
  std::size_t line = 0;
};

struct Feature {
  std::string name;
  std::vector<Scenario> scenarios;  ///< Outlines are expanded, one scenario per example.
};

/// Parses a feature in English Gherkin. The error names the line.
base::Result<Feature> ParseFeature(std::string_view text);

}  // namespace accord::compatibility
