#include "schema/inclusion/fact.h"

namespace accord::schema::inclusion {
namespace {

bool HasCondition(const SchemaNode& node) {
  return node.if_schema != nullptr && (node.then_schema != nullptr || node.else_schema != nullptr);
}

bool IsNever(const SchemaNode& node, TypeSet type) {
  return (node.boolean && !*node.boolean) || (node.types & type) == 0;
}

bool HasElements(const SchemaNode& node) {
  return !node.prefix_items.empty() || node.items != nullptr;
}

bool HasMembers(const SchemaNode& node) {
  return !node.properties.empty() || !node.pattern_properties.empty() ||
         node.additional_properties != nullptr;
}

/// `1.0` and `1` are one number here but two for a strict draft 4.
bool IsStrict(const SchemaNode& node, TypeSet type) {
  return node.strict_integer && type == kIntegerType && (node.types & kFractionType) == 0;
}

class PartsReader {
 public:
  PartsReader(const SchemaNode& node, TypeSet type, const SchemaClasses& classes)
      : node_(node), type_(type), classes_(classes) {}

  Parts Read() {
    Parts parts;
    parts.never = IsNever(node_, type_);
    if (parts.never) {
      return parts;
    }
    AddScalars();
    if ((type_ & kArrayType) != 0) {
      AddArray();
    }
    if ((type_ & kObjectType) != 0) {
      AddObject();
    }
    AddInPlace();
    parts.facts = std::move(facts_);
    return parts;
  }

 private:
  Fact& Add(Aspect aspect) { return facts_.emplace_back(Fact{.aspect = aspect, .node = &node_}); }
  void AddSchema(const SchemaNode* schema, bool positive = true) {
    if (schema != nullptr) {
      Fact& fact = Add(Aspect::kSchema);
      fact.schema = classes_.Of(*schema);
      fact.positive = positive;
    }
  }
  void AddSize(std::uint64_t low, const std::optional<std::uint64_t>& high) {
    if (low > 0 || high) {
      Fact& fact = Add(Aspect::kSize);
      fact.low = low;
      fact.high = high.value_or(kUnbounded);
    }
  }
  void AddIf(bool there, Aspect aspect, std::uint32_t index = 0) {
    if (there) {
      Add(aspect).index = index;
    }
  }
  void AddUnevaluated(const SchemaNode* schema) {
    if (schema != nullptr) {
      Add(Aspect::kUnevaluated).schema = classes_.Of(*schema);
    }
  }
  void AddOpaque(bool there, UnknownReason reason) {
    if (there) {
      Add(Aspect::kOpaque).opaque = reason;
    }
  }

  void AddScalars() {
    AddOpaque(IsStrict(node_, type_), UnknownReason::kNoWitness);
    AddIf(node_.has_enum, Aspect::kEnum);
    AddIf(node_.const_value != nullptr, Aspect::kEnum, 1);
    if ((type_ & kNumberType) != 0) {
      AddIf(node_.minimum.has_value(), Aspect::kLower);
      AddIf(node_.second_minimum.has_value(), Aspect::kLower, 1);
      AddIf(node_.maximum.has_value(), Aspect::kUpper);
      AddIf(node_.second_maximum.has_value(), Aspect::kUpper, 1);
      AddIf(node_.multiple_of.has_value(), Aspect::kMultiple);
    }
    if ((type_ & kStringType) != 0) {
      AddSize(node_.min_length, node_.max_length);
      if (node_.pattern) {
        Add(Aspect::kPattern).pattern = node_.pattern.get();
      }
    }
    const bool format = node_.assert_format && !node_.format.empty();
    AddIf(format && (type_ & (kStringType | kNumberType)) != 0, Aspect::kFormat);
  }

  void AddArray() {
    AddIf(HasElements(node_), Aspect::kElements);
    AddSize(node_.min_items, node_.max_items);
    if (node_.contains) {
      Fact& fact = Add(Aspect::kCount);
      fact.schema = classes_.Of(*node_.contains->schema);
      fact.low = node_.contains->min;
      fact.high = node_.contains->max.value_or(kUnbounded);
    }
    AddIf(node_.unique_items, Aspect::kUnique);
    AddUnevaluated(node_.unevaluated_items);
  }

  void AddObject() {
    AddIf(!node_.required.empty(), Aspect::kRequired);
    AddIf(HasMembers(node_), Aspect::kMembers);
    AddSize(node_.min_properties, node_.max_properties);
    if (node_.property_names != nullptr) {
      Add(Aspect::kNames).schema = classes_.Of(*node_.property_names);
    }
    for (std::uint32_t i = 0; i < node_.dependencies.size(); ++i) {
      Add(Aspect::kDependency).index = i;
    }
    AddUnevaluated(node_.unevaluated_properties);
  }

  void AddInPlace() {
    AddSchema(node_.ref);
    if (node_.dynamic_ref && node_.dynamic_ref->anchor) {
      AddOpaque(true, UnknownReason::kDynamicReference);
    } else if (node_.dynamic_ref) {
      AddSchema(node_.dynamic_ref->initial);
    }
    for (const SchemaNode* branch : node_.all_of) {
      AddSchema(branch);
    }
    AddSchema(node_.not_schema, false);
    AddIf(!node_.any_of.empty(), Aspect::kUnion);
    AddIf(!node_.one_of.empty(), Aspect::kExclusive);
    AddIf(HasCondition(node_), Aspect::kCondition);
  }

