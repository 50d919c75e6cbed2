#include "breaking/openapi/schema_hash.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "accord/base/hash.h"

#include "breaking/openapi/schema_vocabulary.h"

namespace accord::breaking::api {

using document::Kind;
using document::Member;
using document::Node;
using document::Value;

namespace {

// The finalizer of SplitMix64: every bit of the input reaches every bit of the output.
std::uint64_t Mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

std::uint64_t Pair(std::uint64_t key, std::uint64_t value) {
  return Mix(Mix(key) ^ value);
}

std::uint64_t KeyOf(const Member& member) {
  return base::Hash64(member.key(), 1);
}

bool Counts(const Node& node, const Member& member) {
  return !node.has_repeated_keys() || node.Find(member.key(), member.key_hash) == &member.value;
}

constexpr std::uint64_t kContainer = 0x6f626a656374U;
constexpr std::uint64_t kBeside = 0x626573696465U;

}  // namespace

std::uint64_t HashOfValue(const Node& node) {
  switch (node.kind()) {
    case Kind::kNull:
      return Mix(2);
    case Kind::kBool:
      return Mix(node.boolean() ? 3 : 4);
    case Kind::kNumber:
      return base::Hash64(node.text(), 5);
    case Kind::kString:
      return base::Hash64(node.text(), 6);
    case Kind::kArray: {
      std::uint64_t sum = Mix(7);
      for (const Node& item : node.items()) {
        sum = Pair(sum, HashOfValue(item));
      }
      return sum;
    }
    case Kind::kObject:
      break;
  }
  std::uint64_t sum = 0;
  for (const Member& member : node.members()) {
    if (Counts(node, member)) {
      sum += Pair(KeyOf(member), HashOfValue(member.value));
    }
  }
  return Mix(sum ^ kContainer);
}

/// Hashes one schema down to its references.
class SchemaHashes::Builder {
 public:
  Builder(SchemaHashes& hashes, const openapi::Description& description, document::DocumentPtr in)
      : hashes_(hashes), description_(description), document_(std::move(in)) {}

  Term Schema(const Node& node) {
    if (!node.is_object()) {
      return {HashOfValue(node)};
    }
    const Node* reference = node.Find("$ref");
    if (reference == nullptr || !reference->is_string()) {
      return Object(node);
    }
    const Term target = Target(node, *reference);
    if (node.members().size() == 1 || description_.version < openapi::Version::k3_1) {
      return target;
    }
    Expression sum;
    Add(sum, kBeside, Object(node));
    if (sum.operands.empty() && sum.sum == Pair(kBeside, Mix(kContainer))) {
      return target;  // Nothing but documentation beside it.
    }
    Add(sum, kBeside + 1, target);
    return Finish(std::move(sum));
  }

  Term Object(const Node& node, std::span<const std::string_view> left_out = {}) {
    Expression sum;
    for (const Member& member : node.members()) {
      if (!Counts(node, member) || member.key() == "$ref" ||
          std::ranges::count(left_out, member.key()) != 0) {
        continue;
      }
      const KeywordKind kind = KindOf(member.key());
      if (kind != KeywordKind::kDocumentation) {
        Add(sum, KeyOf(member), Keyword(kind, member.value));
      }
    }
    return Finish(std::move(sum));
  }

  std::vector<std::int32_t> references;

 private:
  Term Target(const Node& node, const Node& reference) {
    const std::int32_t unit = hashes_.UnitOf(description_, Value(document_, &node));
    if (unit < 0) {
      return {HashOfValue(reference)};
    }
    if (hashes_.units_[static_cast<std::size_t>(unit)].final) {
      return {hashes_.units_[static_cast<std::size_t>(unit)].hash};
    }
    references.push_back(unit);
    return {0, -unit - 1};
  }

  Term Keyword(KeywordKind kind, const Node& node) {
    if (kind == KeywordKind::kSchema && !node.is_array()) {
      return Schema(node);
    }
    if (node.is_array() && (kind == KeywordKind::kSchemaList || kind == KeywordKind::kSchema)) {
      Expression sum;
      std::uint64_t place = 8;
      for (const Node& item : node.items()) {
        Add(sum, ++place, Schema(item));
      }
      return Finish(std::move(sum));
    }
    if (kind == KeywordKind::kSchemaMap && node.is_object()) {
      Expression sum;
      for (const Member& member : node.members()) {
        if (Counts(node, member)) {
          Add(sum, KeyOf(member), Schema(member.value));
        }
      }
      return Finish(std::move(sum));
    }
    return {HashOfValue(node)};
  }

  static void Add(Expression& sum, std::uint64_t key, const Term& term) {
    if (term.from == 0) {
      sum.sum += Pair(key, term.hash);
    } else {
      sum.operands.push_back({key, term});
    }
  }

