#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "accord/schema/includes.h"
#include "accord/schema/schema.h"

namespace accord::conform {

/// What was found out about the schemas of one graph, which must outlive it.
class SchemaFacts {
 public:
  explicit SchemaFacts(const schema::Schema& graph) : graph_(graph) {}

  /// Those of a list of values that fit. The list must stay.
  const std::vector<const document::Node*>& Fitting(const schema::SchemaNode& node,
                                                    const document::Node& values);
  /// Of inclusion in a schema that is written as JSON.
  const schema::InclusionResult& Compare(const schema::SchemaNode& node, const std::string& other);

 private:
  struct Comparisons {
    schema::SchemaPtr other;
    std::unique_ptr<schema::InclusionSession> session;
    std::unordered_map<const schema::SchemaNode*, schema::InclusionResult> known;
  };

  const schema::Schema& graph_;
  std::map<std::pair<const schema::SchemaNode*, const document::Node*>,
           std::vector<const document::Node*>>
      fitting_;
  std::unordered_map<std::string, Comparisons> comparisons_;
  std::size_t sessions_ = 0;
};

/// Whether all that fits one schema fits another; both are written as JSON.
bool IncludesText(const std::string& schema, const std::string& other);

}  // namespace accord::conform
