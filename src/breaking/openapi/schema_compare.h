#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "breaking/openapi/schema_graph.h"
#include "breaking/openapi/schema_transitions.h"

namespace accord::breaking::api {

/// Two schemas while they are compared. Findings that a transition explains are left out.
class PairComparison {
 public:
  PairComparison(SchemaGraph& graph, SchemaPair& pair)
      : before(pair.before),
        after(pair.after),
        mode(pair.mode),
        transition(TransitionOf(graph, pair.before, pair.after)),
        graph_(graph),
        pair_(pair) {}

  const SchemaView& before;
  const SchemaView& after;
  const SchemaMode mode;
  const SchemaTransition transition;
  /// The only type that came or went is null.
  bool only_null = false;

  bool oasdiff() const { return graph_.oasdiff(); }
  SchemaGraph& graph() const { return graph_; }
  SchemaView ViewBefore(const document::Value& written) const { return {graph_.before(), written}; }
  SchemaView ViewAfter(const document::Value& written) const { return {graph_.after(), written}; }

  void Add(const SchemaEditRow& row,
           std::string_view keyword,
           std::vector<std::string> values = {});
  void Add(SchemaEdit edit, std::string_view keyword, std::vector<std::string> values = {}) {
    Add(EditRowOf(edit), keyword, std::move(values));
  }
  /// A finding about a property; one of its versions is empty when it came or went.
  void AddAbout(SchemaEdit edit, std::string_view property, std::string_view keyword);
  /// Looks into schemas inside of these, when they differ.
  void StepInto(SchemaStep step, const document::Value& old_one, const document::Value& new_one);

 private:
  bool Explained(const SchemaEditRow& row) const;

  SchemaGraph& graph_;
  SchemaPair& pair_;
};

/// The text of a scalar; other values as JSON.
std::string TextOf(const document::Node& value);

// What differs, by subject.
void CompareTypes(PairComparison& pair);
void CompareValues(PairComparison& pair);
void CompareBounds(PairComparison& pair);
void CompareProperties(PairComparison& pair);
void CompareObjectRules(PairComparison& pair);
void CompareParts(PairComparison& pair);
void CompareComposition(PairComparison& pair);
void CompareLife(PairComparison& pair);

}  // namespace accord::breaking::api
