#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/match/accepts.h"

#include "conform/http.h"
#include "conform/rules.h"

namespace accord::conform {
namespace {

std::string RangeOf(int status) {
  return fmt::format("{}XX", status / 100);
}

struct StatusRange {
  int first = 0;
  int last = 0;
};

/// What a response is for, unless others are for parts of it.
StatusRange StatusesOf(std::string_view status) {
  constexpr StatusRange kAll{100, 599};
  if (status.size() != 3 || status.front() < '1' || status.front() > '5') {
    return kAll;
  }
  const int hundreds = (status.front() - '0') * 100;
  if (base::EqualsIgnoreCase(status.substr(1), "XX")) {
    return {hundreds, hundreds + 99};
  }
  const int exact = hundreds + (status[1] - '0') * 10 + (status[2] - '0');
  return {exact, exact};
}

}  // namespace

const openapi::Response* HttpCheck::FindByStatus(std::string_view status) const {
  const std::vector<openapi::Response>& all = operation().responses;
  const auto found = std::find_if(all.begin(), all.end(), [&](const openapi::Response& one) {
    return base::EqualsIgnoreCase(one.status, status);
  });
  return found != all.end() ? &*found : nullptr;
}

const openapi::Response* HttpCheck::ResponseFor(int status) const {
  const openapi::Response* found = FindByStatus(std::to_string(status));
  found = found != nullptr ? found : FindByStatus(RangeOf(status));
  return found != nullptr ? found : FindByStatus("default");
}

bool HttpCheck::AcceptsStatus(int status) const {
  const pact::RuleList& rules = response().rules.status;
  const int example = response().status;
  return rules.empty()
             ? status == example
             : match::AcceptsText(
                   match::AsActiveRules(rules), std::to_string(example), std::to_string(status));
}

std::optional<int> HttpCheck::AcceptedStatus(const openapi::Response& described) const {
  const StatusRange range = StatusesOf(described.status);
  for (int status = range.first; status <= range.last; ++status) {
    if (AcceptsStatus(status) && ResponseFor(status) == &described) {
      return status;
    }
  }
  return std::nullopt;
}

const openapi::Response* HttpCheck::FindResponse() {
  const int status = response().status;
  const match::ActiveRules rules = match::AsActiveRules(response().rules.status);
  const Place place{
      SpanInside(response().source, "status", ""), "response.status", operation().source.Span()};
  const auto add = [&](const finding::RuleInfo& rule, std::string message) {
    remarks_.Add(rule, std::move(message), place).demand = match::InWords(rules);
  };
  const openapi::Response* const found = ResponseFor(status);
  if (found != nullptr && base::EqualsIgnoreCase(found->status, "default")) {
    add(kStatusDefault, fmt::format("status {} is covered by the default response only", status));
  }
  if (found != nullptr && AcceptsStatus(status)) {
    return found;
  }
  for (const openapi::Response& other : operation().responses) {
    const auto accepted = AcceptedStatus(other);
    if (accepted && found == nullptr) {
      add(kExampleImpossible,
          fmt::format("the status is never {}, but its rule also accepts {}, which may come",
                      status,
                      *accepted));
    }
    if (accepted) {
      return found != nullptr ? found : &other;
    }
  }
  if (found == nullptr) {
    add(kStatusUnknown, fmt::format("status {} is not described", status));
  } else {
    add(kValueImpossible, "no status that is described satisfies the consumer's rule");
  }
  return found;
}

void HttpCheck::CheckOtherResponses(const openapi::Response& expected) {
  if (response().rules.status.empty()) {
    return;
  }
  for (const openapi::Response& other : operation().responses) {
    const bool is_rest = base::EqualsIgnoreCase(other.status, "default");
    const auto status = &other == &expected || is_rest ? std::nullopt : AcceptedStatus(other);
    if (!status) {
      continue;
    }
    Ledger ledger = remarks_.ledger();
    Remarks remarks(ledger);
    HttpCheck check(interaction_, workshop_, remarks);
    check.route_ = route_;
    check.CheckResponse(other);
    const auto fault = std::find_if(
        remarks.findings().begin(), remarks.findings().end(), [](const finding::Finding& one) {
          return one.severity == finding::Severity::kError;
        });
    if (fault == remarks.findings().end()) {
      continue;
    }
    finding::Finding& finding = remarks_.Add(
        kValueWider,
        fmt::format(
            "the status may be {}, which the rule accepts, but then: {}", *status, fault->message),
        {SpanInside(response().source, "status", ""), "response.status", other.source.Span()});
    finding.demand = match::InWords(match::AsActiveRules(response().rules.status));
    finding.related.push_back({"this is expected with it", fault->span});
  }
}

}  // namespace accord::conform
