#include "breaking/openapi/judge_flow.h"

#include <algorithm>
#include <array>
#include <set>

#include "accord/schema/uri.h"
#include "accord/schema/validate.h"

#include "breaking/openapi/judge_payload.h"
#include "breaking/openapi/judge_text.h"
#include "breaking/schema/walk.h"

namespace accord::breaking::api {
namespace {

using document::DocumentPtr;
using schema::Inclusion;
using schema::SchemaNode;

/// Keywords that stand for each other when it is asked which one refuses a value.
constexpr std::array<std::array<std::string_view, 4>, 12> kFamilies = {{
    {"type", "nullable", "pattern", ""},
    {"enum", "const", "", ""},
    {"minimum", "exclusiveMinimum", "", ""},
    {"maximum", "exclusiveMaximum", "", ""},
    {"contains", "minContains", "maxContains", ""},
    {"prefixItems", "items", "additionalItems", ""},
    {"if", "then", "else", ""},
    {"dependentRequired", "dependencies", "", ""},
    {"dependentSchemas", "dependencies", "", ""},
    {"additionalProperties", "unevaluatedProperties", "", ""},
    {"items", "unevaluatedItems", "", ""},
    {"patternProperties", "additionalProperties", "", ""},
}};

bool SameFamily(std::string_view a, std::string_view b) {
  return a == b || std::ranges::any_of(kFamilies, [&](const auto& family) {
           return std::ranges::find(family, a) != family.end() &&
                  std::ranges::find(family, b) != family.end();
         });
}

bool IsBelow(std::string_view location, const std::string& pointer) {
  return location.starts_with(pointer) &&
         (location.size() == pointer.size() || location[pointer.size()] == '/');
}

std::string_view KeywordOf(const Change& change) {
  return change.after.keyword.empty() ? change.before.keyword : change.after.keyword;
}

/// Whether it is the change for which the schema refuses a value.
bool IsReason(const Change& change, const SchemaNode& read, const document::Node& value) {
  const bool lacks = !change.property.empty() && value.Find(change.property) == nullptr;
  const bool existence = !change.property.empty() && KeywordOf(change) != "required";
  std::string member;
  schema::AppendToken(member, change.property);
  bool found = false;
  schema::EachFailure(read, value, [&](const schema::Failure& failure) {
    const bool here = &failure.schema == &read && failure.instance_location.empty();
    if (change.property.empty()) {
      const bool forbidden = KeywordOf(change).empty() && read.boolean.has_value();
      found = found || (here && (forbidden || (!failure.keyword.empty() &&
                                               SameFamily(failure.keyword, KeywordOf(change)))));
    } else {
      found = found || (here && lacks && failure.keyword == "required") ||
              (existence && !lacks && IsBelow(failure.instance_location, member));
    }
  });
  return found;
}

}  // namespace

FlowJudge::FlowJudge(const openapi::Description& before,
                     const openapi::Description& after,
                     std::vector<const SchemaUse*> uses,
                     const schema::InclusionOptions& limits)
    : before_(before),
      after_(after),
      uses_(std::move(uses)),
      limits_(limits),
      graphs_(GraphsOf(before, after, uses_, limits, false)) {}

UseGraphs FlowJudge::GraphsOf(const openapi::Description& before,
                              const openapi::Description& after,
                              const std::vector<const SchemaUse*>& uses,
                              const schema::InclusionOptions& limits,
                              bool reverse) {
  const SchemaUse& first = *uses.front();
  const bool old_writer = (first.flow == Flow::kRequest) != reverse;
  return UseGraphs({.writer = old_writer ? before : after,
                    .reader = old_writer ? after : before,
                    .old_writer = old_writer,
                    .flow = first.flow,
                    .as_text = first.as_text},
                   uses,
                   limits);
}

const Verdict& FlowJudge::Of(const SchemaUse& use) {
  const Pair pair(graphs_.Written(use), graphs_.Read(use));
  const auto [found, is_new] = verdicts_.try_emplace(pair);
  if (is_new) {
    found->second = Decide(graphs_, use, pair);
  }
  return found->second;
}

bool FlowJudge::AreEquivalent(const SchemaUse& use) {
  if (Of(use).inclusion != Inclusion::kYes) {
    return false;
  }
  if (!reverse_) {
    reverse_ = std::make_unique<UseGraphs>(GraphsOf(before_, after_, uses_, limits_, true));
  }
  const Pair pair(reverse_->Written(use), reverse_->Read(use));
  const auto [found, is_new] = equivalent_.try_emplace(pair, false);
  if (is_new) {
    found->second = Decide(*reverse_, use, pair).inclusion == Inclusion::kYes;
  }
  return found->second;
}

Verdict FlowJudge::Decide(UseGraphs& graphs, const SchemaUse& use, const Pair& pair) const {
  if (pair.first == nullptr || pair.second == nullptr) {
    Verdict verdict;
    verdict.detail = "a schema, or one that it refers to, has faults; `accord validate` lists them";
    return verdict;
  }
  if (use.as_text) {
    return DecideText(graphs, use, pair);
  }
  schema::InclusionResult result = graphs.session().Decide(*pair.first, *pair.second);
  return {result.inclusion, result.reason, std::move(result.detail), std::move(result.witness)};
}

Verdict FlowJudge::DecideText(UseGraphs& graphs, const SchemaUse& use, const Pair& pair) const {
  const SchemaNode* written = pair.first;
  const SchemaNode* read = pair.second;
  schema::InclusionResult result = graphs.session().Includes(*written, *read);
  Verdict verdict{result.inclusion, result.reason, std::move(result.detail), {}};
  if (verdict.inclusion != Inclusion::kNo) {
    return verdict;
  }
  const auto is_refused = [&](const document::Node& payload) {
    return graphs.IsRefused(*written, *read, payload, use.exploded_form);
  };
  for (const schema::Difference& difference : result.differences) {
    if (is_refused(difference.witness->root())) {
      verdict.payload = difference.witness;
      return verdict;
    }
  }
  if (written->has_enum) {
    for (const document::Node* value : written->values) {
      if (is_refused(*value)) {
        document::Builder builder;
        builder.Copy(*value);
        verdict.payload = builder.Finish();
        return verdict;
      }
    }
    verdict.inclusion = Inclusion::kYes;
    return verdict;
  }
  const bool takes_one = use.exploded_form && read->types == schema::kArrayType &&
                         read->items != nullptr && read->min_items < 2;
  if (takes_one &&
      graphs.session().Decide(*written, Behind(*read->items)).inclusion == Inclusion::kYes) {
    verdict.inclusion = Inclusion::kYes;
    return verdict;
  }
  verdict.inclusion = Inclusion::kUnknown;
  verdict.reason = schema::UnknownReason::kNoWitness;
  verdict.detail =
      "written as text, all examples that were tried can be read as something that fits";
  return verdict;
}

FlowJudge::Pair FlowJudge::PairOf(const Change& change) const {
  const bool old_writer = graphs_.parties().old_writer;
  return {graphs_.WrittenAt(old_writer ? change.schema_before : change.schema_after),
          graphs_.ReadAt(old_writer ? change.schema_after : change.schema_before)};
}

const FlowJudge::Local& FlowJudge::LocalOf(const Pair& pair) {
  const auto [found, is_new] = locals_.try_emplace(pair);
  Local& local = found->second;
  if (is_new) {
    const schema::InclusionResult result = graphs_.session().Includes(*pair.first, *pair.second);
    local.inclusion = result.inclusion;
    local.complete = result.complete;
    for (const schema::Difference& difference : result.differences) {
      if (local.values.empty() || local.values.back() != difference.witness) {
        local.values.push_back(difference.witness);
      }
    }
  }
  return local;
}

const Part& FlowJudge::PartOf(const Change& change) {
  const Pair root(graphs_.Written(*change.use), graphs_.Read(*change.use));
  const auto [found, is_new] =
      parts_.try_emplace(PartKey(root, change.rule, change.schema_path, change.message));
  if (is_new) {
    found->second = FindPart(change);
  }
  return found->second;
}

Part FlowJudge::FindPart(const Change& change) {
  const Pair pair = PairOf(change);
  if (pair.first == nullptr || pair.second == nullptr) {
    return {};  // No part of what is sent.
  }
  const Local& local = LocalOf(pair);
  if (local.inclusion == Inclusion::kYes) {
    return {};
  }
  const Pair root(graphs_.Written(*change.use), graphs_.Read(*change.use));
  bool matched = false;
  for (const DocumentPtr& value : ValuesFor(change, pair)) {
    if (!IsReason(change, *pair.second, value->root())) {
      continue;
    }
    matched = true;
    const DocumentPtr payload =
        pair == root
            ? value
            : PayloadAround(graphs_.session(), *root.first, *pair.first, change.schema_path, value);
    if (payload &&
        graphs_.IsRefused(*root.first, *root.second, payload->root(), change.use->exploded_form)) {
      return {Part::Kind::kProved, payload};
    }
  }
  const bool doubtful = matched || !local.complete;
  return {doubtful ? Part::Kind::kDoubtful : Part::Kind::kNone, {}};
}

/// Of a schema inside, values that are refused.
std::vector<DocumentPtr> FlowJudge::ValuesFor(const Change& change, const Pair& pair) {
  std::vector<DocumentPtr> values = LocalOf(pair).values;
  // Several properties may be refused alike; only of one of them there is an example then.
  if (!change.property.empty()) {
    if (DocumentPtr value =
            graphs_.session().Example(*pair.first, schema::kObjectType, change.property)) {
      values.push_back(std::move(value));
    }
  }
  return values;
}

bool FlowJudge::IsInvolved(const Change& change, const SchemaUse& use, const DocumentPtr& payload) {
  const SchemaNode* read = PairOf(change).second;
  const SchemaNode* root = graphs_.Read(use);
  if (read == nullptr || root == nullptr) {
    return false;
  }
  const auto known = involved_.try_emplace(payload.get());
  std::set<const SchemaNode*>& schemas = known.first->second;
  if (known.second) {
    schema::EachFailure(*root, payload->root(), [&](const schema::Failure& failure) {
      schemas.insert(&failure.schema);
    });
  }
  return schemas.contains(read);
}

bool FlowJudge::IsOpen(const Change& change) const {
  const SchemaNode* written = PairOf(change).first;
  return written != nullptr && written->pattern_properties.empty() &&
         (written->additional_properties == nullptr ||
          written->additional_properties->boolean.value_or(false));
}

std::string FlowJudge::Refusal(const SchemaUse& use, const DocumentPtr& payload) const {
  const SchemaNode* read = graphs_.Read(use);
  const auto reasons = read == nullptr ? std::vector<finding::Finding>{}
                                       : schema::Explain(*read, document::Value(payload));
  return reasons.empty() ? std::string() : reasons.front().message;
}

}  // namespace accord::breaking::api
