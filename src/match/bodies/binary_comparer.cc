#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/match/rule_resolver.h"

#include "match/body_comparer.h"
#include "match/matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

constexpr std::size_t kShownBytes = 32;

// `image/jpeg, 30922 bytes, starting with ffd8…`
std::string Described(std::string_view bytes, const base::MediaType& type) {
  return fmt::format("{}, {} bytes, starting with {}",
                     type.ToString(),
                     bytes.size(),
                     base::HexEncode(bytes.substr(0, kShownBytes)));
}

// Bytes as people can read them.
std::string Shown(std::string_view bytes, const base::MediaType& type) {
  return base::IsUtf8(bytes) ? Excerpt(bytes) : "[" + Described(bytes, type) + "]";
}

class BinaryBodyComparer : public BodyComparer {
 public:
  void Compare(const BodyContext& context, std::vector<Mismatch>& out) const override {
    const std::string expected = context.expected.Bytes();
    const std::string actual = context.actual.Bytes();
    const RuleIndex index(context.rules);
    const ActiveRules rules = RuleWalker(index).rules();
    AddMismatches(Check(context, rules, expected, actual),
                  rules,
                  {Part::kBody,
                   "$",
                   Shown(expected, context.expected_type),
                   Shown(actual, context.actual_type),
                   context.expected.source},
                  out);
  }

 private:
  static std::vector<Failure> Check(const BodyContext& context,
                                    const ActiveRules& rules,
                                    std::string_view expected,
                                    std::string_view actual) {
    std::vector<Failure> failures;
    if (rules.empty()) {
      if (auto message = CheckEquality(context, expected, actual)) {
        failures.push_back({nullptr, *std::move(message)});
      }
      return failures;
    }
    for (const pact::Rule& rule : rules.rules) {
      auto message = rule.matcher == pact::Matcher::kEquality
                         ? CheckEquality(context, expected, actual)
                         : CheckRule(context, rule, expected, actual);
      if (message) {
        failures.push_back({&rule, *std::move(message)});
      } else if (rules.combine == pact::Combine::kOr) {
        return {};
      }
    }
    return failures;
  }

  static std::optional<std::string> CheckEquality(const BodyContext& context,
                                                  std::string_view expected,
                                                  std::string_view actual) {
    if (expected == actual) {
      return std::nullopt;
    }
    return fmt::format("Actual body [{}] is not equal to the expected body [{}]",
                       Described(actual, context.actual_type),
                       Described(expected, context.expected_type));
  }

  static std::optional<std::string> CheckRule(const BodyContext& context,
                                              const pact::Rule& rule,
                                              std::string_view expected,
                                              std::string_view actual) {
    auto message = CheckText(rule, expected, actual);
    if (message && !base::IsUtf8(*message)) {  // It quotes the bytes.
      message = fmt::format("Expected the body [{}] to match {}",
                            Described(actual, context.actual_type),
                            Demand(&rule, ActiveRules()));
    }
    return message;
  }
};

}  // namespace

const BodyComparer& BinaryComparer() {
  static const BinaryBodyComparer comparer;
  return comparer;
}

}  // namespace accord::match
