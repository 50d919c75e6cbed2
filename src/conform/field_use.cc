#include "conform/field_use.h"

#include <algorithm>
#include <span>
#include <vector>

#include "accord/pact/path.h"

namespace accord::conform {
namespace {

using document::Node;
using pact::PathToken;
using Tokens = std::span<const PathToken>;
using Kind = PathToken::Kind;

bool IsIndexStep(const PathToken& token) {
  return token.kind == Kind::kStarIndex || token.kind == Kind::kIndex || token.kind == Kind::kStar;
}

/// The values one step below `node`.
std::vector<const Node*> Below(const Node& node, const PathToken& token) {
  std::vector<const Node*> found;
  if (token.kind == Kind::kField) {
    if (const Node* value = node.Find(token.name)) {
      found.push_back(value);
    }
    return found;
  }
  if (token.kind == Kind::kStar) {
    for (const document::Member& member : node.members()) {
      found.push_back(&member.value);
    }
  }
  for (std::size_t i = 0; i < node.items().size(); ++i) {
    if (token.kind != Kind::kIndex || token.index == i) {
      found.push_back(&node.items()[i]);
    }
  }
  return found;
}

/// All values at a path.
std::vector<const Node*> ValuesAt(const Node& root, Tokens path) {
  std::vector<const Node*> values{&root};
  for (const PathToken& token : path) {
    std::vector<const Node*> next;
    for (const Node* value : values) {
      const std::vector<const Node*> below = Below(*value, token);
      next.insert(next.end(), below.begin(), below.end());
    }
    values = std::move(next);
  }
  return values;
}

bool MayBeSame(const PathToken& a, const PathToken& b) {
  if (a.kind == Kind::kField && b.kind == Kind::kField) {
    return a.name == b.name;
  }
  if (a.kind == Kind::kIndex && b.kind == Kind::kIndex) {
    return a.index == b.index;
  }
  if (a.kind == Kind::kField || b.kind == Kind::kField) {
    return a.kind == Kind::kStar || b.kind == Kind::kStar;
  }
  return IsIndexStep(a) && IsIndexStep(b);
}

/// A rule stands at the path or below it.
bool IsAtOrBelow(Tokens rule, Tokens path) {
  return rule.size() >= path.size() &&
         std::equal(path.begin(), path.end(), rule.begin(), MayBeSame);
}

Tokens WithoutRoot(const std::vector<PathToken>& tokens) {
  const bool has_root = !tokens.empty() && tokens.front().kind == Kind::kRoot;
  return Tokens(tokens).subspan(has_root ? 1 : 0);
}

}  // namespace

bool UsesField(const pact::Body& body, const pact::RuleCategory& rules, std::string_view path) {
  if (!body.present() && body.state != pact::BodyState::kNull) {
    return false;
  }
  const auto parsed = pact::PathExpression::Parse(path);
  const Tokens tokens = parsed ? WithoutRoot(parsed->tokens()) : Tokens();
  if (tokens.empty() || !body.json) {
    return true;  // Of a body that cannot be looked into everything may be used.
  }
  return !ValuesAt(*body.json, tokens).empty() ||
         std::any_of(rules.begin(), rules.end(), [&](const pact::RuleEntry& entry) {
           return IsAtOrBelow(WithoutRoot(entry.path.tokens()), tokens);
         });
}

bool LacksField(const pact::Body& body, std::string_view path) {
  const auto parsed = pact::PathExpression::Parse(path);
  const Tokens tokens = parsed ? WithoutRoot(parsed->tokens()) : Tokens();
  if (tokens.empty() || !body.json) {
    return body.present();
  }
  const std::vector<const Node*> around = ValuesAt(*body.json, tokens.first(tokens.size() - 1));
  return std::any_of(around.begin(), around.end(), [&](const Node* value) {
    return value->is_container() && Below(*value, tokens.back()).empty();
  });
}

}  // namespace accord::conform
