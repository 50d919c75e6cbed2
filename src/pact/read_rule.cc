#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>

#include "pact/reader.h"
#include "pact/rules.h"

namespace accord::pact {

using document::Kind;
using document::Node;

namespace {

// Rules hold rules (eachKey, arrayContains); nobody nests them deeper by intent.
constexpr int kMaxRuleDepth = 64;

struct MatcherName {
  std::string_view name;
  Matcher matcher;
};

constexpr std::array<MatcherName, 33> kMatcherNames = {{
    {"equality", Matcher::kEquality},
    {"regex", Matcher::kRegex},
    {"type", Matcher::kType},
    {"min", Matcher::kType},
    {"min-type", Matcher::kType},
    {"max", Matcher::kType},
    {"max-type", Matcher::kType},
    {"min-max-type", Matcher::kType},
    {"include", Matcher::kInclude},
    {"number", Matcher::kNumber},
    {"integer", Matcher::kInteger},
    {"decimal", Matcher::kDecimal},
    {"real", Matcher::kDecimal},
    {"boolean", Matcher::kBoolean},
    {"null", Matcher::kNull},
    {"date", Matcher::kDate},
    {"time", Matcher::kTime},
    {"datetime", Matcher::kDateTime},
    {"timestamp", Matcher::kDateTime},
    {"values", Matcher::kValues},
    {"contentType", Matcher::kContentType},
    {"content-type", Matcher::kContentType},
    {"arrayContains", Matcher::kArrayContains},
    {"array-contains", Matcher::kArrayContains},
    {"eachKey", Matcher::kEachKey},
    {"each-key", Matcher::kEachKey},
    {"eachValue", Matcher::kEachValue},
    {"each-value", Matcher::kEachValue},
    {"statusCode", Matcher::kStatusCode},
    {"status-code", Matcher::kStatusCode},
    {"notEmpty", Matcher::kNotEmpty},
    {"not-empty", Matcher::kNotEmpty},
    {"semver", Matcher::kSemver},
}};

constexpr std::array<std::string_view, 7> kStatusClasses = {
    "info", "success", "redirect", "clientError", "serverError", "nonError", "error"};

Matcher MatcherOf(std::string_view name) {
  for (const MatcherName& known : kMatcherNames) {
    if (known.name == name) {
      return known.matcher;
    }
  }
  return Matcher::kPlugin;
}

/// Which of the two length limits a rule may carry.
struct Limits {
  bool min = true;
  bool max = true;
};

/// Reads one rule; complaints go to the reader.
class RuleReader {
 public:
  RuleReader(Reader& reader, const Node& node, int depth)
      : reader_(reader), node_(node), depth_(depth) {
    rule_.source = reader.At(node);
  }

  Rule Read() {
    const Node* match = node_.Find("match");
    if (match == nullptr || match->is_null()) {
      Guess();
    } else if (!match->is_string()) {
      Complain("`match` must be the name of a matcher", *match);
    } else {
      ReadNamed(match->text());
    }
    return std::move(rule_);
  }

 private:
  void Complain(std::string message, const Node& node) {
    reader_.Report(kInvalidMatchingRule, std::move(message), node);
  }

  /// v2 rules may leave the name out; the order of the tests is that of other Pact tools.
  void Guess() {
    if (node_.Find("regex") != nullptr) {
      rule_.matcher = Matcher::kRegex;
      RequireText("regex");
    } else if (node_.Find("min") != nullptr) {
      rule_.matcher = Matcher::kType;
      ReadLimits({.min = true, .max = false});
    } else if (node_.Find("max") != nullptr) {
      rule_.matcher = Matcher::kType;
      ReadLimits({.min = false, .max = true});
    } else if (node_.Find("timestamp") != nullptr || node_.Find("datetime") != nullptr) {
      rule_.matcher = Matcher::kDateTime;
      ReadFormat();
    } else if (node_.Find("time") != nullptr) {
      rule_.matcher = Matcher::kTime;
      ReadFormat();
    } else if (node_.Find("date") != nullptr) {
      rule_.matcher = Matcher::kDate;
      ReadFormat();
    } else {
      Complain("a matching rule without `match` names no matcher", node_);
    }
  }

  void ReadNamed(std::string_view name) {
    rule_.matcher = MatcherOf(name);
    switch (rule_.matcher) {
      case Matcher::kRegex:
        RequireText("regex");
        break;
      case Matcher::kInclude:
      case Matcher::kContentType:
        RequireText("value");
        break;
      case Matcher::kType:
        ReadType(name);
        break;
      case Matcher::kDate:
      case Matcher::kTime:
      case Matcher::kDateTime:
        ReadFormat();
        break;
      case Matcher::kArrayContains:
      case Matcher::kEachKey:
      case Matcher::kEachValue:
        ReadNested();
        break;
      case Matcher::kStatusCode:
        ReadStatus();
        break;
      case Matcher::kPlugin:
        rule_.text = name;
        break;
      default:
        break;
    }
  }

  void RequireText(std::string_view key) {
    const Node* value = node_.Find(key);
    const std::optional<std::string> text = value != nullptr ? ScalarText(*value) : std::nullopt;
    if (text) {
      rule_.text = *text;
    } else {
      Complain(fmt::format("a `{}` rule needs `{}` as text", ToString(rule_.matcher), key),
               value != nullptr ? *value : node_);
    }
  }

