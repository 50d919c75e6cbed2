#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "accord/finding/report.h"

namespace accord::cli {

/// Collects what became of many documents in a report whose size stays bounded: every document has
/// a check of its own while they are few, only failing ones when they are many, and of those no
/// more than there are findings to show.
class InstanceTally {
 public:
  InstanceTally(std::string group, std::size_t max_findings, finding::Report& report)
      : group_(std::move(group)), max_findings_(max_findings), report_(report) {}

  /// `line` is that of the document in a stream; 0: `name` holds it alone.
  void AddValid(const std::string& name, std::uint64_t line);
  /// `findings` may be empty once !wants_findings().
  void AddInvalid(const std::string& name,
                  std::uint64_t line,
                  std::vector<finding::Finding> findings);
  /// Something that could not be read as a document.
  void AddUnreadable(std::vector<finding::Finding> findings);
  /// Remarks about a document that are no reason to refuse it.
  void AddRemarks(std::vector<finding::Finding> findings);

  /// False when as many findings are kept as may be: more need not be worked out.
  bool wants_findings() const { return kept_ < max_findings_; }
  std::size_t instances() const { return valid_ + invalid_; }
  std::size_t invalid() const { return invalid_; }
  std::size_t unreadable() const { return unreadable_; }

  /// Says in the report how much there was, and what is not shown of it.
  void Close();

 private:
  void Keep(std::vector<finding::Finding>& findings);
  finding::Check MakeCheck(const std::string& name, std::uint64_t line) const;

  std::string group_;
  std::size_t max_findings_;
  finding::Report& report_;
  std::size_t valid_ = 0;
  std::size_t invalid_ = 0;
  std::size_t unreadable_ = 0;
  std::size_t kept_ = 0;
  std::size_t untold_ = 0;  // Invalid or unreadable ones that nothing is shown of.
  bool many_ = false;
};

}  // namespace accord::cli
