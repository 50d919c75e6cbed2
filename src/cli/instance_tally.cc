#include "cli/instance_tally.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace accord::cli {
namespace {

constexpr std::size_t kFew = 50;

}  // namespace

finding::Check InstanceTally::MakeCheck(const std::string& name, std::uint64_t line) const {
  finding::Check check;
  check.kind = "document";
  check.group = group_;
  check.name = line == 0 ? name : fmt::format("{}:{}", name, line);
  return check;
}

void InstanceTally::Keep(std::vector<finding::Finding>& findings) {
  findings.resize(std::min(findings.size(), max_findings_ - kept_));
  kept_ += findings.size();
}

void InstanceTally::AddValid(const std::string& name, std::uint64_t line) {
  ++valid_;
  if (many_) {
    return;
  }
  if (instances() <= kFew) {
    report_.checks.push_back(MakeCheck(name, line));
    return;
  }
  many_ = true;
  std::erase_if(report_.checks, [](const finding::Check& check) {
    return check.outcome == finding::Outcome::kPassed;
  });
}

void InstanceTally::AddInvalid(const std::string& name,
                               std::uint64_t line,
                               std::vector<finding::Finding> findings) {
  ++invalid_;
  Keep(findings);
  if (findings.empty()) {
    ++untold_;
    return;
  }
  finding::Check check = MakeCheck(name, line);
  check.outcome = finding::Outcome::kFailed;
  check.span.file = findings.front().span.file;
  check.findings = std::move(findings);
  report_.checks.push_back(std::move(check));
}

void InstanceTally::AddUnreadable(std::vector<finding::Finding> findings) {
  ++unreadable_;
  const std::size_t before = kept_;
  AddRemarks(std::move(findings));
  untold_ += kept_ == before ? 1U : 0U;
}

void InstanceTally::AddRemarks(std::vector<finding::Finding> findings) {
  Keep(findings);
  std::move(findings.begin(), findings.end(), std::back_inserter(report_.findings));
}

void InstanceTally::Close() {
  if (many_ || untold_ > 0) {
    report_.scope =
        fmt::format("{} documents in all: {} invalid", valid_ + invalid_ + unreadable_, invalid_);
    report_.scope += unreadable_ > 0 ? fmt::format(", {} unreadable", unreadable_) : "";
  }
  if (untold_ > 0) {
    report_.notices.push_back(fmt::format(
        "{} more that failed are not shown (--max-findings {})", untold_, max_findings_));
  }
}

}  // namespace accord::cli
