#include "breaking/openapi/schema_graph.h"

#include <algorithm>
#include <utility>

#include "breaking/openapi/schema_compare.h"

namespace accord::breaking::api {

using document::Value;

SchemaGraph::SchemaGraph(const openapi::Description& before,
                         const openapi::Description& after,
                         bool oasdiff)
    : before_(before), after_(after), oasdiff_(oasdiff), hashes_(before, after) {}

std::size_t SchemaGraph::KeyHash::operator()(const Key& key) const {
  auto hash = static_cast<std::size_t>(key.mode);
  for (const document::Node* node : key.nodes) {
    hash = hash * 0x9e3779b97f4a7c15U + (reinterpret_cast<std::uintptr_t>(node) >> 3U);
  }
  return hash;
}

std::size_t SchemaGraph::PairOf(const Value& before, const Value& after, SchemaMode mode) {
  SchemaPair pair{SchemaView(before_, before), SchemaView(after_, after), mode};
  const Key key{{pair.before.schema().get(),
                 pair.before.beside().get(),
                 pair.after.schema().get(),
                 pair.after.beside().get()},
                mode};
  const auto [place, fresh] = known_.try_emplace(key, pairs_.size());
  if (fresh) {
    pairs_.push_back(std::move(pair));
  }
  return place->second;
}

const SchemaPair& SchemaGraph::At(std::size_t index) {
  SchemaPair& pair = pairs_[index];
  if (pair.compared) {
    return pair;
  }
  pair.compared = true;
  if (!pair.before || !pair.after) {
    return pair;
  }
  PairComparison comparison(*this, pair);
  CompareTypes(comparison);
  CompareValues(comparison);
  CompareBounds(comparison);
  CompareProperties(comparison);
  CompareObjectRules(comparison);
  CompareParts(comparison);
  CompareComposition(comparison);
  CompareLife(comparison);
  return pair;
}

}  // namespace accord::breaking::api
