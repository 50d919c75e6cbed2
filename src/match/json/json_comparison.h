#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "accord/document/value.h"
#include "accord/match/rule_resolver.h"

#include "match/matchers.h"

namespace accord::match {

/// What the comparisons of one body share.
class JsonRun {
 public:
  /// `contract` owns the expected nodes.
  JsonRun(const Options& options, bool allow_unexpected, document::DocumentPtr contract)
      : options_(options), contract_(std::move(contract)), allow_unexpected_(allow_unexpected) {}

  const Options& options() const { return options_; }
  const document::DocumentPtr& contract() const { return contract_; }
  bool allow_unexpected() const { return allow_unexpected_; }

  /// The rules of an arrayContains variant, indexed once.
  const RuleIndex& IndexOf(const pact::Variant& variant);
  /// OR lists below OR lists multiply the ways to try. False when that has gone too far.
  bool MayTryAlternative(std::size_t nesting) {
    constexpr std::size_t kFreeNesting = 3;
    return nesting <= kFreeNesting || (alternatives_left_ > 0 && --alternatives_left_ > 0);
  }
  /// Explaining why a variant was not found compares again; explanations do not nest.
  bool MayExplain() { return !explaining_ && explanations_left_ > 0 && --explanations_left_ > 0; }
  void set_explaining(bool explaining) { explaining_ = explaining; }

 private:
  const Options& options_;
  document::DocumentPtr contract_;
  bool allow_unexpected_;
  std::map<const pact::Variant*, std::unique_ptr<RuleIndex>> variants_;
  std::uint32_t alternatives_left_ = 200'000;
  std::uint32_t explanations_left_ = 20;
  bool explaining_ = false;
};

/// Compares two JSON trees under the rules of one category.
class JsonComparison {
 public:
  /// Collects mismatches in `out`; their paths start with `root`.
  JsonComparison(JsonRun& run,
                 const RuleIndex& rules,
                 std::vector<Mismatch>* out,
                 std::string root = "$");
  /// Only finds out whether there are any, and stops at the first.
  JsonComparison(JsonRun& run, const RuleIndex& rules) : JsonComparison(run, rules, nullptr) {}

  /// True when nothing differs.
  bool Compare(const document::Node& expected, const document::Node& actual);

 private:
  using Node = document::Node;
  struct Pair {
    const Node& expected;
    const Node& actual;
  };

  void CompareValue(Pair pair);
  void CompareContainer(Pair pair, const ActiveRules& rules);
  void CompareAlternatives(Pair pair, const ActiveRules& rules);
  void CompareAlternative(Pair pair, const ActiveRules& rules);
  void CompareScalar(Pair pair, const ActiveRules& rules);

  void CompareObject(Pair pair, const ActiveRules& rules);
  bool CheckObjectRule(Pair pair, const pact::Rule& rule, const ActiveRules& rules);
  void CheckEachKey(Pair pair, const pact::Rule& rule, const ActiveRules& rules);
  void CompareMembers(Pair pair, const ActiveRules& rules, bool check_keys);
  void CheckUnexpectedKeys(Pair pair, const ActiveRules& rules);
  void CompareEveryMember(Pair pair, const pact::Rule* each_value, const ActiveRules& rules);

  void CompareArray(Pair pair, const ActiveRules& rules);
  bool CheckArrayRule(Pair pair, const pact::Rule& rule, const ActiveRules& rules);
  void CompareItems(Pair pair, const ActiveRules& rules);
  void CompareEveryItem(Pair pair, const pact::Rule* each_value, const ActiveRules& rules);
  void CheckVariants(Pair pair, const pact::Rule& rule, const ActiveRules& rules);

  void CheckSize(Pair pair, const pact::Rule& rule, const ActiveRules& rules);
  void CheckDeepEquality(Pair pair, const ActiveRules& rules, std::size_t failures_before);
  void CompareUnder(const pact::Rule* each_value, const ActiveRules& outer, Pair pair);

  /// Enough is known: stop walking.
  bool Done() const;
  /// `words` makes the sentence; it is called only when somebody reads it.
  template <typename Words>
  void Fail(Pair pair, const pact::Rule* rule, const ActiveRules& rules, const Words& words) {
    ++failures_;
    if (out_ != nullptr) {
      Report(pair, rule, rules, words());
    }
  }
  void Report(Pair pair, const pact::Rule* rule, const ActiveRules& rules, std::string message);
  document::Value InContract(const Node& expected) const;
  std::string Path() const { return root_ + walker_.Path().substr(1); }

  JsonRun& run_;
  RuleWalker walker_;
  std::vector<Mismatch>* out_;
  std::string root_;
  std::size_t failures_ = 0;
  std::size_t nesting_ = 0;  // OR lists above this place.
};

}  // namespace accord::match
