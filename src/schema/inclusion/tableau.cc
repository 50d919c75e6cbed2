#include "schema/inclusion/tableau.h"

#include <algorithm>

#include "schema/inclusion/evaluation.h"

namespace accord::schema::inclusion {
namespace {

std::uint64_t KeyOf(ClassId id, TypeSet type) {
  return (static_cast<std::uint64_t>(id) << 8U) | type;
}

const Literal* FindLiteral(const Branch& branch, ClassId schema) {
  const auto found = std::find_if(branch.literals.begin(),
                                  branch.literals.end(),
                                  [&](const Literal& literal) { return literal.schema == schema; });
  return found == branch.literals.end() ? nullptr : &*found;
}

Facts WithReasons(Facts facts, Reasons reasons) {
  for (Fact& fact : facts) {
    fact.reasons |= reasons;
  }
  return facts;
}

/// A fact of Aspect::kExclusive negated: none of the branches (index 1), or two of them of which
/// number `index - 2` is the first.
constexpr std::uint32_t kNone = 1;
constexpr std::uint32_t kFirstOfTwo = 2;

void AddChoice(Branch& branch, std::vector<Facts> options, Reasons reasons) {
  branch.choices.push_back(
      {std::make_shared<const std::vector<Facts>>(std::move(options)), reasons});
}

}  // namespace

const Parts& Tableau::PartsFor(ClassId id, TypeSet type) {
  const auto [found, added] = parts_.try_emplace(KeyOf(id, type));
  if (added) {
    found->second = PartsOf(classes_.node(id), type, classes_);
  }
  return found->second;
}

std::shared_ptr<const std::vector<Facts>> Tableau::NegatedFor(ClassId id, TypeSet type) {
  const auto [found, added] = negated_.try_emplace(KeyOf(id, type));
  if (added) {
    const SchemaNode& node = classes_.node(id);
    NegatedParts negated = NegatedPartsOf(node, type, classes_);
    negated.always = negated.always && !IsDisregarded(id, node.boolean ? "" : "type");
    if (!disregarded_.empty()) {
      std::erase_if(negated.options, [&](const Facts& option) {
        return option.size() == 1 && IsDisregarded(id, KeywordOf(option.front(), type));
      });
    }
    if (!negated.always) {
      found->second = std::make_shared<const std::vector<Facts>>(std::move(negated.options));
    }
  }
  return found->second;
}

void Tableau::Disregard(ClassId schema, std::string keyword) {
  disregarded_.emplace(schema, std::move(keyword));
}

bool Tableau::IsDisregarded(ClassId schema, std::string_view keyword) const {
  return !disregarded_.empty() && disregarded_.contains(std::pair(schema, std::string(keyword)));
}

Fact Tableau::SchemaFact(const SchemaNode& node, bool positive, Reasons reasons) const {
  Fact fact;
  fact.schema = classes_.Of(node);
  fact.positive = positive;
  fact.reasons = reasons;
  return fact;
}

std::optional<Reasons> Tableau::Assume(Branch& branch, Facts facts) {
  while (!facts.empty()) {
    const Fact fact = facts.back();
    facts.pop_back();
    if (std::optional<Reasons> conflict = AssumeOne(branch, fact, facts)) {
      return conflict;
    }
  }
  return std::nullopt;
}

std::optional<Reasons> Tableau::AssumeOne(Branch& branch, const Fact& fact, Facts& todo) {
  switch (fact.aspect) {
    case Aspect::kSchema:
      return AssumeSchema(branch, fact, todo);
    case Aspect::kUnion:
      AssumeUnion(branch, fact, todo);
      return std::nullopt;
    case Aspect::kExclusive:
      return AssumeExclusive(branch, fact, todo);
    case Aspect::kCondition:
      AssumeCondition(branch, fact);
      return std::nullopt;
    case Aspect::kDependency:
      AssumeDependency(branch, fact);
      return std::nullopt;
    default:
      break;
  }
  if (const std::optional<Reasons> conflict = Refute(branch, fact)) {
    return *conflict | fact.reasons;
  }
  branch.facts.push_back(fact);
  return std::nullopt;
}

std::optional<Reasons> Tableau::AssumeSchema(Branch& branch, const Fact& fact, Facts& todo) {
  if (const Literal* literal = FindLiteral(branch, fact.schema)) {
    if (literal->positive != fact.positive) {
      return literal->reasons | fact.reasons;
    }
    return std::nullopt;
  }
  if (const std::optional<Reasons> conflict = RefuteSchema(branch, fact)) {
    return *conflict | fact.reasons;
  }
  branch.literals.push_back({fact.schema, fact.positive, fact.reasons});
  if (fact.positive) {
    const Parts& parts = PartsFor(fact.schema, branch.type);
    if (parts.never) {
      return fact.reasons;
    }
    for (Fact& part : WithReasons(parts.facts, fact.reasons)) {
      todo.push_back(part);
    }
    return std::nullopt;
  }
  if (std::shared_ptr<const std::vector<Facts>> options = NegatedFor(fact.schema, branch.type)) {
    branch.choices.push_back({std::move(options), fact.reasons});
  }
  return std::nullopt;
}

void Tableau::AssumeUnion(Branch& branch, const Fact& fact, Facts& todo) {
  std::vector<Facts> options;
  for (const SchemaNode* member : fact.node->any_of) {
    Fact schema = SchemaFact(*member, fact.positive, fact.positive ? 0 : fact.reasons);
    if (fact.positive) {
      options.push_back({schema});
    } else {
      todo.push_back(schema);
    }
  }
  if (fact.positive) {
    AddChoice(branch, std::move(options), fact.reasons);
  }
}

std::optional<Reasons> Tableau::AssumeExclusive(Branch& branch, const Fact& fact, Facts& todo) {
  const std::vector<const SchemaNode*>& members = fact.node->one_of;
  const auto count = static_cast<std::uint32_t>(members.size());
  const auto say = [&](std::uint32_t from, std::uint32_t to, bool positive) {
    for (std::uint32_t i = from; i < to; ++i) {
      todo.push_back(SchemaFact(*members[i], positive, fact.reasons));
    }
  };
  if (fact.index == 0) {
    std::vector<Facts> options;
    for (std::uint32_t i = fact.positive ? 1 : kNone; i < count + (fact.positive ? 1 : 2); ++i) {
      options.push_back({fact});
      options.back().front().index = i;
      options.back().front().reasons = 0;
    }
    AddChoice(branch, std::move(options), fact.reasons);
  } else if (fact.positive) {
    say(fact.index - 1, fact.index, true);
    say(0, fact.index - 1, false);
    say(fact.index, count, false);
  } else if (fact.index == kNone) {
    say(0, count, false);
  } else {
    const std::uint32_t first = fact.index - kFirstOfTwo;
    say(first, first + 1, true);
    say(0, first, false);
    std::vector<Facts> options;
    for (std::uint32_t i = first + 1; i < count; ++i) {
      options.push_back({SchemaFact(*members[i], true, 0)});
    }
    if (options.empty()) {
      return fact.reasons;
    }
    AddChoice(branch, std::move(options), fact.reasons);
  }
  return std::nullopt;
}

void Tableau::AssumeCondition(Branch& branch, const Fact& fact) {
  const SchemaNode& node = *fact.node;
  std::vector<Facts> options;
  const auto add = [&](bool holds, const SchemaNode* then) {
    if (then == nullptr && !fact.positive) {
      return;
    }
    Facts& option = options.emplace_back();
    option.push_back(SchemaFact(*node.if_schema, holds, 0));
    if (then != nullptr) {
      option.push_back(SchemaFact(*then, fact.positive, 0));
    }
  };
  add(true, node.then_schema);
  add(false, node.else_schema);
  AddChoice(branch, std::move(options), fact.reasons);
}

void Tableau::AssumeDependency(Branch& branch, const Fact& fact) {
  const Dependency& dependency = fact.node->dependencies[fact.index];
  const auto about = [](Aspect aspect, const std::string& name) {
    Fact made;
    made.aspect = aspect;
    made.name = name;
    return made;
  };
  Facts there;
  if (fact.positive) {
    // Whether the name is there itself plays no part once all it needs is there.
    for (const std::string& name : dependency.required) {
      there.push_back(about(Aspect::kPresent, name));
    }
    if (dependency.schema != nullptr) {
      there.push_back(SchemaFact(*dependency.schema, true, 0));
    }
    AddChoice(branch, {{about(Aspect::kAbsent, dependency.name)}, there}, fact.reasons);
    return;
  }
  std::vector<Facts> options;
  const Fact present = about(Aspect::kPresent, dependency.name);
  for (const std::string& name : dependency.required) {
    options.push_back({present, about(Aspect::kAbsent, name)});
  }
  if (dependency.schema != nullptr) {
    options.push_back({present, SchemaFact(*dependency.schema, false, 0)});
  }
  AddChoice(branch, std::move(options), fact.reasons);
}

std::optional<Reasons> Tableau::Propagate(Branch& branch) {
  for (std::size_t i = 0; i < branch.choices.size();) {
    Choice choice = branch.choices[i];
    const Simplified result = Simplify(branch, choice);
    if (result == Simplified::kImpossible) {
      return choice.reasons;
    }
    const bool taken = result == Simplified::kMet || choice.options->size() == 1;
    if (!taken) {
      branch.choices[i] = std::move(choice);
      ++i;
      continue;
    }
    branch.choices.erase(branch.choices.begin() + static_cast<std::ptrdiff_t>(i));
    if (result != Simplified::kMet) {
      if (std::optional<Reasons> conflict =
              Assume(branch, WithReasons(choice.options->front(), choice.reasons))) {
        return conflict;
      }
      i = 0;
    }
  }
  return std::nullopt;
}

std::optional<Choice> Tableau::Resolve(Branch& branch) {
  for (Fact& fact : branch.facts) {
    if (fact.aspect != Aspect::kUnevaluated || fact.evaluated) {
      continue;
    }
    Evaluation evaluation = Evaluate(*fact.node, branch, *this);
    if (evaluation.opaque) {
      fact.aspect = Aspect::kOpaque;
      fact.opaque = UnknownReason::kUnevaluated;
      continue;
    }
    if (evaluation.undecided) {
      return std::move(evaluation.undecided);
    }
    fact.reasons |= evaluation.reasons;
    fact.evaluated = std::make_shared<const Evaluated>(std::move(evaluation.evaluated));
  }
  return std::nullopt;
}

Tableau::Simplified Tableau::Simplify(const Branch& branch, Choice& choice) {
  std::vector<std::size_t> left;
  Reasons reasons = choice.reasons;
  for (std::size_t i = 0; i < choice.options->size(); ++i) {
    const Facts& option = (*choice.options)[i];
    std::optional<Reasons> refuted;
    bool met = true;
    for (const Fact& fact : option) {
      refuted = Refute(branch, fact);
      if (refuted) {
        reasons |= *refuted;
        break;
      }
      met = met && IsMet(branch, fact);
    }
    if (!refuted && met) {
      return Simplified::kMet;
    }
    if (!refuted) {
      left.push_back(i);
    }
  }
  choice.reasons = reasons;
  if (left.empty()) {
    return Simplified::kImpossible;
  }
  if (left.size() == choice.options->size()) {
    return Simplified::kSame;
  }
  std::vector<Facts> options;
  options.reserve(left.size());
  for (const std::size_t i : left) {
    options.push_back((*choice.options)[i]);
  }
  choice.options = std::make_shared<const std::vector<Facts>>(std::move(options));
  return Simplified::kChanged;
}

bool Tableau::IsMet(const Branch& branch, const Fact& fact) {
  if (fact.aspect == Aspect::kProperty) {
    return IsMemberMet(branch, fact);
  }
  if (fact.aspect != Aspect::kSchema) {
    return false;
  }
  const Literal* literal = FindLiteral(branch, fact.schema);
  if (literal != nullptr && literal->positive == fact.positive) {
    return true;
  }
  if (fact.positive) {
    return (bounds_.Certain(fact.schema) & branch.type) != 0;
  }
  return (disregarded_.empty() && (bounds_.Possible(fact.schema) & branch.type) == 0) ||
         (branch.type == kObjectType && IsNegationMet(branch, fact.schema));
}

std::optional<Reasons> Tableau::Refute(const Branch& branch, const Fact& fact) {
  switch (fact.aspect) {
    case Aspect::kSchema:
      return RefuteSchema(branch, fact);
    case Aspect::kExclusive: {
      const std::uint32_t first = fact.positive ? 1 : kFirstOfTwo;
      if (fact.index < first) {
        return std::nullopt;
      }
      return RefuteSchema(branch, SchemaFact(*fact.node->one_of[fact.index - first], true, 0));
    }
    case Aspect::kProperty:
    case Aspect::kPatternProperty:
      if (bounds_.Certain(fact.schema) == kAnyType) {
        return 0;
      }
      return RefuteMember(branch, fact);
    case Aspect::kPresent:
    case Aspect::kAbsent:
      return RefuteMember(branch, fact);
    case Aspect::kPrefixItem:
    case Aspect::kItems:
      return RefuteItem(branch, fact);
    case Aspect::kAdditional:
    case Aspect::kNames:
      if (!fact.positive && bounds_.Certain(fact.schema) == kAnyType) {
        return 0;
      }
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

std::optional<Reasons> Tableau::RefuteSchema(const Branch& branch, const Fact& fact) {
  const Literal* literal = FindLiteral(branch, fact.schema);
  if (literal != nullptr && literal->positive != fact.positive) {
    return literal->reasons;
  }
  const bool impossible = fact.positive ? (bounds_.Possible(fact.schema) & branch.type) == 0
                                        : (bounds_.Certain(fact.schema) & branch.type) != 0;
  if (impossible) {
    return 0;
  }
  return fact.positive && branch.type == kObjectType ? RefuteByTag(branch, fact.schema)
                                                     : std::nullopt;
}

std::optional<Reasons> Tableau::RefuteByTag(const Branch& branch, ClassId schema) {
  for (const Tags::Tag& tag : tags_.Of(schema)) {
    if (const Fact* other = FindOtherTag(branch, tag)) {
      return other->reasons;
    }
  }
  return std::nullopt;
}

const Fact* Tableau::FindOtherTag(const Branch& branch, const Tags::Tag& tag) {
  for (const Fact& known : branch.facts) {
    if (known.aspect != Aspect::kMembers) {
      continue;
    }
    for (const ClassId schema : index_.SchemasOf(*known.node, tag.name)) {
      if (tags_.Differ(tag.values, schema)) {
        return &known;
      }
    }
  }
  return nullptr;
}

bool Tableau::IsPresent(const Branch& branch, std::string_view name) {
  return std::any_of(branch.facts.begin(), branch.facts.end(), [&](const Fact& known) {
    return known.aspect == Aspect::kRequired && index_.Requires(*known.node, name);
  });
}

bool Tableau::IsMemberMet(const Branch& branch, const Fact& fact) {
  if (IsDisregarded(fact.schema, "enum") || IsDisregarded(fact.schema, "const")) {
    return false;
  }
  const bool differs =
      std::any_of(branch.facts.begin(), branch.facts.end(), [&](const Fact& known) {
        if (known.aspect != Aspect::kMembers) {
          return false;
        }
        const std::vector<ClassId> schemas = index_.SchemasOf(*known.node, fact.name);
        return std::any_of(schemas.begin(), schemas.end(), [&](ClassId schema) {
          return tags_.Differ(schema, fact.schema);
        });
      });
  return differs && IsPresent(branch, fact.name);
}

bool Tableau::IsNegationMet(const Branch& branch, ClassId schema) {
  const std::vector<Tags::Tag>& tags = tags_.Of(schema);
  return std::any_of(tags.begin(), tags.end(), [&](const Tags::Tag& tag) {
    const bool counts = disregarded_.empty() ||
                        (!IsDisregarded(tag.values, "enum") &&
                         !IsDisregarded(tag.values, "const") && IsPresent(branch, tag.name));
    return counts && FindOtherTag(branch, tag) != nullptr;
  });
}

std::optional<Reasons> Tableau::RefuteMember(const Branch& branch, const Fact& fact) {
  for (const Fact& known : branch.facts) {
    const bool same_name = known.name == fact.name;
    bool refuted = false;
    if (known.aspect == Aspect::kMembers) {
      refuted = GuaranteesMember(*known.node, fact);
    } else if (fact.aspect == Aspect::kAbsent) {
      refuted =
          (known.aspect == Aspect::kRequired && index_.Requires(*known.node, fact.name)) ||
          (same_name && (known.aspect == Aspect::kPresent || known.aspect == Aspect::kProperty));
    } else if (fact.aspect != Aspect::kPatternProperty) {
      refuted = same_name && known.aspect == Aspect::kAbsent;
    }
    if (refuted) {
      return known.reasons;
    }
  }
  return std::nullopt;
}

bool Tableau::GuaranteesMember(const SchemaNode& node, const Fact& fact) {
  if (fact.aspect == Aspect::kProperty) {
    return index_.Asks(node, fact.name, fact.schema);
  }
  return fact.aspect == Aspect::kPatternProperty &&
         std::any_of(node.pattern_properties.begin(),
                     node.pattern_properties.end(),
                     [&](const PatternProperty& property) {
                       return property.pattern->source() == fact.pattern->source() &&
                              classes_.Of(*property.schema) == fact.schema;
                     });
}

std::optional<Reasons> Tableau::RefuteItem(const Branch& branch, const Fact& fact) {
  if (bounds_.Certain(fact.schema) == kAnyType) {
    return 0;
  }
  for (const Fact& known : branch.facts) {
    if (known.aspect != Aspect::kElements) {
      continue;
    }
    const std::vector<const SchemaNode*>& prefix = known.node->prefix_items;
    const SchemaNode* item = known.node->items;
    if (fact.index < prefix.size()) {
      // Items from here on differ among themselves; only a single place can be looked at.
      item = fact.aspect == Aspect::kPrefixItem ? prefix[fact.index] : nullptr;
    }
    if (item != nullptr && classes_.Of(*item) == fact.schema) {
      return known.reasons;
    }
  }
  return std::nullopt;
}

}  // namespace accord::schema::inclusion
