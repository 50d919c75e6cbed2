#include "cli/instance_tally.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace accord::cli {
namespace {

constexpr std::size_t kFew = 50;

}  // namespace

finding::Check InstanceTally::MakeCheck(const std::string& name) const {
  finding::Check check;
  check.kind = "document";
  check.group = group_;
  check.name = name;
  return check;
}

void InstanceTally::Keep(std::vector<finding::Finding>& findings) {
  findings.resize(std::min(findings.size(), max_findings_ - kept_));
  kept_ += findings.size();
}

void InstanceTally::AddValid(const std::string& name) {
  ++valid_;
  if (many_) {
    return;
  }
  if (instances() <= kFew) {
    report_.checks.push_back(MakeCheck(name));
    return;
  }
  many_ = true;
  std::erase_if(report_.checks, [](const finding::Check& check) {
    return check.outcome == finding::Outcome::kPassed;
  });
}

void InstanceTally::AddInvalid(const std::string& name, std::vector<finding::Finding> findings) {
  ++invalid_;
  Keep(findings);
  if (findings.empty()) {
    ++untold_;
    return;
  }
  finding::Check check = MakeCheck(name);
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
  report_.scope = fmt::format(
      "{} document{} checked, {} invalid", instances(), instances() == 1 ? "" : "s", invalid_);
  if (unreadable_ > 0) {
    report_.scope += fmt::format(", {} unreadable", unreadable_);
  }
  if (untold_ > 0) {
    report_.notices.push_back(fmt::format(
        "{} more that failed are not shown (--max-findings {})", untold_, max_findings_));
  }
}

}  // namespace accord::cli
