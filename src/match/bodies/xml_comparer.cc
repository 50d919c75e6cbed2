#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/document/xml.h"
#include "accord/match/rule_resolver.h"

#include "match/bodies/xml_children.h"
#include "match/body_comparer.h"
#include "match/matchers.h"
#include "match/text_form_matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using document::XmlAttribute;
using document::XmlElement;
using pact::Matcher;

std::string Tag(const XmlElement& element) {
  return "<" + Excerpt(XmlName(element.uri, element.name)) + "/>";
}

bool AsksForType(const ActiveRules& rules) {
  return std::ranges::any_of(rules.rules,
                             [](const pact::Rule& rule) { return rule.matcher == Matcher::kType; });
}

// Walks two trees in step with the rules.
class XmlComparison {
 public:
  XmlComparison(const BodyContext& context, const RuleIndex& rules, std::vector<Mismatch>& out)
      : context_(context), walker_(rules), out_(out) {}

  // The walker stands at the parent of both.
  void Element(const XmlElement& expected, const XmlElement& actual) {
    const std::string name = XmlName(expected.uri, expected.name);
    walker_.EnterField(name);
    if (CheckElement(expected, actual)) {
      Attributes(expected, actual);
      Children(expected, actual);
      Text(expected, actual);
    }
    walker_.Leave();
  }

 private:
  Place At(std::string expected, std::string actual) const {
    return {Part::kBody,
            walker_.Path(),
            std::move(expected),
            std::move(actual),
            context_.expected.source};
  }

  // The element itself: its name and, by rule, its number of children.
  bool CheckElement(const XmlElement& expected, const XmlElement& actual) {
    const ActiveRules rules = walker_.rules();
    std::vector<Failure> failures;
    for (const pact::Rule& rule : rules.rules) {
      if (auto message = CheckRule(rule, rules.cascaded, expected, actual)) {
        failures.push_back({&rule, *std::move(message)});
      } else if (rules.combine == pact::Combine::kOr) {
        return true;
      }
    }
    if (rules.empty()) {
      if (auto message = CheckName(expected, actual)) {
        failures.push_back({nullptr, *std::move(message)});
      }
    }
    AddMismatches(failures, rules, At(Tag(expected), Tag(actual)), out_);
    return failures.empty();
  }

  static std::optional<std::string> CheckName(const XmlElement& expected,
                                              const XmlElement& actual) {
    if (AcceptsXmlName(expected, actual)) {
      return std::nullopt;
    }
    return fmt::format("Expected element {} but received {}", Tag(expected), Tag(actual));
  }

  static std::optional<std::string> CheckRule(const pact::Rule& rule,
                                              bool cascaded,
                                              const XmlElement& expected,
                                              const XmlElement& actual) {
    if (!cascaded && rule.matcher == Matcher::kRegex) {
      return CheckTextForm(rule, actual.name);
    }
    if (!cascaded && rule.matcher == Matcher::kNotEmpty && actual.children.empty() &&
        base::Trim(actual.text).empty()) {
      return fmt::format("Expected {} to have at least one child", Tag(actual));
    }
    if (rule.matcher == Matcher::kPlugin) {
      return PluginSentence(rule);
    }
    if (auto message = CheckName(expected, actual)) {
      return message;
    }
    const bool counts = !cascaded && rule.matcher == Matcher::kType;
    const std::size_t children = actual.children.size();
    if (counts && rule.min && children < *rule.min) {
      return fmt::format("Expected {} to have at least {} children, but it has {}",
                         Tag(actual),
                         *rule.min,
                         children);
    }
    if (counts && rule.max && children > *rule.max) {
      return fmt::format("Expected {} to have at most {} children, but it has {}",
                         Tag(actual),
                         *rule.max,
                         children);
    }
    return std::nullopt;
  }

