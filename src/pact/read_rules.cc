#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "accord/base/strings.h"

#include "pact/reader.h"
#include "pact/rules.h"

namespace accord::pact {

using document::Kind;
using document::Member;
using document::Node;

namespace {

using TokenKind = PathToken::Kind;

PathToken RootToken() {
  return {.kind = TokenKind::kRoot, .name = {}, .index = 0};
}

PathToken FieldToken(std::string name) {
  return {.kind = TokenKind::kField, .name = std::move(name), .index = 0};
}

bool IsBodyCategory(std::string_view name) {
  return name == "body" || name == "content" || name == "contents";
}

/// Parts whose rules belong to a plain name.
bool IsNamedPart(std::string_view part) {
  return part == "headers" || part == "header" || part == "query" || part == "metadata" ||
         part == "metaData";
}

void ReportPath(Reader& reader, const base::Error& error, const Member& member) {
  reader.Report(kInvalidRulePath,
                fmt::format("the rule path `{}` cannot be read: {}", member.key(), error.message),
                member);
}

Combine ReadCombine(Reader& reader, const Node& object) {
  const Node* combine = reader.Member(object, "combine", Kind::kString);
  if (combine == nullptr || base::EqualsIgnoreCase(combine->text(), "AND")) {
    return Combine::kAnd;
  }
  if (!base::EqualsIgnoreCase(combine->text(), "OR")) {
    reader.Report(kInvalidMatchingRule,
                  fmt::format("`combine` must be `AND` or `OR`, not `{}`", combine->text()),
                  *combine);
  }
  return Combine::kOr;
}

/// `{"combine": …, "matchers": […]}`, or one rule alone as v2 writes it.
RuleList ReadRuleList(Reader& reader, const Node& node, int depth) {
  RuleList list;
  if (!reader.Expect(node, Kind::kObject, "a list of matching rules")) {
    return list;
  }
  const Node* matchers = node.Find("matchers");
  if (matchers == nullptr) {
    if (!node.members().empty()) {
      list.rules.push_back(ReadRule(reader, node, depth));
    }
    return list;
  }
  list.combine = ReadCombine(reader, node);
  if (!matchers->is_null() && reader.Expect(*matchers, Kind::kArray, "`matchers`")) {
    list.rules.reserve(matchers->items().size());
    for (const Node& rule : matchers->items()) {
      if (reader.Expect(rule, Kind::kObject, "a matching rule")) {
        list.rules.push_back(ReadRule(reader, rule, depth));
      }
    }
  }
  return list;
}

RuleCategory ReadNames(Reader& reader, const Node& object) {
  RuleCategory category;
  category.reserve(object.members().size());
  for (const Member& member : object.members()) {
    category.push_back({.key = std::string(member.key()),
                        .path = {},
                        .list = ReadRuleList(reader, member.value, 0)});
  }
  return category;
}

/// A key that does not start with `$` is the name of one entry, whatever it holds.
RuleCategory ReadMetadata(Reader& reader, const Node& object) {
  RuleCategory category = ReadNames(reader, object);
  for (RuleEntry& entry : category) {
    base::Result<PathExpression> path = PathExpression::Parse(entry.key);
    entry.path = entry.key.starts_with('$') && path.ok()
                     ? *std::move(path)
                     : PathExpression({RootToken(), FieldToken(entry.key)});
  }
  return category;
}

void Append(RuleList& to, RuleList from) {
  to.combine = from.combine;
  for (Rule& rule : from.rules) {
    to.rules.push_back(std::move(rule));
  }
}

/// `path`, `status` and `method` hold the list itself; some writers put it under a key of its own.
void ReadWhole(Reader& reader, const Node& object, RuleList& list) {
  const bool is_keyed = !object.members().empty() && object.Find("matchers") == nullptr &&
                        object.members().front().value.is_object();
  if (!is_keyed) {
    Append(list, ReadRuleList(reader, object, 0));
    return;
  }
  for (const Member& member : object.members()) {
    Append(list, ReadRuleList(reader, member.value, 0));
  }
}

void AppendCategory(RuleCategory& to, RuleCategory from) {
  for (RuleEntry& entry : from) {
    to.push_back(std::move(entry));
  }
}

void ReadCategory(Reader& reader, const Member& member, MatchingRules& rules) {
  const std::string_view name = member.key();
  const Node& value = member.value;
  if (value.is_null() || !reader.Expect(value, Kind::kObject, fmt::format("`{}`", name))) {
    return;
  }
  if (name == "header" || name == "headers") {
    AppendCategory(rules.header, ReadNames(reader, value));
  } else if (name == "query") {
    AppendCategory(rules.query, ReadNames(reader, value));
  } else if (name == "metadata" || name == "metaData") {
    AppendCategory(rules.metadata, ReadMetadata(reader, value));
  } else if (name == "path") {
    ReadWhole(reader, value, rules.path);
  } else if (name == "status") {
    ReadWhole(reader, value, rules.status);
  } else if (name == "method") {
    ReadWhole(reader, value, rules.method);
  } else {
    if (!IsBodyCategory(name)) {
      reader.Report(kUnknownRuleCategory,
                    fmt::format("`{}` is no category of matching rules; its rules are taken as "
                                "rules of the body",
                                name),
                    member);
    }
    AppendCategory(rules.body, ReadRuleCategory(reader, value, 0));
  }
}

/// What a v2 key says: `$.headers.X-A` is part `headers`, name `X-A`.
struct FlatKey {
  std::string part;
  std::string name;
  PathExpression path;
};

/// Names of headers and parameters may hold anything, so they are cut from the text; an index that
/// follows is no part of the name.
std::optional<FlatKey> ReadFlatKey(Reader& reader, const Member& member) {
  FlatKey flat;
  const std::string_view key = member.key();
  base::Result<PathExpression> path = PathExpression::Parse(key);
  if (key.starts_with("$.")) {
    const std::size_t end = std::min(key.find_first_of(".[", 2), key.size());
    flat.part = key.substr(2, end - 2);
    if (end < key.size() && key[end] == '.') {
      flat.name = key.substr(end + 1, key.find('[', end) - end - 1);
    }
  }
  if (path.ok()) {
    flat.path = *std::move(path);
    const std::vector<PathToken>& tokens = flat.path.tokens();
    flat.part = tokens.size() > 1 ? tokens[1].name : std::string();
    if (flat.name.empty() && tokens.size() > 2) {
      flat.name = tokens[2].name;
    }
  } else if (flat.name.empty() || !IsNamedPart(flat.part)) {
    ReportPath(reader, path.error(), member);
    return std::nullopt;
  }
  return flat;
}

/// A copy without the step that names the part.
PathExpression WithoutPart(const PathExpression& path) {
  std::vector<PathToken> tokens = path.tokens();
  tokens.erase(tokens.begin() + 1);
  return PathExpression(std::move(tokens));
}

RuleEntry FlatEntry(PathExpression path, RuleList list) {
  std::string key = path.ToString();
  return {.key = std::move(key), .path = std::move(path), .list = std::move(list)};
}

RuleEntry FlatQuery(FlatKey flat, RuleList list) {
  RuleEntry entry{.key = std::move(flat.name), .path = {}, .list = std::move(list)};
  if (!flat.path.empty() && flat.path.tokens().back().kind == TokenKind::kIndex) {
    entry.path = PathExpression(
        {flat.path.tokens().front(), FieldToken(entry.key), flat.path.tokens().back()});
  }
  return entry;
}

void AddFlatBody(
    Reader& reader, const Member& member, FlatKey flat, RuleList list, RuleCategory& body) {
  if (IsBodyCategory(flat.part)) {
    body.push_back(FlatEntry(WithoutPart(flat.path), std::move(list)));
    return;
  }
  if (flat.path.tokens().size() > 1) {
    reader.Report(kUnknownRuleCategory,
                  fmt::format("`{}` names no part of a message; the rule is taken as one of the "
                              "body",
                              member.key()),
                  member);
  }
  body.push_back(FlatEntry(std::move(flat.path), std::move(list)));
}

/// One member of a v2 map: `"$.body.a": {rule}`.
void ReadFlat(Reader& reader, const Member& member, MatchingRules& rules) {
  std::optional<FlatKey> read = ReadFlatKey(reader, member);
  if (!read) {
    return;
  }
  FlatKey flat = *std::move(read);
  RuleList list = ReadRuleList(reader, member.value, 0);
  if (IsNamedPart(flat.part) && flat.name.empty()) {
    reader.Report(
        kInvalidRulePath, fmt::format("`{}` names no {}", member.key(), flat.part), member);
  } else if (flat.part == "headers" || flat.part == "header") {
    rules.header.push_back({.key = std::move(flat.name), .path = {}, .list = std::move(list)});
  } else if (flat.part == "query") {
    rules.query.push_back(FlatQuery(std::move(flat), std::move(list)));
  } else if (flat.part == "path") {
    Append(rules.path, std::move(list));
  } else if (flat.part == "status") {
    Append(rules.status, std::move(list));
  } else if (flat.part == "method") {
    Append(rules.method, std::move(list));
  } else if (flat.part == "metadata" || flat.part == "metaData") {
    rules.metadata.push_back({.key = flat.name,
                              .path = PathExpression({RootToken(), FieldToken(flat.name)}),
                              .list = std::move(list)});
  } else {
    AddFlatBody(reader, member, std::move(flat), std::move(list), rules.body);
  }
}

}  // namespace

RuleCategory ReadRuleCategory(Reader& reader, const Node& object, int depth) {
  RuleCategory category;
  category.reserve(object.members().size());
  for (const Member& member : object.members()) {
    base::Result<PathExpression> path = PathExpression::Parse(member.key());
    if (!path.ok()) {
      ReportPath(reader, path.error(), member);
      continue;
    }
    category.push_back({.key = std::string(member.key()),
                        .path = *std::move(path),
                        .list = ReadRuleList(reader, member.value, depth)});
  }
  return category;
}

MatchingRules ReadRules(Reader& reader, const Node& object) {
  MatchingRules rules;
  for (const Member& member : object.members()) {
    if (member.key().starts_with('$')) {
      ReadFlat(reader, member, rules);
    } else {
      ReadCategory(reader, member, rules);
    }
  }
  return rules;
}

}  // namespace accord::pact
