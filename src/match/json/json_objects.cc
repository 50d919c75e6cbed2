#include <algorithm>

#include <fmt/format.h>

#include "match/json/json_comparison.h"
#include "match/text_form_matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using document::Member;
using document::Node;
using pact::Matcher;

/// False for a member whose key is repeated later: the last one counts.
bool Counts(const Node& object, const Member& member) {
  return object.Find(member.key()) == &member.value;
}

std::vector<std::string_view> Keys(const Node& object) {
  std::vector<std::string_view> keys;
  for (const Member& member : object.members()) {
    if (Counts(object, member)) {
      keys.push_back(member.key());
    }
  }
  return keys;
}

const pact::Rule* FindOwn(const ActiveRules& rules, Matcher matcher) {
  if (rules.cascaded) {
    return nullptr;
  }
  const auto found =
      std::find_if(rules.rules.begin(), rules.rules.end(), [matcher](const pact::Rule& rule) {
        return rule.matcher == matcher;
      });
  return found == rules.rules.end() ? nullptr : &*found;
}

/// The example text that an eachKey rule compares a key with.
std::string_view KeyExample(const pact::Rule& rule, const Node& expected, std::string_view key) {
  if (rule.source && rule.source->is_object()) {
    const Node* value = rule.source->Find("value");
    if (value != nullptr && value->is_string()) {
      return value->text();
    }
  }
  if (expected.Find(key) != nullptr || expected.members().empty()) {
    return key;
  }
  return expected.members().front().key();
}

}  // namespace

void JsonComparison::CompareObject(Pair pair, const ActiveRules& rules) {
  const std::size_t failures_before = failures_;
  const pact::Rule* each_value = FindOwn(rules, Matcher::kEachValue);
  const bool by_values = FindOwn(rules, Matcher::kValues) != nullptr;
  const bool free_keys =
      by_values || each_value != nullptr || FindOwn(rules, Matcher::kEachKey) != nullptr;
  bool members_open = rules.empty();
  for (const pact::Rule& rule : rules.rules) {
    if (!CheckObjectRule(pair, rule, rules)) {
      return;
    }
    // eachKey and eachValue say all about the members themselves when they stand together.
    const bool about_members =
        !rules.cascaded && (rule.matcher == Matcher::kEachValue ||
                            (rule.matcher == Matcher::kEachKey && each_value != nullptr));
    members_open = members_open || !about_members;
  }
  if (each_value != nullptr) {
    for (const pact::Rule& rule : rules.rules) {
      if (rule.matcher == Matcher::kEachValue) {
        CompareEveryMember(pair, &rule, rules);
      }
    }
  }
  if (members_open && by_values) {
    CompareEveryMember(pair, nullptr, rules);
  } else if (members_open) {
    CompareMembers(pair, rules, !free_keys);
  }
  CheckDeepEquality(pair, rules, failures_before);
}

/// What a rule says about the object itself. False when its members need not be looked at.
bool JsonComparison::CheckObjectRule(Pair pair, const pact::Rule& rule, const ActiveRules& rules) {
  switch (rule.matcher) {
    case Matcher::kEquality:
    case Matcher::kRegex:
    case Matcher::kValues:
    case Matcher::kEachValue:
      return true;
    case Matcher::kType:
      CheckSize(pair, rule, rules);
      return true;
    case Matcher::kEachKey:
      if (!rules.cascaded) {
        CheckEachKey(pair, rule, rules);
      }
      return true;
    case Matcher::kNotEmpty:
    case Matcher::kNull:
      if (std::optional<std::string> message =
              CheckJson(rule, pair.expected, pair.actual, run_.options())) {
        Fail(pair, &rule, rules, [&] { return *std::move(message); });
        return false;
      }
      return true;
    case Matcher::kArrayContains:
      if (rules.cascaded) {
        return true;
      }
      break;
    case Matcher::kPlugin:
      Fail(pair, &rule, rules, [&] { return PluginSentence(rule); });
      return false;
    default:
      break;
  }
  Fail(pair, &rule, rules, [&] {
    return fmt::format("Unable to match {} using {}", Shown(pair.actual), ToString(rule.matcher));
  });
  return false;
}

