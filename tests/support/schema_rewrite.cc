#include "tests/support/schema_rewrite.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "tests/support/schema_generator.h"
#include "tests/support/schema_vocabulary.h"

namespace accord::test {
namespace {

// What each of these says does not depend on the keywords beside it, nor the other way round.
constexpr std::array<std::string_view, 16> kIndependent{"type",
                                                        "enum",
                                                        "const",
                                                        "minimum",
                                                        "maximum",
                                                        "multipleOf",
                                                        "minLength",
                                                        "maxLength",
                                                        "pattern",
                                                        "minItems",
                                                        "maxItems",
                                                        "uniqueItems",
                                                        "required",
                                                        "minProperties",
                                                        "maxProperties",
                                                        "propertyNames"};
constexpr std::array<std::string_view, 5> kUnordered{"enum", "required", "allOf", "anyOf", "oneOf"};

template <std::size_t kSize>
bool Has(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Json Holding(std::string_view keyword, Json value) {
  Json out = Json::Object();
  out.Set(keyword, std::move(value));
  return out;
}

void Wrap(Json& place, base::Random& random) {
  switch (random.Between(0, 3)) {
    case 0:
      place = Holding("allOf", Json::Array({place, Json::Bool(true)}));
      return;
    case 1:
      place = Holding("anyOf", Json::Array({Json::Bool(false), place}));
      return;
    case 2:
      place = Holding("oneOf", Json::Array({place}));
      return;
    default: {
      Json outer = Holding("if", Json::Bool(true));
      outer.Set("then", place);
      place = std::move(outer);
    }
  }
}

void MoveIntoAllOf(Json& place, base::Random& random) {
  for (std::size_t i = 0; i < place.names.size(); ++i) {
    if (Has(kIndependent, place.names[i]) && Chance(random, 60)) {
      Json moved = Holding(place.names[i], place.items[i]);
      place.Erase(i);
      Json* all = place.Find("allOf");
      if (all == nullptr) {
        place.Set("allOf", Json::Array());
        all = place.Find("allOf");
      }
      all->items.push_back(std::move(moved));
      return;
    }
  }
}

void Reorder(Json& place) {
  std::reverse(place.names.begin(), place.names.end());
  std::reverse(place.items.begin(), place.items.end());
  for (std::size_t i = 0; i < place.names.size(); ++i) {
    if (Has(kUnordered, place.names[i])) {
      std::reverse(place.items[i].items.begin(), place.items[i].items.end());
    }
  }
}

void Respell(Json& place) {
  if (const Json* value = place.Find("const"); value != nullptr && place.Find("enum") == nullptr) {
    Json list = Json::Array({*value});
    place.Erase(static_cast<std::size_t>(
        std::find(place.names.begin(), place.names.end(), "const") - place.names.begin()));
    place.Set("enum", std::move(list));
  }
  Json* type = place.Find("type");
  if (type != nullptr && type->text == "integer" && place.Find("multipleOf") == nullptr) {
    type->text = "number";
    place.Set("multipleOf", Json::Number("1"));
  } else if (type != nullptr && type->kind == document::Kind::kString) {
    *type = Json::Array({*type});
  }
  for (const std::string_view keyword : {"minLength", "minItems", "minProperties"}) {
    if (place.Find(keyword) == nullptr) {
      place.Set(keyword, Json::Number("0"));
    }
  }
  place.Set("$comment", Json::String("means the same"));
}

void Extract(Json& document, std::size_t place) {
  for (const std::string_view folder : {"$defs", "definitions"}) {
    if (document.Find(folder) != nullptr) {
      const std::string name = "x" + std::to_string(document.Find(folder)->items.size());
      Json& schema = *SchemasIn(document)[place];
      const Json moved = std::exchange(
          schema, Holding("$ref", Json::String("#/" + std::string(folder) + "/" + name)));
      document.Find(folder)->Set(name, moved);
      return;
    }
  }
}

}  // namespace

Json Rewrite(Json document, base::Random& random) {
  for (std::int64_t i = random.Between(1, 4); i > 0; --i) {
    const std::vector<Json*> places = SchemasIn(document);
    const std::size_t index = static_cast<std::size_t>(random.Next() % places.size());
    Json& place = *places[index];
    const bool is_root = index == 0;
    switch (random.Between(is_root ? 2 : 0, 4)) {
      case 0:
        Wrap(place, random);
        break;
      case 1:
        Extract(document, index);
        break;
      case 2:
        MoveIntoAllOf(place, random);
        break;
      case 3:
        Reorder(place);
        break;
      default:
        if (place.is_object()) {
          Respell(place);
        }
    }
  }
  return document;
}

}  // namespace accord::test
