#include <algorithm>

#include <fmt/format.h>

#include "accord/base/strings.h"
#include "accord/schema/validate.h"

#include "conform/promise_walk.h"
#include "conform/rules.h"
#include "conform/wire.h"

namespace accord::conform {
namespace {

using document::Member;
using document::Node;
using schema::SchemaNode;

constexpr std::size_t kShownName = 60;

std::string Name(std::string_view key) {
  return base::Ellipsize(key, kShownName);
}

schema::TypeSet KindOf(const Node& example) {
  return example.is_object() ? schema::kObjectType : schema::kArrayType;
}

bool HasType(const SchemaNode& node) {
  return node.types != schema::kAnyType;
}

bool IsWriteOnly(const SchemaNode& node) {
  return node.write_only || (node.ref != nullptr && node.ref->write_only);
}

std::string_view Words(const Node& example) {
  return example.is_object() ? "an object" : "an array";
}

}  // namespace

/// The kind of the value, and fixed values of the whole.
bool PromiseWalk::FitsKind(const Scope& scope, const Node& example) {
  for (const Applied& applied : scope.nodes) {
    const SchemaNode& node = *applied.node;
    const bool never = node.boolean.has_value() && !*node.boolean;
    if (never || (node.types & KindOf(example)) == 0) {
      score_.other_kind = true;
      if (incompatible_ != nullptr) {
        Problem(*incompatible_,
                example,
                never ? fmt::format("{} is not promised", Subject())
                      : fmt::format("{} must not be {}", Subject(), Words(example)),
                schema::SpanOf(node, "type"));
      }
      return false;
    }
    if (node.has_enum && incompatible_ != nullptr &&
        std::none_of(node.values.begin(), node.values.end(), [&](const Node* value) {
          return document::Equal(*value, example, true);
        })) {
      Problem(*incompatible_,
              example,
              fmt::format("{} is none of the values that are allowed", Subject()),
              schema::SpanOf(node, node.enum_keyword));
      return false;
    }
  }
  return true;
}

void PromiseWalk::Object(const Scope& scope, const Node& example) {
  for (const Member& member : example.members()) {
    if (!example.has_repeated_keys() || example.Find(member.key()) == &member.value) {
      Property(scope, example, member);
    }
  }
  if (incompatible_ != nullptr) {
    ObjectLimits(scope, example);
  }
  const bool describes =
      std::any_of(scope.nodes.begin(), scope.nodes.end(), [](const Applied& one) {
        return !one.node->properties.empty();
      });
  if (example.members().empty() && describes && judges()) {
    Remark(kExampleEmpty,
           SpanOf(example),
           fmt::format("{} is expected empty: none of its properties is used", Subject()),
           {});
  }
}

void PromiseWalk::Property(const Scope& scope, const Node& /*example*/, const Member& member) {
  Described described = Describe(scope, member.key());
  bool known_around = false;
  for (const Around* around = around_; around != nullptr; around = around->outer) {
    known_around = known_around || Describe(*around->scope, member.key()).known();
  }
  walker_.EnterField(member.key());
  if (described.forbids != nullptr || (!described.known() && !known_around)) {
    walker_.Leave();
    Undescribed(scope, described, member);
    return;
  }
  if (judges()) {
    for (const SchemaNode* node : described.schemas) {
      if (IsWriteOnly(*node)) {
        Remark(kPropertyWriteOnly,
               SpanOf(member.value),
               fmt::format("'{}' is only ever sent in requests", Name(member.key())),
               schema::SpanOf(*node, "writeOnly"));
        break;
      }
    }
    RemarkOptional(scope, described, member);
  }
  Value(described.schemas, member.value);
  walker_.Leave();
}

void PromiseWalk::DescribeBy(const SchemaNode& node, std::string_view name, Described& out) {
  bool here = false;
  for (const schema::Property& property : node.properties) {
    if (property.name == name) {
      out.schemas.push_back(property.schema);
      out.mentions = out.mentions == nullptr ? property.schema : out.mentions;
      here = true;
    }
  }
  for (const schema::PatternProperty& property : node.pattern_properties) {
    if (property.pattern->Search(name) == schema::Pattern::Match::kYes) {
      out.schemas.push_back(property.schema);
      here = true;
    }
  }
  for (const SchemaNode* others : {node.additional_properties, node.unevaluated_properties}) {
    if (here || others == nullptr) {
      continue;
    }
    if (others->boolean) {
      out.open = out.open || *others->boolean;
      const bool forbids = !*others->boolean && others == node.additional_properties;
      out.forbids = forbids ? &node : out.forbids;
    } else {
      out.schemas.push_back(others);
    }
  }
}

PromiseWalk::Described PromiseWalk::Describe(const Scope& scope, std::string_view name) const {
  Described out;
  for (const Applied& applied : scope.nodes) {
    DescribeBy(*applied.node, name, out);
  }
  return out;
}

PromiseWalk::Speech PromiseWalk::SpeechAbout(const Scope& scope) {
  Speech speech;
  for (const Applied& applied : scope.nodes) {
    const SchemaNode& node = *applied.node;
    const bool speaks = !node.properties.empty() || (speech.speaker == nullptr && HasType(node));
    speech.speaker = speaks ? &node : speech.speaker;
    speech.typed = speech.typed || (HasType(node) && (node.types & schema::kObjectType) != 0);
    speech.names_any =
        speech.names_any || !node.properties.empty() || !node.pattern_properties.empty();
    for (const schema::Property& property : node.properties) {
      speech.names.push_back(property.name);
    }
  }
  return speech;
}

/// How bad that is depends on how much the schemas say about the object at all.
void PromiseWalk::Undescribed(const Scope& scope,
                              const Described& described,
                              const Member& member) {
  const Speech speech = SpeechAbout(scope);
  const bool is_promise_broken =
      described.forbids != nullptr || (!described.open && speech.typed && speech.names_any);
  if (trying()) {
    score_.undescribed += is_promise_broken ? 1 : 0;
    if (is_promise_broken && first_problem_ != nullptr && first_problem_->empty()) {
      *first_problem_ = fmt::format("'{}' is not described", Name(member.key()));
    }
    return;
  }
  if (speech.speaker == nullptr && described.forbids == nullptr) {
    return;  // Any value is allowed here.
  }
  const bool sent = incompatible_ == nullptr;
  const SchemaNode& at = described.forbids != nullptr ? *described.forbids : *speech.speaker;
  if (sent && (described.forbids != nullptr || described.open || !speech.names_any)) {
    return;  // Found by validation, or meant.
  }
  const finding::RuleInfo& rule = sent                ? kRequestPropertyUndocumented
                                  : is_promise_broken ? *incompatible_
                                                      : kPropertyUndocumented;
  const auto& document = payload_.example.document();
  const bool has_place = document && !document->source().empty() && !payload_.span.known();
  Remark(rule,
         has_place ? document->KeySpanOf(member) : payload_.span,
         fmt::format("'{}' of {} is not described", Name(member.key()), Subject()),
         schema::SpanOf(at, at.properties.empty() ? "" : "properties"));
  if (const auto nearest = base::NearestWord(member.key(), speech.names)) {
    remarks_.findings().back().help = fmt::format("did you mean '{}'?", *nearest);
  }
}

void PromiseWalk::RemarkOptional(const Scope& scope,
                                 const Described& described,
                                 const Member& member) {
  if (described.mentions == nullptr) {
    return;  // Keys of a map are nobody's promise.
  }
  const bool promised =
      std::any_of(scope.nodes.begin(), scope.nodes.end(), [&](const Applied& one) {
        return !one.chosen &&
               std::find(one.node->required.begin(), one.node->required.end(), member.key()) !=
                   one.node->required.end();
      });
  if (!promised && IsNews(kPropertyOptional, *described.mentions)) {
    Remark(kPropertyOptional,
           SpanOf(member.value),
           fmt::format("the provider may leave out {}", Subject()),
           schema::SpanOf(*described.mentions, ""));
  }
}

void PromiseWalk::ObjectLimits(const Scope& scope, const Node& example) {
  for (const Applied& applied : scope.nodes) {
    const SchemaNode& node = *applied.node;
    for (std::size_t i = 0; applied.firm && i < node.required.size(); ++i) {
      if (example.Find(node.required[i]) == nullptr) {
        Problem(*incompatible_,
                example,
                fmt::format("{} must have the property '{}'", Subject(), Name(node.required[i])),
                schema::SpanOf(node, "required"));
      }
    }
    if (node.max_properties && example.members().size() > *node.max_properties) {
      Problem(
          *incompatible_,
          example,
          fmt::format("{} must not have more than {} properties", Subject(), *node.max_properties),
          schema::SpanOf(node, "maxProperties"));
    }
    for (const Member& member : example.members()) {
      if (node.property_names != nullptr &&
          !schema::IsValid(*schema_.graph, *node.property_names, Node::String(member.key()))) {
        Problem(
            *incompatible_,
            member.value,
            fmt::format(
                "'{}' is no name that a property of {} may have", Name(member.key()), Subject()),
            schema::SpanOf(node, "propertyNames"));
      }
    }
  }
}

void PromiseWalk::Array(const Scope& scope, const Node& example) {
  if (incompatible_ != nullptr) {
    ArrayLimits(scope, example);
  }
  const std::span<const Node> items = example.items();
  for (std::size_t i = 0; i < items.size() && steps_ <= kMaxSteps; ++i) {
    SchemaNodes schemas;
    for (const Applied& applied : scope.nodes) {
      const SchemaNode& node = *applied.node;
      if (i < node.prefix_items.size()) {
        schemas.push_back(node.prefix_items[i]);
      } else if (node.items != nullptr) {
        schemas.push_back(node.items);
      }
    }
    schemas = schemas.empty() ? Containing(scope, items[i]) : schemas;
    for (std::size_t n = 0; schemas.empty() && n < scope.nodes.size(); ++n) {
      if (const SchemaNode* others = scope.nodes[n].node->unevaluated_items; others != nullptr) {
        schemas.push_back(others);
      }
    }
    walker_.EnterIndex(i);
    Value(schemas, items[i]);
    walker_.Leave();
  }
  if (items.empty() && judges()) {
    Remark(kExampleEmpty,
           SpanOf(example),
           fmt::format("{} is expected empty: nothing is said about its items", Subject()),
           {});
  }
}

/// A rule about the number of items says more than the example.
void PromiseWalk::LengthProblem(const SchemaNode& node,
                                std::string_view keyword,
                                const std::string& message,
                                const Node& example) {
  const bool remark = walker_.rules().HasOwn(pact::Matcher::kType) && !trying();
  Problem(remark ? kExampleImpossible : *incompatible_,
          example,
          fmt::format("{} {}", Subject(), message),
          schema::SpanOf(node, keyword));
}

void PromiseWalk::ArrayLimits(const Scope& scope, const Node& example) {
  const std::size_t count = example.items().size();
  for (const Applied& applied : scope.nodes) {
    const SchemaNode& node = *applied.node;
    if (count < node.min_items) {
      LengthProblem(
          node, "minItems", fmt::format("must have at least {} items", node.min_items), example);
    }
    if (node.max_items && count > *node.max_items) {
      LengthProblem(
          node, "maxItems", fmt::format("must have at most {} items", *node.max_items), example);
    }
    for (std::size_t i = 0; node.unique_items && i < count; ++i) {
      const auto same = [&](const Node& other) {
        return document::Equal(other, example.items()[i], true);
      };
      constexpr std::size_t kMostCompared = 1000;
      const auto before = example.items().first(std::min(i, kMostCompared));
      if (std::any_of(before.begin(), before.end(), same)) {
        Problem(*incompatible_,
                example,
                fmt::format("{} must not have an item twice", Subject()),
                schema::SpanOf(node, "uniqueItems"));
        break;
      }
    }
  }
  Contains(scope, example);
}

}  // namespace accord::conform
