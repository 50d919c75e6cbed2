#include <functional>

#include <fmt/format.h>

#include "accord/base/media_type.h"
#include "accord/base/strings.h"
#include "accord/match/compare.h"

#include "match/pattern_cache.h"
#include "match/rules.h"
#include "match/text_form_matchers.h"
#include "match/value_text.h"

namespace accord::match {
namespace {

using document::Node;
using finding::Finding;
using pact::Matcher;
using pact::PathToken;
using pact::Rule;

using Visit = std::function<void(const Node&)>;

bool Fits(const PathToken& token, std::string_view key) {
  return token.kind == PathToken::Kind::kStar ||
         (token.kind == PathToken::Kind::kField && token.name == key);
}

bool Fits(const PathToken& token, std::size_t index) {
  return token.kind == PathToken::Kind::kStar || token.kind == PathToken::Kind::kStarIndex ||
         (token.kind == PathToken::Kind::kIndex && token.index == index);
}

/// Calls `visit` for every node at the path.
void VisitNodes(const Node& node, std::span<const PathToken> tokens, const Visit& visit) {
  if (tokens.empty()) {
    visit(node);
    return;
  }
  for (const document::Member& member : node.members()) {
    if (Fits(tokens.front(), member.key())) {
      VisitNodes(member.value, tokens.subspan(1), visit);
    }
  }
  for (std::size_t i = 0; i < node.items().size(); ++i) {
    if (Fits(tokens.front(), i)) {
      VisitNodes(node.items()[i], tokens.subspan(1), visit);
    }
  }
}

/// Matchers that fail on every object.
bool FailsOnObject(Matcher matcher) {
  switch (matcher) {
    case Matcher::kInclude:
    case Matcher::kNumber:
    case Matcher::kInteger:
    case Matcher::kDecimal:
    case Matcher::kBoolean:
    case Matcher::kDate:
    case Matcher::kTime:
    case Matcher::kDateTime:
    case Matcher::kSemver:
    case Matcher::kArrayContains:
      return true;
    default:
      return false;
  }
}

/// Collects what is wrong with the rules of one request, response or message.
class RuleCheck {
 public:
  RuleCheck(const document::Value& owner, std::vector<Finding>& out) : owner_(owner), out_(out) {}

  /// `example` may be nullptr: then only the rules themselves are looked at.
  void CheckBody(const pact::RuleCategory& category, const Node* example) {
    for (const pact::RuleEntry& entry : category) {
      CheckBodyEntry(entry, example);
    }
  }

  /// `exists` says whether the example has an entry of that name.
  void CheckNames(const pact::RuleCategory& category,
                  std::string_view part,
                  const std::function<bool(const pact::RuleEntry&)>& exists) {
    for (const pact::RuleEntry& entry : category) {
      path_ = fmt::format("{} {}", part, entry.key);
      CheckAll(entry.list.rules, false);
      if (!entry.list.empty() && !exists(entry)) {
        Add(kRuleNeverApplies,
            entry.list.rules.front(),
            fmt::format("the rule for {} {} is never used: the example has none of that name",
                        part,
                        Quoted(entry.key)));
      }
    }
  }

  void CheckList(const pact::RuleList& list, std::string_view part) {
    path_ = part;
    CheckAll(list.rules, part == "status");
  }

 private:
  void Add(const finding::RuleInfo& info, const Rule& rule, std::string message) {
    Finding finding =
        finding::Make(info, std::move(message), rule.source ? rule.source.Span() : owner_.Span());
    finding.path = path_;
    out_.push_back(std::move(finding));
  }

  void CheckAll(std::span<const Rule> rules, bool on_status) {
    for (const Rule& rule : rules) {
      CheckPattern(rule);
      if (rule.matcher == Matcher::kStatusCode && !on_status) {
        Add(kRuleCannotMatch, rule, "a statusCode rule can only judge the status");
      }
      CheckNested(rule);
    }
  }

  void CheckPattern(const Rule& rule) {
    switch (rule.matcher) {
      case Matcher::kRegex:
        if (const CompiledRegex regex = WholeRegex(rule.text); !regex->ok()) {
          Add(kInvalidRuleRegex, rule, regex->error().message);
        }
        break;
      case Matcher::kDate:
      case Matcher::kTime:
      case Matcher::kDateTime:
        if (const CompiledDate date = CompiledDatePattern(DateFormat(rule)); !date->ok()) {
          Add(kInvalidRuleDateFormat, rule, date->error().message);
        }
        break;
      case Matcher::kContentType:
        if (!base::MediaType::Parse(rule.text)) {
          Add(kInvalidRuleMediaType, rule, Quoted(rule.text) + " is no media type");
        }
        break;
      case Matcher::kPlugin:
        Add(kRuleNeedsPlugin, rule, PluginSentence(rule));
        break;
      case Matcher::kInclude:
        if (rule.text.empty()) {
          Add(kRuleNeverFails, rule, "every text includes the empty text");
        }
        break;
      default:
        break;
    }
  }

  void CheckNested(const Rule& rule) {
    if (rule.matcher != Matcher::kEachKey && rule.matcher != Matcher::kEachValue) {
      return;
    }
    if (rule.details == nullptr || rule.details->rules.empty()) {
      Add(kRuleNeverFails,
          rule,
          fmt::format("an {} rule without rules accepts everything", ToString(rule.matcher)));
      return;
    }
    CheckAll(rule.details->rules, false);
  }