  const SchemaNode& node_;
  TypeSet type_;
  const SchemaClasses& classes_;
  Facts facts_;
};

/// The ways in which a fact can fail to hold; each is one more option.
class Negator {
 public:
  Negator(const SchemaClasses& classes, std::vector<Facts>& options)
      : classes_(classes), options_(options) {}

  void Negate(const Fact& fact) {
    switch (fact.aspect) {
      case Aspect::kSize:
      case Aspect::kCount:
        AddOutside(fact);
        break;
      case Aspect::kElements:
        AddItems(fact);
        break;
      case Aspect::kMembers:
        AddMembers(fact);
        break;
      case Aspect::kRequired:
        for (const std::string& name : fact.node->required) {
          Option(fact, Aspect::kAbsent).name = name;
        }
        break;
      default:
        options_.push_back({fact});
        options_.back().front().positive = !fact.positive;
    }
  }

 private:
  Fact& Option(const Fact& fact, Aspect aspect) {
    options_.push_back({Fact{.aspect = aspect, .node = fact.node}});
    return options_.back().front();
  }

  void AddOutside(const Fact& fact) {
    if (fact.low > 0) {
      Fact& below = Option(fact, fact.aspect);
      below.schema = fact.schema;
      below.high = fact.low - 1;
    }
    if (fact.high != kUnbounded) {
      Fact& above = Option(fact, fact.aspect);
      above.schema = fact.schema;
      above.low = fact.high + 1;
    }
  }

  void AddItems(const Fact& fact) {
    const auto& prefix = fact.node->prefix_items;
    for (std::uint32_t i = 0; i < prefix.size(); ++i) {
      Fact& option = Option(fact, Aspect::kPrefixItem);
      option.index = i;
      option.schema = classes_.Of(*prefix[i]);
    }
    if (fact.node->items != nullptr) {
      Fact& option = Option(fact, Aspect::kItems);
      option.index = static_cast<std::uint32_t>(prefix.size());
      option.schema = classes_.Of(*fact.node->items);
    }
  }

  void AddMembers(const Fact& fact) {
    for (const Property& property : fact.node->properties) {
      Fact& option = Option(fact, Aspect::kProperty);
      option.name = property.name;
      option.schema = classes_.Of(*property.schema);
    }
    for (const PatternProperty& property : fact.node->pattern_properties) {
      Fact& option = Option(fact, Aspect::kPatternProperty);
      option.pattern = property.pattern.get();
      option.schema = classes_.Of(*property.schema);
    }
    if (fact.node->additional_properties != nullptr) {
      Fact& option = Option(fact, Aspect::kAdditional);
      option.positive = false;
      option.schema = classes_.Of(*fact.node->additional_properties);
    }
  }

  const SchemaClasses& classes_;
  std::vector<Facts>& options_;
};

}  // namespace

std::string_view KeywordOf(const Fact& option, TypeSet type) {
  const SchemaNode& node = *option.node;
  switch (option.aspect) {
    case Aspect::kEnum:
      return option.index == 1 ? "const" : node.enum_keyword;
    case Aspect::kLower:
      return (option.index == 1 ? node.second_minimum : node.minimum)->keyword;
    case Aspect::kUpper:
      return (option.index == 1 ? node.second_maximum : node.maximum)->keyword;
    case Aspect::kMultiple:
      return "multipleOf";
    case Aspect::kSize:
      if (type == kStringType) {
        return option.low > 0 ? "maxLength" : "minLength";
      }
      if (type == kArrayType) {
        return option.low > 0 ? "maxItems" : "minItems";
      }
      return option.low > 0 ? "maxProperties" : "minProperties";
    case Aspect::kCount:
      return "contains";
    case Aspect::kPattern:
      return "pattern";
    case Aspect::kFormat:
      return "format";
    case Aspect::kUnique:
      return "uniqueItems";
    case Aspect::kAbsent:
      return "required";
    case Aspect::kDependency:
      return node.dependencies[option.index].keyword;
    default:
      return {};
  }
}

Parts PartsOf(const SchemaNode& node, TypeSet type, const SchemaClasses& classes) {
  return PartsReader(node, type, classes).Read();
}

NegatedParts NegatedPartsOf(const SchemaNode& node, TypeSet type, const SchemaClasses& classes) {
  const Parts parts = PartsOf(node, type, classes);
  NegatedParts negated{.always = parts.never, .options = {}};
  Negator negator(classes, negated.options);
  for (const Fact& fact : parts.facts) {
    if (fact.aspect != Aspect::kUnevaluated) {
      negator.Negate(fact);
      continue;
    }
    // What is evaluated depends on all the rest, which can be taken to hold: the cases in which it
    // does not are options of their own.
    Facts& option = negated.options.emplace_back(parts.facts);
    for (Fact& part : option) {
      part.positive = part.aspect == Aspect::kUnevaluated ? false : part.positive;
    }
  }
  return negated;
}

}  // namespace accord::schema::inclusion
