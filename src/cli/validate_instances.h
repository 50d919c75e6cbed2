#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "accord/document/document.h"
#include "accord/document/input.h"
#include "accord/document/json_lines.h"
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
  void CheckStream(document::JsonLines& lines, const std::string& name, std::uint64_t size);
  void AddUnreadable(const std::string& name, std::string message);
  /// `line`: where the document stands in its stream; 0: it is the whole input.
  void CheckDocument(const document::DocumentPtr& document, std::uint64_t line);

  const schema::Schema& schema_;
  Options options_;
  InstanceTally& tally_;
  Progress& progress_;
  std::ostream& out_;
};

}  // namespace accord::cli