  void CheckBodyEntry(const pact::RuleEntry& entry, const Node* example) {
    path_ = entry.key;
    CheckAll(entry.list.rules, false);
    const std::span<const PathToken> tokens = entry.path.tokens();
    if (example == nullptr || tokens.empty() || entry.list.empty()) {
      return;
    }
    std::vector<const Node*> examples;
    VisitNodes(*example, tokens.subspan(1), [&](const Node& node) { examples.push_back(&node); });
    if (examples.empty()) {
      Add(kRuleNeverApplies,
          entry.list.rules.front(),
          fmt::format("the rule at {} is never used: its path fits nothing in the example",
                      Excerpt(entry.key)));
    }
    for (const Rule& rule : entry.list.rules) {
      for (const Node* node : examples) {
        if (CheckAgainst(rule, *node, entry.list.combine)) {
          break;  // Once for each rule, however many nodes are at its path.
        }
      }
    }
  }

  /// True when there is something wrong with the rule at this example.
  bool CheckAgainst(const Rule& rule, const Node& example, pact::Combine combine) {
    const bool alone = combine == pact::Combine::kAnd;
    if (alone && example.is_object() && FailsOnObject(rule.matcher)) {
      Add(kRuleCannotMatch,
          rule,
          fmt::format("a {} rule can never hold on an object", ToString(rule.matcher)));
      return true;
    }
    if (rule.matcher == Matcher::kArrayContains) {
      return example.is_array() && CheckVariants(rule, example);
    }
    const bool judges_items = rule.matcher == Matcher::kType ||
                              rule.matcher == Matcher::kEachValue || JudgesTextForm(rule.matcher);
    if (!example.is_array() || !example.items().empty() || !judges_items) {
      return false;
    }
    Add(kRuleNeverFails,
        rule,
        fmt::format("the {} rule has an empty example list: every list passes",
                    ToString(rule.matcher)));
    return true;
  }

  bool CheckVariants(const Rule& rule, const Node& example) {
    const std::size_t before = out_.size();
    const bool none = rule.details == nullptr || rule.details->variants.empty();
    if (none && example.items().empty()) {
      Add(kRuleNeverFails, rule, "an arrayContains rule without variants asks for nothing");
      return true;
    }
    if (none) {
      return false;
    }
    const std::string path = path_;
    for (const pact::Variant& variant : rule.details->variants) {
      if (variant.index >= example.items().size()) {
        Add(kVariantWithoutExample,
            rule,
            fmt::format("variant {} of the arrayContains rule has no element in the example, "
                        "which has {}",
                        variant.index,
                        example.items().size()));
        continue;
      }
      if (variant.rules) {
        CheckBody(*variant.rules, &example.items()[variant.index]);
        path_ = path;
      }
    }
    return out_.size() != before;
  }

  const document::Value& owner_;
  std::vector<Finding>& out_;
  std::string path_;
};

bool HasHeader(const std::vector<pact::Header>& headers, const pact::RuleEntry& entry) {
  return pact::FindHeader(headers, entry.key) != nullptr;
}

/// The body as a tree; nullptr for bodies that are no JSON.
const Node* ExampleOf(const pact::Body& body) {
  return body.present() ? body.json.get() : nullptr;
}

void CheckRequest(const pact::Request& request, std::vector<Finding>& out) {
  RuleCheck check(request.source, out);
  check.CheckList(request.rules.path, "path");
  check.CheckNames(request.rules.query, "query", [&](const pact::RuleEntry& entry) {
    return pact::FindParameter(request.query, entry.key) != nullptr;
  });
  check.CheckNames(request.rules.header, "header", [&](const pact::RuleEntry& entry) {
    return HasHeader(request.headers, entry);
  });
  check.CheckBody(request.rules.body, ExampleOf(request.body));
}

void CheckResponse(const pact::Response& response, std::vector<Finding>& out) {
  RuleCheck check(response.source, out);
  check.CheckList(response.rules.status, "status");
  check.CheckNames(response.rules.header, "header", [&](const pact::RuleEntry& entry) {
    return HasHeader(response.headers, entry);
  });
  check.CheckBody(response.rules.body, ExampleOf(response.body));
}

void CheckMessage(const pact::Message& message, std::vector<Finding>& out) {
  RuleCheck check(message.source, out);
  check.CheckNames(message.rules.metadata, "metadata", [](const pact::RuleEntry& /*entry*/) {
    return true;  // Keys are paths; they may hold wildcards.
  });
  check.CheckBody(message.rules.body, ExampleOf(message.contents));
}

}  // namespace

std::vector<Finding> CheckRules(const pact::Interaction& interaction) {
  std::vector<Finding> out;
  switch (interaction.kind) {
    case pact::InteractionKind::kHttp:
      CheckRequest(interaction.request, out);
      CheckResponse(interaction.response, out);
      break;
    case pact::InteractionKind::kAsyncMessage:
    case pact::InteractionKind::kSyncMessage:
      CheckMessage(interaction.message, out);
      for (const pact::Message& reply : interaction.replies) {
        CheckMessage(reply, out);
      }
      break;
  }
  return out;
}

}  // namespace accord::match