  void Attributes(const XmlElement& expected, const XmlElement& actual) {
    XmlAttributes received(actual);
    for (const XmlAttribute& attribute : expected.attributes) {
      const std::string name = XmlName(attribute.uri, attribute.name);
      const std::string step = "@" + name;
      walker_.EnterField(step);
      if (const XmlAttribute* found = received.Take(attribute)) {
        Value(attribute.value, found->value);
      } else {
        AddMismatch(
            fmt::format(
                "Expected attribute {}={} but was missing", Quoted(name), Quoted(attribute.value)),
            At(attribute.value, {}),
            out_);
      }
      walker_.Leave();
    }
    if (context_.allow_unexpected) {
      return;
    }
    for (const XmlAttribute* attribute : received.Rest()) {
      AddMismatch(fmt::format("Unexpected attribute {}={} received",
                              Quoted(XmlName(attribute->uri, attribute->name)),
                              Quoted(attribute->value)),
                  At({}, attribute->value),
                  out_);
    }
  }

  void Value(std::string_view expected, std::string_view actual) {
    const ActiveRules rules = walker_.rules();
    const std::vector<Failure> failures = CheckTextRules(rules, expected, actual);
    if (!failures.empty()) {
      AddMismatches(failures, rules, At(Excerpt(expected), Excerpt(actual)), out_);
    }
  }

  void Text(const XmlElement& expected, const XmlElement& actual) {
    const std::string_view wanted = base::Trim(expected.text);
    const std::string_view received = base::Trim(actual.text);
    walker_.EnterField("#text");
    // What an element inherits is not about text where there is none on either side.
    const bool nothing = wanted.empty() && received.empty() && walker_.rules().cascaded;
    if (!nothing) {
      Value(wanted, received);
    }
    walker_.Leave();
  }

  void Children(const XmlElement& expected, const XmlElement& actual) {
    const XmlChildren children(expected, actual);
    for (const XmlChildGroup& group : children.groups()) {
      CompareGroup(group);
    }
    if (context_.allow_unexpected) {
      return;
    }
    for (const XmlElement* child : children.unexpected()) {
      Unexpected(*child);
    }
  }

  void CompareGroup(const XmlChildGroup& group) {
    const std::size_t wanted = group.expected.size();
    const std::size_t received = group.actual.size();
    const bool by_example = GroupIsByExample(*group.expected.front());
    for (std::size_t i = 0; i < received && (by_example || i < wanted); ++i) {
      Element(*group.expected[by_example ? 0 : i], *group.actual[i]);
    }
    if (by_example ? received == 0 : received < wanted) {
      const std::string tag = Tag(*group.expected.front());
      AddMismatch(fmt::format("Expected child {} but was missing", tag), At(tag, {}), out_);
    } else if (!by_example && received > wanted && !context_.allow_unexpected) {
      Unexpected(*group.actual[wanted]);
    }
  }

  bool GroupIsByExample(const XmlElement& first) {
    const std::string name = XmlName(first.uri, first.name);
    walker_.EnterField(name);
    const bool by_example = AsksForType(walker_.rules());
    walker_.Leave();
    return by_example;
  }

  void Unexpected(const XmlElement& child) {
    AddMismatch(fmt::format("Unexpected child {}", Tag(child)), At({}, Tag(child)), out_);
  }

  const BodyContext& context_;
  RuleWalker walker_;
  std::vector<Mismatch>& out_;
};

class XmlBodyComparer : public BodyComparer {
 public:
  void Compare(const BodyContext& context, std::vector<Mismatch>& out) const override {
    const auto expected = Parse("expected", context.expected, context, out);
    const auto actual = Parse("actual", context.actual, context, out);
    if (expected && actual) {
      const RuleIndex rules(context.rules);
      XmlComparison(context, rules, out).Element(*expected, *actual);
    }
  }

 private:
  static std::optional<XmlElement> Parse(std::string_view side,
                                         const pact::Body& body,
                                         const BodyContext& context,
                                         std::vector<Mismatch>& out) {
    auto root = document::ParseXml(body.Bytes());
    if (root) {
      return std::move(root).value();
    }
    AddMismatch(fmt::format("Failed to parse the {} body: {}", side, root.error().message),
                {Part::kBody,
                 "$",
                 Excerpt(context.expected.Bytes()),
                 Excerpt(context.actual.Bytes()),
                 context.expected.source},
                out);
    return std::nullopt;
  }
};

}  // namespace

const BodyComparer& XmlComparer() {
  static const XmlBodyComparer comparer;
  return comparer;
}

}  // namespace accord::match
