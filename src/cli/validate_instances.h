#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "accord/document/document.h"
#include "accord/document/input.h"
#include "accord/schema/validate.h"

#include "cli/instance_tally.h"
#include "cli/progress.h"
#include "cli/streams.h"

namespace accord::cli {

/// Checks documents against one schema, one after the other: whole files, and streams of one JSON
/// text per line, of which only the line at hand is in memory.
class InstanceChecker {
 public:
  struct Options {
    bool ndjson = false;                         ///< Every input has a document on each line.
    std::optional<schema::OutputFormat> output;  ///< Written to `out`, one line per document.
  };

  InstanceChecker(const schema::Schema& schema,
                  Options options,
                  InstanceTally& tally,
                  Progress& progress,
                  std::ostream& out)
      : schema_(schema), options_(options), tally_(tally), progress_(progress), out_(out) {}

  void Check(const document::Input& input, const document::InputOptions& options);

 private:
  void CheckWhole(const document::Input& input, const document::InputOptions& options);
  void CheckLines(const document::Input& input, const document::InputOptions& options);
  void CheckStream(std::istream& stream, const std::string& name, std::uint64_t size);
  void CheckLine(const std::string& name, std::string line, std::uint32_t number);
  void CheckDocument(const document::DocumentPtr& document, const std::string& name);

  const schema::Schema& schema_;
  Options options_;
  InstanceTally& tally_;
  Progress& progress_;
  std::ostream& out_;
  std::uint32_t line_ = 0;  // Of the document at hand in its input; 0: it is the whole input.
};

}  // namespace accord::cli