void JsonComparison::CheckEachKey(Pair pair, const pact::Rule& rule, const ActiveRules& rules) {
  if (rule.details == nullptr || rule.details->rules.empty()) {
    return;
  }
  const ActiveRules nested{rule.details->rules, pact::Combine::kAnd, false, rules.entry};
  for (const Member& member : pair.actual.members()) {
    if (Done()) {
      return;
    }
    const std::string_view example = KeyExample(rule, pair.expected, member.key());
    std::vector<Failure> failures = CheckTextRules(nested, example, member.key());
    failures_ += failures.size();
    if (failures.empty() || out_ == nullptr) {
      continue;
    }
    for (Failure& failure : failures) {
      failure.rule = &rule;
    }
    walker_.EnterField(member.key());
    AddMismatches(failures,
                  nested,
                  {Part::kBody,
                   Path(),
                   std::string(example),
                   std::string(member.key()),
                   InContract(pair.expected)},
                  *out_);
    walker_.Leave();
  }
}

/// Members of both sides by key; says which are missing.
void JsonComparison::CompareMembers(Pair pair, const ActiveRules& rules, bool check_keys) {
  const Member* missing = nullptr;
  std::size_t common = 0;
  for (const Member& member : pair.expected.members()) {
    if (Done()) {
      return;
    }
    if (!Counts(pair.expected, member)) {
      continue;
    }
    const Node* actual = pair.actual.Find(member.key());
    if (actual == nullptr) {
      missing = missing == nullptr ? &member : missing;
      continue;
    }
    ++common;
    walker_.EnterField(member.key());
    CompareValue({member.value, *actual});
    walker_.Leave();
  }
  if (!check_keys) {
    return;
  }
  if (!run_.allow_unexpected() && (missing != nullptr || common != pair.actual.members().size())) {
    CheckUnexpectedKeys(pair, rules);
  } else if (missing != nullptr) {
    Fail({missing->value, pair.actual}, nullptr, rules, [&] {
      std::vector<std::string_view> names = Keys(pair.expected);
      std::erase_if(names,
                    [&](std::string_view name) { return pair.actual.Find(name) != nullptr; });
      return "Actual map is missing the following keys: " + ShownNames(names);
    });
  }
}

/// Requests: the key sets must be the same.
void JsonComparison::CheckUnexpectedKeys(Pair pair, const ActiveRules& rules) {
  const std::vector<std::string_view> expected = Keys(pair.expected);
  const std::vector<std::string_view> actual = Keys(pair.actual);
  const auto within = [](const std::vector<std::string_view>& names, const Node& object) {
    return std::all_of(names.begin(), names.end(), [&object](std::string_view name) {
      return object.Find(name) != nullptr;
    });
  };
  if (within(expected, pair.actual) && within(actual, pair.expected)) {
    return;
  }
  Fail(pair, nullptr, rules, [&] {
    return expected.empty()
               ? fmt::format("Expected an empty Map but received {}", Shown(pair.actual))
               : fmt::format("Expected a Map with keys [{}] but received one with keys [{}]",
                             ShownNames(expected),
                             ShownNames(actual));
  });
}

/// Every actual member with the expected one of its key, else with the first expected one.
void JsonComparison::CompareEveryMember(Pair pair,
                                        const pact::Rule* each_value,
                                        const ActiveRules& rules) {
  if (pair.expected.members().empty()) {
    return;
  }
  for (const Member& member : pair.actual.members()) {
    if (Done()) {
      return;
    }
    if (!Counts(pair.actual, member)) {
      continue;
    }
    const Node* expected = pair.expected.Find(member.key());
    const Node& example = expected != nullptr ? *expected : pair.expected.members().front().value;
    walker_.EnterField(member.key());
    CompareUnder(each_value, rules, {example, member.value});
    walker_.Leave();
  }
}

}  // namespace accord::match
