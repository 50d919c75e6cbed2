#include "tests/support/instance_generator.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "accord/schema/decimal.h"

#include "tests/support/schema_vocabulary.h"

namespace accord::test {

using document::Kind;

namespace {

constexpr int kMaxDepth = 5;
constexpr std::size_t kMaxSize = 6;
constexpr std::array<std::string_view, 7> kTypes{
    "null", "boolean", "object", "array", "string", "integer", "number"};

/// The type that a keyword speaks of; empty for any.
std::string_view TypeOf(std::string_view keyword) {
  constexpr std::array<std::string_view, 5> kOfNumbers{
      "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"};
  constexpr std::array<std::string_view, 3> kOfStrings{"minLength", "maxLength", "pattern"};
  constexpr std::array<std::string_view, 7> kOfArrays{
      "items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "additionalItems"};
  constexpr std::array<std::string_view, 8> kOfObjects{"properties",
                                                       "patternProperties",
                                                       "additionalProperties",
                                                       "propertyNames",
                                                       "required",
                                                       "minProperties",
                                                       "maxProperties",
                                                       "unevaluatedProperties"};
  const auto has = [&](const auto& names) {
    return std::find(names.begin(), names.end(), keyword) != names.end();
  };
  return has(kOfNumbers)   ? "number"
         : has(kOfStrings) ? "string"
         : has(kOfArrays)  ? "array"
         : has(kOfObjects) ? "object"
                           : "";
}

std::string Plus(const std::string& number, std::string_view more) {
  const auto sum =
      schema::Decimal::Sum(schema::Decimal::Parse(number), schema::Decimal::Parse(more));
  return sum ? sum->ToString() : number;
}

}  // namespace

InstanceGenerator::InstanceGenerator(base::Random& random, const Json& a, const Json& b)
    : random_(random), a_(a), b_(b), names_(kNames.begin(), kNames.end()) {
  Collect(a_);
  Collect(b_);
}

void InstanceGenerator::Collect(const Json& value) {
  if (value.items.empty()) {
    constants_.push_back(value);
  }
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const std::string_view name = value.is_object() ? std::string_view(value.names[i]) : "";
    if (name == "enum" || name == "const") {
      constants_.push_back(value.items[i]);
      constants_.insert(constants_.end(), value.items[i].items.begin(), value.items[i].items.end());
    }
    if (name == "properties") {
      names_.insert(names_.end(), value.items[i].names.begin(), value.items[i].names.end());
    }
    Collect(value.items[i]);
  }
}

Json InstanceGenerator::Next() {
  const std::int64_t way = random_.Between(0, 9);
  if (way == 0) {
    return MakeAnything(0);
  }
  Wishes wishes;
  if (way <= 6) {
    wishes.push_back({&a_, &a_});
  }
  if (way >= 5) {
    wishes.push_back({&b_, &b_});
  }
  return Make(wishes, 0);
}

void InstanceGenerator::Expand(const Wish& wish, int depth, Wishes& out) {
  if (depth > kMaxDepth || !wish.schema->is_object()) {
    return;
  }
  out.push_back(wish);
  for (const std::string_view keyword : {"$ref", "$dynamicRef"}) {
    const Json* reference = wish.schema->Find(keyword);
    if (reference == nullptr) {
      continue;
    }
    const std::string& text = reference->text;
    const Json* target = text == "#" || text == "#node" ? wish.document : nullptr;
    for (const std::string_view folder : {"$defs", "definitions"}) {
      const Json* definitions = wish.document->Find(folder);
      if (target == nullptr && definitions != nullptr) {
        target = definitions->Find(text.substr(text.rfind('/') + 1));
      }
    }
    if (target != nullptr) {
      Expand({target, wish.document}, depth + 1, out);
    }
  }
  ExpandChoices(wish, depth, out);
}

void InstanceGenerator::ExpandChoices(const Wish& wish, int depth, Wishes& out) {
  const auto expand = [&](const Json* schema) {
    if (schema != nullptr) {
      Expand({schema, wish.document}, depth + 1, out);
    }
  };
  if (const Json* all = wish.schema->Find("allOf"); all != nullptr) {
    for (const Json& schema : all->items) {
      expand(&schema);
    }
  }
  for (const std::string_view keyword : {"anyOf", "oneOf"}) {
    const Json* list = wish.schema->Find(keyword);
    if (list != nullptr && !list->items.empty()) {
      expand(&PickOf(random_, list->items));
    }
  }
  if (const Json* condition = wish.schema->Find("if"); condition != nullptr) {
    const bool holds = Chance(random_, 60);
    expand(holds ? condition : wish.schema->Find("else"));
    expand(holds ? wish.schema->Find("then") : nullptr);
  }
  for (const std::string_view keyword : {"dependentSchemas", "dependencies"}) {
    const Json* by_name = wish.schema->Find(keyword);
    if (by_name != nullptr && !by_name->items.empty() && Chance(random_, 50)) {
      expand(&PickOf(random_, by_name->items));
    }
  }
}

Json InstanceGenerator::Make(const Wishes& wishes, int depth) {
  Wishes all;
  for (const Wish& wish : wishes) {
    Expand(wish, 0, all);
  }
  if (all.empty() || Chance(random_, 6)) {
    return MakeAnything(depth);
  }
  for (const Wish& wish : all) {
    const Json* one = wish.schema->Find("const");
    const Json* list = wish.schema->Find("enum");
    if (one != nullptr && Chance(random_, 85)) {
      return *one;
    }
    if (list != nullptr && !list->items.empty() && Chance(random_, 85)) {
      return PickOf(random_, list->items);
    }
  }
  return MakeOfType(TypeFor(all), all, depth);
}

std::string InstanceGenerator::TypeFor(const Wishes& wishes) {
  std::vector<std::string> candidates;
  std::vector<std::string> implied;
  for (const Wish& wish : wishes) {
    for (const std::string& keyword : wish.schema->names) {
      if (const std::string_view type = TypeOf(keyword); !type.empty()) {
        implied.emplace_back(type);
      }
    }
    const Json* type = wish.schema->Find("type");
    if (type != nullptr && candidates.empty()) {
      candidates.push_back(type->is_array() && !type->items.empty()
                               ? PickOf(random_, type->items).text
                               : type->text);
    }
  }
  if (!candidates.empty()) {
    return candidates.front();
  }
  return !implied.empty() && Chance(random_, 75) ? PickOf(random_, implied)
                                                 : std::string(Pick(random_, kTypes));
}

Json InstanceGenerator::MakeOfType(std::string_view type, const Wishes& wishes, int depth) {
  if (type == "null") {
    return Json();
  }
  if (type == "boolean") {
    return Json::Bool(Chance(random_, 50));
  }
  if (type == "string") {
    return MakeString(wishes);
  }
  if (type == "number" || type == "integer") {
    return MakeNumber(wishes, type == "integer");
  }
  return type == "array" ? MakeArray(wishes, depth) : MakeObject(wishes, depth);
}

Json InstanceGenerator::MakeAnything(int depth) {
  if (!constants_.empty() && Chance(random_, 50)) {
    return PickOf(random_, constants_);
  }
  const std::string_view type = Pick(random_, kTypes);
  const bool container = type == "array" || type == "object";
  return MakeOfType(container && depth >= kMaxDepth ? "string" : type, {}, depth);
}

Json InstanceGenerator::MakeNumber(const Wishes& wishes, bool integer) {
  constexpr std::array<std::string_view, 6> kBeside{"0", "1", "-1", "0.5", "-0.5", "1e-9"};
  std::vector<std::string> candidates;
  for (const Wish& wish : wishes) {
    for (const std::string_view keyword :
         {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}) {
      const Json* bound = wish.schema->Find(keyword);
      if (bound != nullptr && bound->kind == Kind::kNumber) {
        candidates.push_back(Plus(bound->text, Pick(random_, kBeside)));
      }
    }
    const Json* step = wish.schema->Find("multipleOf");
    if (step != nullptr) {
      std::string multiple = "0";
      for (std::int64_t i = random_.Between(0, 7); i > 0; --i) {
        multiple = Plus(multiple, step->text);
      }
      candidates.push_back(Chance(random_, 30) ? "-" + multiple : multiple);
    }
  }
  candidates.emplace_back(Pick(random_, kNumbers));
  const std::string& picked = PickOf(random_, candidates);
  if (integer && !schema::Decimal::Parse(picked).is_integer()) {
    return Json::Number(std::to_string(random_.Between(-3, 12)));
  }
  return Json::Number(picked == "-0" ? "0" : picked);
}

Json InstanceGenerator::MakeString(const Wishes& wishes) {
  std::vector<std::string> candidates;
  for (const Wish& wish : wishes) {
    if (const Json* pattern = wish.schema->Find("pattern"); pattern != nullptr) {
      for (const SamplePattern& sample : kPatterns) {
        if (sample.source == pattern->text) {
          candidates.emplace_back(Pick(random_, sample.matches));
        }
      }
    }
    if (wish.schema->Find("minLength") != nullptr || wish.schema->Find("maxLength") != nullptr) {
      const std::size_t size = Size(wishes, "minLength", "maxLength");
      candidates.push_back(std::string("abababab").substr(0, size));
      candidates.emplace_back(size, 'b');
    }
  }
  if (candidates.empty() || Chance(random_, 20)) {
    candidates.assign(1, std::string(Pick(random_, kTexts)));
  }
  return Json::String(PickOf(random_, candidates));
}

std::size_t InstanceGenerator::Size(const Wishes& wishes,
                                    std::string_view low,
                                    std::string_view high) {
  std::vector<std::int64_t> candidates{random_.Between(0, 3)};
  for (const Wish& wish : wishes) {
    const Json* least = wish.schema->Find(low);
    const Json* most = wish.schema->Find(high);
    if (least != nullptr) {
      const long bound = std::strtol(least->text.c_str(), nullptr, 10);
      candidates.insert(candidates.end(), {bound, bound, bound + 1, bound - 1});
    }
    if (most != nullptr) {
      const long bound = std::strtol(most->text.c_str(), nullptr, 10);
      candidates.insert(candidates.end(), {bound, bound, bound + 1, bound - 1});
    }
  }
  const std::int64_t size = PickOf(random_, candidates);
  return std::min(kMaxSize, static_cast<std::size_t>(std::max<std::int64_t>(size, 0)));
}

InstanceGenerator::Wishes InstanceGenerator::WishesForItem(const Wishes& wishes,
                                                           std::size_t index) {
  Wishes out;
  for (const Wish& wish : wishes) {
    const auto add = [&](const Json* schema) {
      if (schema != nullptr) {
        out.push_back({schema, wish.document});
      }
    };
    const Json* items = wish.schema->Find("items");
    const Json* prefix = wish.schema->Find("prefixItems");
    const Json* rest = items;
    if (items != nullptr && items->is_array()) {
      prefix = items;
      rest = wish.schema->Find("additionalItems");
    }
    if (prefix != nullptr && index < prefix->items.size()) {
      add(&prefix->items[index]);
    } else {
      add(rest);
      add(rest == nullptr ? wish.schema->Find("unevaluatedItems") : nullptr);
    }
    if (Chance(random_, 35)) {
      add(wish.schema->Find("contains"));
    }
  }
  return out;
}

Json InstanceGenerator::MakeArray(const Wishes& wishes, int depth) {
  Json out = Json::Array();
  if (depth >= kMaxDepth) {
    return out;
  }
  for (std::size_t left = Size(wishes, "minItems", "maxItems"); left > 0; --left) {
    if (!out.items.empty() && Chance(random_, 12)) {
      out.items.push_back(Json(PickOf(random_, out.items)));
    } else {
      out.items.push_back(Make(WishesForItem(wishes, out.items.size()), depth + 1));
    }
  }
  return out;
}

std::vector<std::string> InstanceGenerator::NamesFor(const Wishes& wishes) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name, unsigned percent) {
    if (Chance(random_, percent) && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  };
  for (const Wish& wish : wishes) {
    if (const Json* required = wish.schema->Find("required"); required != nullptr) {
      for (const Json& name : required->items) {
        add(name.text, 92);
      }
    }
    if (const Json* properties = wish.schema->Find("properties"); properties != nullptr) {
      for (const std::string& name : properties->names) {
        add(name, 50);
      }
    }
    if (const Json* by_pattern = wish.schema->Find("patternProperties"); by_pattern != nullptr) {
      for (const SamplePattern& sample : kPatterns) {
        if (by_pattern->Find(sample.source) != nullptr) {
          add(std::string(Pick(random_, sample.matches)), 50);
        }
      }
    }
  }
  const std::size_t size = Size(wishes, "minProperties", "maxProperties");
  for (int attempt = 0; attempt < 4 && names.size() < size; ++attempt) {
    add(PickOf(random_, names_), 70);
    add(std::string(Pick(random_, kTexts)), 20);
  }
  return names;
}

