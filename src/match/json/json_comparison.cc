#include "match/json/json_comparison.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "match/text_form_matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using pact::Matcher;

/// More differences help nobody; the rest of the tree is not walked.
constexpr std::size_t kMaxMismatches = 1000;
/// What one rule of an OR list may say about its failure.
constexpr std::size_t kMaxPerAlternative = 20;
/// Documents are refused long before; this guards the stack against trees built by hand.
constexpr std::size_t kMaxDepth = 1200;

/// Matchers that decide about a value of another kind than the example's when they are one
/// alternative of several. The others describe the example's own kind.
bool JudgesAlone(Matcher matcher) {
  switch (matcher) {
    case Matcher::kNumber:
    case Matcher::kInteger:
    case Matcher::kDecimal:
    case Matcher::kBoolean:
    case Matcher::kNull:
    case Matcher::kSemver:
    case Matcher::kPlugin:
      return true;
    default:
      return JudgesTextForm(matcher);
  }
}

}  // namespace

const RuleIndex& JsonRun::IndexOf(const pact::Variant& variant) {
  std::unique_ptr<RuleIndex>& index = variants_[&variant];
  if (index == nullptr) {
    static const pact::RuleCategory no_rules;
    index = std::make_unique<RuleIndex>(variant.rules ? *variant.rules : no_rules);
  }
  return *index;
}

JsonComparison::JsonComparison(JsonRun& run,
                               const RuleIndex& rules,
                               std::vector<Mismatch>* out,
                               std::string root)
    : run_(run), walker_(rules), out_(out), root_(std::move(root)) {}

bool JsonComparison::Compare(const Node& expected, const Node& actual) {
  CompareValue({expected, actual});
  return failures_ == 0;
}

bool JsonComparison::Done() const {
  return out_ != nullptr ? out_->size() >= kMaxMismatches : failures_ > 0;
}

void JsonComparison::CompareValue(Pair pair) {
  if (Done()) {
    return;
  }
  const ActiveRules rules = walker_.rules();
  if (!pair.expected.is_container()) {
    CompareScalar(pair, rules);
    return;
  }
  if (walker_.depth() > kMaxDepth) {
    Fail(pair, nullptr, rules, [] { return "The body is nested too deep to compare"; });
    return;
  }
  if (rules.combine == pact::Combine::kOr && rules.rules.size() > 1) {
    CompareAlternatives(pair, rules);
  } else {
    CompareContainer(pair, rules);
  }
}

void JsonComparison::CompareContainer(Pair pair, const ActiveRules& rules) {
  if (pair.expected.kind() != pair.actual.kind()) {
    Fail(pair, nullptr, rules, [&] {
      return fmt::format("Type mismatch: Expected {} to be the same type as {}",
                         ShownWithType(pair.actual),
                         ShownWithType(pair.expected));
    });
  } else if (pair.expected.is_object()) {
    CompareObject(pair, rules);
  } else {
    CompareArray(pair, rules);
  }
}

/// Each rule of an OR list is tried as if it stood alone, here and for everything that inherits it.
void JsonComparison::CompareAlternatives(Pair pair, const ActiveRules& rules) {
  const std::size_t failures_before = std::exchange(failures_, 0);
  std::vector<Mismatch> found;
  std::vector<Mismatch>* const out = std::exchange(out_, out_ != nullptr ? &found : nullptr);
  std::vector<Mismatch> collected;
  ++nesting_;
  for (const pact::Rule& rule : rules.rules) {
    ActiveRules alternative = rules;
    alternative.rules = {&rule, 1};
    alternative.combine = pact::Combine::kAnd;
    failures_ = 0;
    found.clear();
    if (!run_.MayTryAlternative(nesting_)) {
      Fail(pair, nullptr, rules, [] { return "Too many nested alternatives to decide"; });
    } else {
      walker_.SetRules(alternative);
      CompareAlternative(pair, alternative);
    }
    if (failures_ == 0) {
      collected.clear();
      break;
    }
    const std::size_t kept = std::min(found.size(), kMaxPerAlternative);
    std::move(found.begin(),
              found.begin() + static_cast<std::ptrdiff_t>(kept),
              std::back_inserter(collected));
  }
  --nesting_;
  out_ = out;
  walker_.SetRules(rules);
  failures_ += failures_before;
  if (out_ != nullptr) {
    std::move(collected.begin(), collected.end(), std::back_inserter(*out_));
  }
}