  Term Finish(Expression sum) {
    if (sum.operands.empty()) {
      return {Mix(sum.sum ^ kContainer)};
    }
    hashes_.expressions_.push_back(std::move(sum));
    return {0, static_cast<std::int32_t>(hashes_.expressions_.size())};
  }

  SchemaHashes& hashes_;
  const openapi::Description& description_;
  const document::DocumentPtr document_;
};

SchemaHashes::SchemaHashes(const openapi::Description& before, const openapi::Description& after)
    : before_(before), after_(after) {
  for (const openapi::Description* description : {&before_, &after_}) {
    for (const openapi::Component& component : description->schemas) {
      if (const Value schema = description->Resolve(component.source)) {
        AddUnit(*description, schema);
      }
    }
  }
  Settle();
}

std::uint64_t SchemaHashes::Of(const openapi::Description& description,
                               const Value& schema,
                               std::span<const std::string_view> left_out) {
  if (!schema) {
    return 0;
  }
  Builder builder(*this, description, schema.document());
  const Term term = schema->is_object() && !left_out.empty() ? builder.Object(*schema, left_out)
                                                             : builder.Schema(*schema);
  Settle();
  const std::uint64_t hash = Evaluate(term);
  expressions_.clear();
  return hash;
}

std::int32_t SchemaHashes::UnitOf(const openapi::Description& description, const Value& reference) {
  const auto [place, fresh] = unit_of_reference_.try_emplace(reference.get(), -1);
  if (fresh) {
    if (const Value schema = description.Resolve(reference)) {
      place->second = AddUnit(description, schema);
    }
  }
  return place->second;
}

std::int32_t SchemaHashes::AddUnit(const openapi::Description& description, const Value& schema) {
  const auto next = static_cast<std::int32_t>(units_.size());
  const auto [place, fresh] = unit_of_schema_.try_emplace(schema.get(), next);
  if (fresh) {
    units_.push_back({&description, schema, {}, 0, false, {}});
  }
  return place->second;
}

std::uint64_t SchemaHashes::Evaluate(const Term& term) const {
  if (term.from == 0) {
    return term.hash;
  }
  if (term.from < 0) {
    return units_[static_cast<std::size_t>(-term.from - 1)].hash;
  }
  const Expression& expression = expressions_[static_cast<std::size_t>(term.from - 1)];
  std::uint64_t sum = expression.sum;
  for (const Operand& operand : expression.operands) {
    sum += Pair(operand.key, Evaluate(operand.term));
  }
  return Mix(sum ^ kContainer);
}

void SchemaHashes::Settle() {
  const std::size_t first = built_;
  for (; built_ < units_.size(); ++built_) {
    // The vector grows meanwhile.
    Builder builder(*this, *units_[built_].description, units_[built_].schema.document());
    const Node& schema = *units_[built_].schema;
    const Term term = builder.Schema(schema);
    units_[built_].term = term;
    units_[built_].references = std::move(builder.references);
  }
  if (first < units_.size()) {
    SettleLeaves(first);
    SettleCircles(first);
  }
}

void SchemaHashes::SettleLeaves(std::size_t first) {
  std::vector<std::size_t> open(units_.size());
  std::vector<std::vector<std::size_t>> users(units_.size());
  std::vector<std::size_t> ready;
  for (std::size_t i = first; i < units_.size(); ++i) {
    open[i] = units_[i].references.size();
    for (const std::int32_t reference : units_[i].references) {
      users[static_cast<std::size_t>(reference)].push_back(i);
    }
    if (open[i] == 0) {
      ready.push_back(i);
    }
  }
  while (!ready.empty()) {
    const std::size_t at = ready.back();
    ready.pop_back();
    units_[at].hash = Evaluate(units_[at].term);
    units_[at].final = true;
    for (const std::size_t user : users[at]) {
      if (--open[user] == 0) {
        ready.push_back(user);
      }
    }
  }
}

void SchemaHashes::SettleCircles(std::size_t first) {
  std::vector<std::size_t> circles;
  for (std::size_t i = first; i < units_.size(); ++i) {
    if (!units_[i].final) {
      circles.push_back(i);
    }
  }
  std::size_t told_apart = 0;
  std::vector<std::uint64_t> next(circles.size());
  for (std::size_t round = 0; round <= circles.size(); ++round) {
    for (std::size_t i = 0; i < circles.size(); ++i) {
      next[i] = Evaluate(units_[circles[i]].term);
    }
    for (std::size_t i = 0; i < circles.size(); ++i) {
      units_[circles[i]].hash = next[i];
    }
    std::ranges::sort(next);
    const auto distinct =
        static_cast<std::size_t>(std::unique(next.begin(), next.end()) - next.begin());
    if (distinct == told_apart) {
      break;
    }
    told_apart = distinct;
  }
  for (const std::size_t i : circles) {
    units_[i].final = true;
  }
}

}  // namespace accord::breaking::api