bool InstanceGenerator::Matches(const std::string& pattern, const std::string& text) {
  const auto [at, is_new] = patterns_.try_emplace(pattern);
  if (is_new) {
    const auto compiled = schema::Pattern::Compile(pattern);
    at->second = compiled.ok() ? *compiled : nullptr;
  }
  return at->second != nullptr && at->second->Search(text) == schema::Pattern::Match::kYes;
}

InstanceGenerator::Wishes InstanceGenerator::WishesForMember(const Wishes& wishes,
                                                             const std::string& name) {
  Wishes out;
  for (const Wish& wish : wishes) {
    const std::size_t before = out.size();
    const auto add = [&](const Json* schema) {
      if (schema != nullptr) {
        out.push_back({schema, wish.document});
      }
    };
    const Json* properties = wish.schema->Find("properties");
    add(properties == nullptr ? nullptr : properties->Find(name));
    if (const Json* by_pattern = wish.schema->Find("patternProperties"); by_pattern != nullptr) {
      for (std::size_t i = 0; i < by_pattern->names.size(); ++i) {
        add(Matches(by_pattern->names[i], name) ? &by_pattern->items[i] : nullptr);
      }
    }
    if (out.size() == before) {
      const Json* additional = wish.schema->Find("additionalProperties");
      add(additional != nullptr ? additional : wish.schema->Find("unevaluatedProperties"));
    }
  }
  return out;
}

Json InstanceGenerator::MakeObject(const Wishes& wishes, int depth) {
  Json out = Json::Object();
  if (depth >= kMaxDepth) {
    return out;
  }
  for (const std::string& name : NamesFor(wishes)) {
    out.Set(name, Make(WishesForMember(wishes, name), depth + 1));
  }
  return out;
}

}  // namespace accord::test
