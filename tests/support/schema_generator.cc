#include "tests/support/schema_generator.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tests/support/schema_vocabulary.h"

namespace accord::test {
namespace {

constexpr unsigned kNumberTopic = 1;
constexpr unsigned kStringTopic = 2;
constexpr unsigned kArrayTopic = 4;
constexpr unsigned kObjectTopic = 8;
constexpr unsigned kAnyTopic = 16;
constexpr unsigned kAllTopics = 31;
constexpr unsigned kDraft7 = 1;
constexpr unsigned kNew = 2;
constexpr unsigned kBoth = kDraft7 | kNew;

constexpr int kMaxDepth = 3;
constexpr std::array<std::string_view, 7> kTypes{
    "null", "boolean", "object", "array", "string", "integer", "number"};
constexpr std::array<std::string_view, 3> kTags{"a", "b", "ab"};
constexpr std::array<std::string_view, 2> kRest{"items", "additionalProperties"};
constexpr std::array<std::string_view, 2> kDefinitions{"r", "s"};

struct Focus {
  std::string_view type;
  unsigned topic;
};
constexpr std::array<Focus, 6> kFocuses{{{"number", kNumberTopic},
                                         {"integer", kNumberTopic},
                                         {"string", kStringTopic},
                                         {"array", kArrayTopic},
                                         {"object", kObjectTopic},
                                         {"object", kObjectTopic}}};

constexpr std::array<std::string_view, 11> kHoldsSchema{"additionalProperties",
                                                        "additionalItems",
                                                        "items",
                                                        "contains",
                                                        "propertyNames",
                                                        "unevaluatedItems",
                                                        "unevaluatedProperties",
                                                        "not",
                                                        "if",
                                                        "then",
                                                        "else"};
constexpr std::array<std::string_view, 11> kHoldsSchemas{"allOf",
                                                         "anyOf",
                                                         "oneOf",
                                                         "items",
                                                         "prefixItems",
                                                         "properties",
                                                         "patternProperties",
                                                         "dependentSchemas",
                                                         "dependencies",
                                                         "definitions",
                                                         "$defs"};

template <std::size_t kSize>
bool Has(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsSchema(const Json& value) {
  return value.is_object() || value.kind == document::Kind::kBool;
}

bool IsWithin(const Json& value, const Json* tree) {
  return tree != nullptr &&
         (&value == tree || std::any_of(tree->items.begin(),
                                        tree->items.end(),
                                        [&](const Json& item) { return IsWithin(value, &item); }));
}

bool IsFixed(std::string_view keyword) {
  return keyword == "$defs" || keyword == "definitions" || keyword.starts_with("$schema") ||
         keyword == "$dynamicAnchor";
}

}  // namespace

std::vector<Json*> SchemasIn(Json& schema) {
  std::vector<Json*> out{&schema};
  for (std::size_t next = 0; next < out.size(); ++next) {
    Json& at = *out[next];
    for (std::size_t i = 0; i < at.names.size(); ++i) {
      Json& value = at.items[i];
      if (Has(kHoldsSchema, at.names[i]) && IsSchema(value)) {
        out.push_back(&value);
      } else if (Has(kHoldsSchemas, at.names[i])) {
        for (Json& item : value.items) {
          if (IsSchema(item)) {
            out.push_back(&item);
          }
        }
      }
    }
  }
  return out;
}

const std::vector<SchemaGenerator::Keyword>& SchemaGenerator::Keywords() {
  using G = SchemaGenerator;
  static const std::vector<Keyword> keywords{
      {"type", kAnyTopic, kBoth, &G::TypeNames},
      {"enum", kAnyTopic, kBoth, &G::Values},
      {"const", kAnyTopic, kBoth, &G::Value},
      {"allOf", kAnyTopic, kBoth, &G::InPlaceList},
      {"anyOf", kAnyTopic, kBoth, &G::InPlaceList},
      {"oneOf", kAnyTopic, kBoth, &G::InPlaceList},
      {"not", kAnyTopic, kBoth, &G::InPlace},
      {"if", kAnyTopic, kBoth, &G::InPlace},
      {"then", kAnyTopic, kBoth, &G::InPlace},
      {"else", kAnyTopic, kBoth, &G::InPlace},
      {"$ref", kAnyTopic, kBoth, &G::Reference},
      {"$dynamicRef", kAnyTopic, kNew, &G::DynamicReference},
      {"minimum", kNumberTopic, kBoth, &G::Number},
      {"maximum", kNumberTopic, kBoth, &G::Number},
      {"exclusiveMinimum", kNumberTopic, kBoth, &G::Number},
      {"exclusiveMaximum", kNumberTopic, kBoth, &G::Number},
      {"multipleOf", kNumberTopic, kBoth, &G::Step},
      {"minLength", kStringTopic, kBoth, &G::Count},
      {"maxLength", kStringTopic, kBoth, &G::Count},
      {"pattern", kStringTopic, kBoth, &G::PatternText},
      {"format", kStringTopic, kBoth, &G::Format},
      {"items", kArrayTopic, kNew, &G::Below},
      {"items", kArrayTopic, kDraft7, &G::ItemsOrList},
      {"prefixItems", kArrayTopic, kNew, &G::BelowList},
      {"additionalItems", kArrayTopic, kDraft7, &G::Below},
      {"contains", kArrayTopic, kBoth, &G::Below},
      {"minContains", kArrayTopic, kNew, &G::Count},
      {"maxContains", kArrayTopic, kNew, &G::Count},
      {"minItems", kArrayTopic, kBoth, &G::Count},
      {"maxItems", kArrayTopic, kBoth, &G::Count},
      {"uniqueItems", kArrayTopic, kBoth, &G::Flag},
      {"unevaluatedItems", kArrayTopic, kNew, &G::Below},
      {"properties", kObjectTopic, kBoth, &G::Properties},
      {"properties", kObjectTopic, kBoth, &G::Properties},
      {"patternProperties", kObjectTopic, kBoth, &G::PatternProperties},
      {"additionalProperties", kObjectTopic, kBoth, &G::Below},
      {"propertyNames", kObjectTopic, kBoth, &G::Below},
      {"required", kObjectTopic, kBoth, &G::Names},
      {"minProperties", kObjectTopic, kBoth, &G::Count},
      {"maxProperties", kObjectTopic, kBoth, &G::Count},
      {"dependentRequired", kObjectTopic, kNew, &G::NamesByName},
      {"dependentSchemas", kObjectTopic, kNew, &G::SchemasByName},
      {"dependencies", kObjectTopic, kDraft7, &G::NamesOrSchemasByName},
      {"unevaluatedProperties", kObjectTopic, kNew, &G::Below},
  };
  return keywords;
}

const SchemaGenerator::Keyword* SchemaGenerator::FindKeyword(std::string_view name) {
  for (const Keyword& keyword : Keywords()) {
    if (keyword.name == name) {
      return &keyword;
    }
  }
  return nullptr;
}

bool SchemaGenerator::Chance(unsigned percent) {
  return test::Chance(random_, percent);
}

Json SchemaGenerator::Document() {
  depth_ = 0;
  stepped_ = false;
  Json root = Chance(25) ? Shape() : Fresh();
  if (!root.is_object()) {
    return root;
  }
  Json definitions = Json::Object();
  for (const std::string_view name : kDefinitions) {
    depth_ = 1;
    definitions.Set(name, Fresh());
  }
  root.Set(is_draft7_ ? "definitions" : "$defs", std::move(definitions));
  if (!is_draft7_) {
    root.Set("$dynamicAnchor", Json::String("node"));
  }
  return root;
}

Json SchemaGenerator::Fresh() {
  if (Chance(depth_ == 0 ? 2 : 12)) {
    return Json::Bool(!Chance(30));
  }
  Json schema = Json::Object();
  const Focus& focus = Pick(random_, kFocuses);
  if (Chance(60)) {
    schema.Set("type", Json::String(focus.type));
  }
  for (std::int64_t i = random_.Between(depth_ == 0 ? 1 : 0, 3); i > 0; --i) {
    AddKeyword(schema, Chance(65) ? focus.topic : kAllTopics);
  }
  return schema;
}

Json SchemaGenerator::Shape() {
  Json shape = Json::Object();
  if (Chance(40)) {
    shape.Set("type", Json::String("object"));
    shape.Set("properties", Properties());
    const Json reference = Json::Parse(R"({"$ref":"#"})");
    Json children = Json::Object();
    children.Set(Pick(random_, kRest), reference);
    shape.Find("properties")->Set(Pick(random_, kNames), Chance(50) ? reference : children);
    shape.Set("required", Names());
    shape.Set("additionalProperties", Below());
    return shape;
  }
  Json branches = Json::Array();
  for (const std::string_view tag : kTags) {
    Json branch = Json::Parse(R"({"type":"object","required":["kind"]})");
    branch.Set("properties", Properties());
    Json constant = Json::Object();
    constant.Set("const", Json::String(tag));
    branch.Find("properties")->Set("kind", std::move(constant));
    branch.Set("additionalProperties", Json::Bool(Chance(40)));
    branches.items.push_back(std::move(branch));
  }
  shape.Set(Chance(50) ? "oneOf" : "anyOf", std::move(branches));
  return shape;
}

void SchemaGenerator::AddKeyword(Json& schema, unsigned topics) {
  const unsigned dialect = is_draft7_ ? kDraft7 : kNew;
  for (int attempt = 0; attempt < 20; ++attempt) {
    const Keyword& keyword = PickOf(random_, Keywords());
    if ((keyword.topics & topics) != 0 && (keyword.dialects & dialect) != 0) {
      schema.Set(keyword.name, (this->*keyword.make)());
      return;
    }
  }
}

Json SchemaGenerator::InPlace() {
  if (depth_ >= kMaxDepth) {
    return Chance(50) ? Json::Bool(true) : [&] {
      Json schema = Json::Object();
      schema.Set("type", TypeNames());
      return schema;
    }();
  }
  ++depth_;
  Json schema = Fresh();
  --depth_;
  return schema;
}

Json SchemaGenerator::Below() {
  const bool before = std::exchange(stepped_, true);
  Json schema = InPlace();
  stepped_ = before;
  return schema;
}

Json SchemaGenerator::Number() {
  return Json::Number(Pick(random_, kNumbers));
}

Json SchemaGenerator::Step() {
  return Json::Number(Pick(random_, kSteps));
}

Json SchemaGenerator::Count() {
  return Json::Number(std::to_string(random_.Between(0, 3)));
}

Json SchemaGenerator::PatternText() {
  return Json::String(Pick(random_, kPatterns).source);
}

Json SchemaGenerator::Flag() {
  return Json::Bool(Chance(80));
}

Json SchemaGenerator::Format() {
  return Json::String(Chance(50) ? "date" : "ipv4");
}

Json SchemaGenerator::Value() {
  const bool deep = depth_ < kMaxDepth + 1;
  switch (random_.Between(0, deep ? 7 : 5)) {
    case 0:
      return Json();
    case 1:
      return Json::Bool(Chance(50));
    case 2:
    case 3:
      return Number();
    case 4:
    case 5:
      return Json::String(Pick(random_, kTexts));
    default:
      break;
  }
  ++depth_;
  Json value = Chance(50) ? Json::Object() : Json::Array();
  for (std::int64_t i = random_.Between(0, 2); i > 0; --i) {
    if (value.is_object()) {
      value.Set(Pick(random_, kNames), Value());
    } else {
      value.items.push_back(Value());
    }
  }
  --depth_;
  return value;
}

Json SchemaGenerator::Values() {
  Json list = Json::Array();
  for (std::int64_t i = random_.Between(1, 4); i > 0; --i) {
    list.items.push_back(Value());
  }
  return list;
}

Json SchemaGenerator::TypeNames() {
  if (Chance(60)) {
    return Json::String(Pick(random_, kTypes));
  }
  Json list = Json::Array();
  for (const std::string_view type : kTypes) {
    if (Chance(40)) {
      list.items.push_back(Json::String(type));
    }
  }
  return list.items.empty() ? Json::String("string") : list;
}

Json SchemaGenerator::Names() {
  Json list = Json::Array();
  for (const std::string_view name : kNames) {
    if (Chance(30)) {
      list.items.push_back(Json::String(name));
    }
  }
  return list;
}

Json SchemaGenerator::InPlaceList() {
  Json list = Json::Array();
  for (std::int64_t i = random_.Between(1, 3); i > 0; --i) {
    list.items.push_back(InPlace());
  }
  return list;
}

Json SchemaGenerator::BelowList() {
  Json list = Json::Array();
  for (std::int64_t i = random_.Between(1, 2); i > 0; --i) {
    list.items.push_back(Below());
  }
  return list;
}

Json SchemaGenerator::Properties() {
  Json map = Json::Object();
  for (std::int64_t i = random_.Between(1, 3); i > 0; --i) {
    map.Set(Pick(random_, kNames), Below());
  }
  return map;
}

Json SchemaGenerator::PatternProperties() {
  Json map = Json::Object();
  for (std::int64_t i = random_.Between(1, 2); i > 0; --i) {
    map.Set(Pick(random_, kPatterns).source, Below());
  }
  return map;
}

Json SchemaGenerator::NamesByName() {
  Json map = Json::Object();
  map.Set(Pick(random_, kNames), Names());
  return map;
}

Json SchemaGenerator::SchemasByName() {
  Json map = Json::Object();
  map.Set(Pick(random_, kNames), InPlace());
  return map;
}

Json SchemaGenerator::NamesOrSchemasByName() {
  return Chance(50) ? NamesByName() : SchemasByName();
}

Json SchemaGenerator::ItemsOrList() {
  return Chance(50) ? Below() : BelowList();
}

Json SchemaGenerator::Reference() {
  if (stepped_ && Chance(40)) {
    return Json::String("#");
  }
  const std::string folder = is_draft7_ ? "#/definitions/" : "#/$defs/";
  return Json::String(folder + std::string(Pick(random_, kDefinitions)));
}

Json SchemaGenerator::DynamicReference() {
  return stepped_ ? Json::String("#node") : Reference();
}

Json SchemaGenerator::Mutate(Json document) {
  for (std::int64_t i = random_.Between(1, 3); i > 0; --i) {
    ChangeOnce(document);
  }
  return document;
}

void SchemaGenerator::ChangeOnce(Json& document) {
  if (!document.is_object()) {
    document = Document();
    return;
  }
  depth_ = 2;
  stepped_ = false;
  std::vector<Json*> places = SchemasIn(document);
  if (Chance(80)) {
    // Often nothing refers to a definition, and no change to it matters.
    const Json* definitions = document.Find(is_draft7_ ? "definitions" : "$defs");
    std::erase_if(places, [&](Json* schema) { return IsWithin(*schema, definitions); });
  }
  Json& place = *PickOf(random_, places);
  const bool is_root = &place == &document;
  switch (random_.Between(0, is_root ? 4 : 6)) {
    case 0:
    case 1:
      if (place.is_object()) {
        AddKeyword(place, kAllTopics);
      }
      break;
    case 2:
    case 3:
    case 4:
      ChangeKeyword(place);
      break;
    case 5:
      place = Fresh();
      break;
    default:
      Wrap(place);
  }
}

void SchemaGenerator::ChangeKeyword(Json& schema) {
  if (schema.names.empty()) {
    return;
  }
  const auto index = static_cast<std::size_t>(random_.Next() % schema.names.size());
  const std::string name = schema.names[index];
  if (IsFixed(name)) {
    return;
  }
  Json& value = schema.items[index];
  const Keyword* keyword = FindKeyword(name);
  if (value.is_array() && value.items.size() > 1 && Chance(40)) {
    value.Erase(static_cast<std::size_t>(random_.Next() % value.items.size()));
  } else if (Chance(40)) {
    schema.Erase(index);
  } else if (keyword != nullptr && name != "items") {
    value = (this->*keyword->make)();
  }
}

void SchemaGenerator::Wrap(Json& schema) {
  constexpr std::array<std::string_view, 3> kUnions{"allOf", "anyOf", "oneOf"};
  Json outer = Json::Object();
  if (Chance(25)) {
    Json inner = Json::Object();
    inner.Set("not", schema);
    outer.Set("not", std::move(inner));
  } else {
    Json list = Json::Array({schema});
    if (Chance(50)) {
      list.items.push_back(Fresh());
    }
    outer.Set(Pick(random_, kUnions), std::move(list));
  }
  schema = std::move(outer);
}

}  // namespace accord::test
