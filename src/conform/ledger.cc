#include "conform/ledger.h"

#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/document.h"

namespace accord::conform {
namespace {

constexpr std::size_t kShownValue = 60;
constexpr std::size_t kShownValues = 8;

std::string TextOf(const document::Node& value) {
  return document::WriteJson(value, {.indent = 0});
}

std::string Listed(std::vector<std::string> values) {
  const std::size_t count = values.size();
  values.resize(std::min(count, kShownValues));
  for (std::string& value : values) {
    value = base::Ellipsize(value, kShownValue);
  }
  if (count > kShownValues) {
    values.push_back(fmt::format("{} more", count - kShownValues));
  }
  return base::Join(values, ", ");
}

}  // namespace

void Ledger::Exercise(const document::Node* schema, const document::Node& value) {
  exercised_[schema].insert(TextOf(value));
}

void Ledger::Postpone(const document::Node* schema,
                      const std::vector<const document::Node*>& untested,
                      finding::Finding& remark) {
  Postponed entry{schema, {}};
  for (const document::Node* value : untested) {
    entry.untested.push_back(TextOf(*value));
  }
  remark.fingerprint = std::to_string(postponed_.size());  // Not made before the report is.
  postponed_.push_back(std::move(entry));
}

bool Ledger::Complete(finding::Finding& remark) const {
  if (remark.fingerprint.empty()) {
    return true;
  }
  const Postponed& entry = postponed_[std::stoul(std::exchange(remark.fingerprint, {}))];
  std::vector<std::string> untested = entry.untested;
  if (const auto tested = exercised_.find(entry.schema); tested != exercised_.end()) {
    std::erase_if(untested,
                  [&](const std::string& value) { return tested->second.count(value) != 0; });
  }
  remark.message += Listed(untested);
  return !untested.empty();
}

}  // namespace accord::conform
