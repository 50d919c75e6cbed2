#include "match/generate/generate_paths.h"

#include <algorithm>

namespace accord::match {
namespace {

using pact::PathToken;

GeneratorPaths& Ensure(std::unique_ptr<GeneratorPaths>& place) {
  if (!place) {
    place = std::make_unique<GeneratorPaths>();
  }
  return *place;
}

GeneratorPaths& Step(GeneratorPaths& from, const PathToken& token) {
  switch (token.kind) {
    case PathToken::Kind::kField:
      return Ensure(from.fields[token.name]);
    case PathToken::Kind::kIndex:
      return Ensure(from.indexes[token.index]);
    case PathToken::Kind::kStar:
      return Ensure(from.any_step);
    case PathToken::Kind::kStarIndex:
      return Ensure(from.any_index);
    case PathToken::Kind::kRoot:
      break;
  }
  return from;
}

// Longer paths end in nothing that a document of the allowed depth holds.
constexpr std::size_t kMaxTokens = 1000;

GeneratorPaths* Walk(GeneratorPaths& root, const pact::PathExpression& path) {
  if (path.empty() || path.tokens().size() > kMaxTokens) {
    return nullptr;
  }
  GeneratorPaths* place = &root;
  for (const PathToken& token : path.tokens()) {
    place = &Step(*place, token);
  }
  return place;
}

bool GeneratesInVariants(const pact::Rule& rule) {
  return rule.matcher == pact::Matcher::kArrayContains && rule.details &&
         std::ranges::any_of(rule.details->variants, [](const pact::Variant& variant) {
           return variant.generators && !variant.generators->body.empty();
         });
}

template <typename Map, typename Key>
void Find(const Map& map, const Key& key, std::vector<const GeneratorPaths*>& out) {
  if (const auto found = map.find(key); found != map.end()) {
    out.push_back(found->second.get());
  }
}

void AddIfThere(const std::unique_ptr<GeneratorPaths>& place,
                std::vector<const GeneratorPaths*>& out) {
  if (place) {
    out.push_back(place.get());
  }
}

}  // namespace

GeneratorPaths IndexGenerators(const std::vector<pact::GeneratorEntry>& entries,
                               const pact::RuleCategory& rules) {
  GeneratorPaths root;
  for (const pact::GeneratorEntry& entry : entries) {
    GeneratorPaths* place = Walk(root, entry.path);
    if (place != nullptr && place->entry == nullptr) {
      place->entry = &entry;
    }
  }
  for (const pact::RuleEntry& entry : rules) {
    for (const pact::Rule& rule : entry.list.rules) {
      GeneratorPaths* place = GeneratesInVariants(rule) ? Walk(root, entry.path) : nullptr;
      if (place != nullptr) {
        place->variants.push_back(&rule);
      }
    }
  }
  return root;
}

const pact::GeneratorEntry* GeneratorPlaces::entry() const {
  const auto found = std::ranges::find_if(
      places_, [](const GeneratorPaths* place) { return place->entry != nullptr; });
  return found == places_.end() ? nullptr : (*found)->entry;
}

std::vector<const pact::Rule*> GeneratorPlaces::variants() const {
  std::vector<const pact::Rule*> rules;
  for (const GeneratorPaths* place : places_) {
    rules.insert(rules.end(), place->variants.begin(), place->variants.end());
  }
  return rules;
}

GeneratorPlaces GeneratorPlaces::Field(std::string_view name) const {
  GeneratorPlaces next;
  for (const GeneratorPaths* place : places_) {
    Find(place->fields, name, next.places_);
  }
  for (const GeneratorPaths* place : places_) {
    AddIfThere(place->any_step, next.places_);
  }
  return next;
}

GeneratorPlaces GeneratorPlaces::Sibling(std::size_t index) const {
  GeneratorPlaces next;
  for (const GeneratorPaths* place : places_) {
    Find(place->indexes, index, next.places_);
  }
  for (const GeneratorPaths* place : places_) {
    AddIfThere(place->any_index, next.places_);
  }
  return next;
}

GeneratorPlaces GeneratorPlaces::Index(std::size_t index) const {
  GeneratorPlaces next = Sibling(index);
  for (const GeneratorPaths* place : places_) {
    AddIfThere(place->any_step, next.places_);
  }
  return next;
}

void GeneratorPlaces::Add(const GeneratorPlaces& other) {
  places_.insert(places_.end(), other.places_.begin(), other.places_.end());
}

}  // namespace accord::match
