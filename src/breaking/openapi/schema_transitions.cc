#include "breaking/openapi/schema_transitions.h"

#include <algorithm>
#include <array>
#include <optional>

namespace accord::breaking::api {

using document::Member;
using document::Node;
using document::Value;

namespace {

/// A version of the description.
struct Side {
  const openapi::Description& description;
  bool old;
};

bool AllowsNull(const SchemaView& schema) {
  const std::vector<std::string_view> types = schema.Types();
  return schema.Flag("nullable") || std::ranges::count(types, "null") != 0;
}

bool IsNothingButNull(const SchemaView& schema) {
  const std::vector<std::string_view> types = schema.Types();
  return types.size() == 1 && types.front() == "null" && schema.DemandsOnly({"type"});
}

/// Whether `wrapped` is `plain` or null.
bool Wraps(SchemaGraph& graph,
           const SchemaView& plain,
           const SchemaView& wrapped,
           const Side& side) {
  if (plain.Has("oneOf") || plain.Has("anyOf") || plain.Has("allOf") || plain.Has("not") ||
      AllowsNull(plain)) {
    return false;
  }
  // Of alternatives that cannot hold at once it does not matter which word lists them.
  const std::string_view keyword = graph.oasdiff() || wrapped.Has("oneOf") ? "oneOf" : "anyOf";
  const std::vector<Value> list = wrapped.List(keyword);
  if (list.size() != 2 || !wrapped.DemandsOnly({keyword})) {
    return false;
  }
  const std::array branches{SchemaView(side.description, list[0]),
                            SchemaView(side.description, list[1])};
  const bool first = IsNothingButNull(branches[0]);
  if (first == IsNothingButNull(branches[1])) {
    return false;
  }
  const Value& branch = branches.at(first ? 1 : 0).schema();
  return graph.hashes().EqualApartFrom(
      {"default"}, side.old ? branch : plain.schema(), side.old ? plain.schema() : branch);
}

struct TypeList {
  std::vector<std::string_view> types;
  bool listed = false;
};

/// The types of alternatives that are nothing but types.
std::optional<TypeList> TypesOfAlternatives(const openapi::Description& description,
                                            const std::vector<Value>& alternatives) {
  TypeList out{{}, true};
  for (const Value& alternative : alternatives) {
    const SchemaView schema(description, alternative);
    const std::vector<std::string_view> types = schema.Types();
    if (types.size() != 1 || schema.Has("properties") || schema.Has("oneOf") ||
        schema.Has("anyOf") || schema.Has("allOf")) {
      return std::nullopt;
    }
    out.types.push_back(types.front());
  }
  return out.types.empty() ? std::nullopt : std::optional(std::move(out));
}

std::optional<TypeList> TypeListOf(const openapi::Description& description,
                                   const SchemaView& schema) {
  if (!schema || schema.Has("not") || schema.Has("allOf") || schema.Has("properties")) {
    return std::nullopt;
  }
  if (const std::vector<std::string_view> types = schema.Types(); !types.empty()) {
    return TypeList{{types.front()}, false};
  }
  std::optional<TypeList> list = TypesOfAlternatives(description, schema.List("oneOf"));
  return list ? list : TypesOfAlternatives(description, schema.List("anyOf"));
}

std::vector<std::string_view> Missing(const std::vector<std::string_view>& from,
                                      const std::vector<std::string_view>& in) {
  std::vector<std::string_view> out;
  for (const std::string_view type : from) {
    if (std::ranges::count(in, type) == 0 && std::ranges::count(out, type) == 0) {
      out.push_back(type);
    }
  }
  return out;
}

void CompareTypeLists(SchemaGraph& graph,
                      const SchemaView& before,
                      const SchemaView& after,
                      SchemaTransition& out) {
  const std::optional<TypeList> old_types = TypeListOf(graph.before(), before);
  const std::optional<TypeList> new_types = TypeListOf(graph.after(), after);
  if (old_types && new_types && (old_types->listed || new_types->listed)) {
    out.types_added = Missing(new_types->types, old_types->types);
    out.types_removed = Missing(old_types->types, new_types->types);
  }
}

void FindWrappedObject(SchemaGraph& graph,
                       const SchemaView& before,
                       const SchemaView& after,
                       SchemaTransition& out) {
  const Node* properties = before.Find("properties");
  const std::vector<Value> alternatives = after.List("oneOf");
  if (properties == nullptr || before.Has("oneOf") || alternatives.empty() ||
      after.Has("properties") || !after.Types().empty()) {
    return;
  }
  std::vector<SchemaView> views;
  views.reserve(alternatives.size());
  for (const Value& alternative : alternatives) {
    views.emplace_back(graph.after(), alternative);
  }
  for (const Member& member : properties->members()) {
    if (std::ranges::any_of(views, [&](const SchemaView& view) {
          return static_cast<bool>(view.Property(member.key()));
        })) {
      out.moved_properties.insert(member.key());
    }
  }
}

}  // namespace

SchemaTransition TransitionOf(SchemaGraph& graph,
                              const SchemaView& before,
                              const SchemaView& after) {
  SchemaTransition out;
  if (Wraps(graph, before, after, {graph.after(), false})) {
    out.null = SchemaTransition::Null::kWrapped;
  } else if (Wraps(graph, after, before, {graph.before(), true})) {
    out.null = SchemaTransition::Null::kUnwrapped;
  }
  CompareTypeLists(graph, before, after, out);
  FindWrappedObject(graph, before, after, out);
  return out;
}

}  // namespace accord::breaking::api