/// `rules` is one alternative; it may accept a value of another kind than the example.
void JsonComparison::CompareAlternative(Pair pair, const ActiveRules& rules) {
  const pact::Rule& rule = rules.rules.front();
  if (pair.expected.kind() == pair.actual.kind() || !JudgesAlone(rule.matcher)) {
    CompareContainer(pair, rules);
    return;
  }
  if (std::optional<std::string> message =
          CheckJson(rule, pair.expected, pair.actual, run_.options())) {
    Fail(pair, &rule, rules, [&] { return *std::move(message); });
  }
}

void JsonComparison::CompareScalar(Pair pair, const ActiveRules& rules) {
  if (rules.empty()) {
    if (!document::Equal(pair.expected, pair.actual, run_.options().numbers_by_value)) {
      Fail(pair, nullptr, rules, [&] {
        return fmt::format("Expected {} to be equal to {}",
                           ShownWithType(pair.actual),
                           ShownWithType(pair.expected));
      });
    }
    return;
  }
  std::vector<Failure> failures;
  for (const pact::Rule& rule : rules.rules) {
    std::optional<std::string> message =
        CheckJson(rule, pair.expected, pair.actual, run_.options());
    if (message) {
      failures.push_back({&rule, *std::move(message)});
    } else if (rules.combine == pact::Combine::kOr) {
      return;
    }
  }
  for (Failure& failure : failures) {
    Fail(pair, failure.rule, rules, [&] { return std::move(failure.message); });
  }
}

void JsonComparison::CheckSize(Pair pair, const pact::Rule& rule, const ActiveRules& rules) {
  if (rules.cascaded || (!rule.min && !rule.max)) {
    return;
  }
  const bool list = pair.actual.is_array();
  const std::size_t size = list ? pair.actual.items().size() : pair.actual.members().size();
  const auto sentence = [&](std::string_view bound, std::uint64_t limit) {
    return fmt::format("Expected {} (size {}) to have {} size of {}",
                       list ? ShownList(pair.actual) : Shown(pair.actual),
                       size,
                       bound,
                       limit);
  };
  if (rule.min && size < *rule.min) {
    Fail(pair, &rule, rules, [&] { return sentence("minimum", *rule.min); });
  }
  if (rule.max && size > *rule.max) {
    Fail(pair, &rule, rules, [&] { return sentence("maximum", *rule.max); });
  }
}

/// An equality rule on a container is deep and strict. What the walk below has found already is
/// not said twice.
void JsonComparison::CheckDeepEquality(Pair pair,
                                       const ActiveRules& rules,
                                       std::size_t failures_before) {
  if (failures_ != failures_before || !rules.HasOwn(Matcher::kEquality) ||
      document::Equal(pair.expected, pair.actual, run_.options().numbers_by_value)) {
    return;
  }
  Fail(pair, nullptr, rules, [&] {
    return fmt::format("Expected {} to be equal to {}", Shown(pair.actual), Shown(pair.expected));
  });
}

/// Compares a child under the nested rules of an eachValue rule, which hide all outer ones.
void JsonComparison::CompareUnder(const pact::Rule* each_value,
                                  const ActiveRules& outer,
                                  Pair pair) {
  if (each_value != nullptr && each_value->details != nullptr) {
    walker_.ReplaceRules({each_value->details->rules, pact::Combine::kAnd, false, outer.entry});
  }
  CompareValue(pair);
}

void JsonComparison::Report(Pair pair,
                            const pact::Rule* rule,
                            const ActiveRules& rules,
                            std::string message) {
  if (out_->size() == kMaxMismatches - 1) {
    message += fmt::format(" (comparing stopped after {} differences)", kMaxMismatches);
  }
  out_->push_back({Part::kBody,
                   Path(),
                   std::move(message),
                   Excerpt(pair.expected),
                   Excerpt(pair.actual),
                   Demand(rule, rules),
                   InContract(pair.expected)});
}

document::Value JsonComparison::InContract(const Node& expected) const {
  return run_.contract() != nullptr ? document::Value(run_.contract(), &expected)
                                    : document::Value();
}

}  // namespace accord::match
