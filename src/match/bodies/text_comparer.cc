#include <fmt/format.h>

#include "accord/match/rule_resolver.h"

#include "match/body_comparer.h"
#include "match/matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

class TextBodyComparer : public BodyComparer {
 public:
  void Compare(const BodyContext& context, std::vector<Mismatch>& out) const override {
    const std::string expected = context.expected.Bytes();
    const std::string actual = context.actual.Bytes();
    const RuleIndex index(context.rules);
    const ActiveRules rules = RuleWalker(index).rules();
    std::vector<Failure> failures;
    if (!rules.empty()) {
      failures = CheckTextRules(rules, expected, actual);
    } else if (expected != actual) {
      failures.push_back(
          {nullptr,
           fmt::format("Expected body {} to match {} using equality but did not match",
                       Quoted(expected),
                       Quoted(actual))});
    }
    AddMismatches(failures,
                  rules,
                  {Part::kBody, "$", Excerpt(expected), Excerpt(actual), context.expected.source},
                  out);
  }
};

}  // namespace

const BodyComparer& TextComparer() {
  static const TextBodyComparer comparer;
  return comparer;
}

}  // namespace accord::match