  void ReadType(std::string_view name) {
    ReadLimits({});
    if (name.starts_with("min") && !rule_.min) {
      Complain(fmt::format("a `{}` rule needs `min`", name), node_);
    }
    if ((name.starts_with("max") || name == "min-max-type") && !rule_.max) {
      Complain(fmt::format("a `{}` rule needs `max`", name), node_);
    }
  }

  void ReadLimits(const Limits& wanted) {
    if (wanted.min) {
      rule_.min = ReadCount("min");
    }
    if (wanted.max) {
      rule_.max = ReadCount("max");
    }
    if (rule_.min && rule_.max && *rule_.min > *rule_.max) {
      Complain(fmt::format("`min` {} is above `max` {}", *rule_.min, *rule_.max), node_);
    }
  }

  std::optional<std::uint64_t> ReadCount(std::string_view key) {
    const Node* value = node_.Find(key);
    if (value == nullptr || value->is_null()) {
      return std::nullopt;
    }
    std::int64_t count = 0;
    if (!value->is_number() || !document::ToInt64(*value, count) || count < 0) {
      Complain(fmt::format("`{}` must be a whole number, 0 or above", key), *value);
      return std::nullopt;
    }
    return static_cast<std::uint64_t>(count);
  }

  /// The format, or what older files wrote under the name of the matcher.
  void ReadFormat() {
    if (!ReadFormatAt("format") && !ReadFormatAt(ToString(rule_.matcher)) &&
        rule_.matcher == Matcher::kDateTime) {
      ReadFormatAt("timestamp");
    }
  }

  bool ReadFormatAt(std::string_view key) {
    const Node* format = node_.Find(key);
    if (format == nullptr || format->is_null()) {
      return false;
    }
    if (!format->is_string()) {
      Complain(fmt::format("`{}` must be a date format in text", key), *format);
    }
    rule_.text = format->text();
    return true;
  }

  void ReadStatus() {
    const Node* status = node_.Find("status");
    if (status == nullptr || status->is_null()) {
      return;
    }
    if (status->is_string()) {
      rule_.text = status->text();
      if (std::find(kStatusClasses.begin(), kStatusClasses.end(), status->text()) ==
          kStatusClasses.end()) {
        Complain(fmt::format("no class of status codes is called `{}`", status->text()), *status);
      }
      return;
    }
    auto details = std::make_shared<RuleDetails>();
    if (status->is_array()) {
      for (const Node& code : status->items()) {
        ReadStatusCode(code, *details);
      }
    } else {
      ReadStatusCode(*status, *details);
    }
    rule_.details = std::move(details);
  }

  void ReadStatusCode(const Node& node, RuleDetails& details) {
    std::int64_t code = 0;
    if (node.is_number() && document::ToInt64(node, code) && code >= 0 && code < 1000) {
      details.status_codes.push_back(static_cast<int>(code));
    } else {
      Complain("a status code must be a whole number below 1000", node);
    }
  }

  void ReadNested() {
    auto details = std::make_shared<RuleDetails>();
    if (depth_ >= kMaxRuleDepth) {
      Complain("rules are nested too deeply", node_);
    } else if (rule_.matcher == Matcher::kArrayContains) {
      ReadVariants(*details);
    } else if (const Node* rules = reader_.Member(node_, "rules", Kind::kArray)) {
      for (const Node& rule : rules->items()) {
        if (reader_.Expect(rule, Kind::kObject, "a matching rule")) {
          details->rules.push_back(ReadRule(reader_, rule, depth_ + 1));
        }
      }
    }
    rule_.details = std::move(details);
  }

  void ReadVariants(RuleDetails& details) {
    const Node* variants = node_.Find("variants");
    if (variants == nullptr || !variants->is_array()) {
      Complain("an `arrayContains` rule needs an array of `variants`",
               variants != nullptr ? *variants : node_);
      return;
    }
    for (const Node& variant : variants->items()) {
      if (reader_.Expect(variant, Kind::kObject, "a variant")) {
        details.variants.push_back(ReadVariant(variant, details.variants.size()));
      }
    }
  }

  Variant ReadVariant(const Node& node, std::size_t position) {
    Variant variant{.index = position, .rules = std::nullopt, .generators = nullptr};
    if (const Node* index = node.Find("index"); index != nullptr && !index->is_null()) {
      std::int64_t number = 0;
      if (index->is_number() && document::ToInt64(*index, number) && number >= 0) {
        variant.index = static_cast<std::size_t>(number);
      } else {
        Complain("the `index` of a variant must be a whole number, 0 or above", *index);
      }
    }
    if (const Node* rules = reader_.Member(node, "rules", Kind::kObject)) {
      variant.rules = ReadRuleCategory(reader_, *rules, depth_ + 1);
    }
    const Node* generators = reader_.Member(node, "generators", Kind::kObject);
    if (generators != nullptr && !generators->members().empty()) {
      variant.generators =
          std::make_shared<const Generators>(ReadVariantGenerators(reader_, *generators));
    }
    return variant;
  }

  Reader& reader_;
  const Node& node_;
  int depth_;
  Rule rule_;
};

}  // namespace

Rule ReadRule(Reader& reader, const Node& node, int depth) {
  return RuleReader(reader, node, depth).Read();
}

}  // namespace accord::pact
